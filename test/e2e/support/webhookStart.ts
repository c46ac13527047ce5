import { until } from './until';

/** The node that lets a request start a workflow. */
export function webhookNode(path: string) {
	return {
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		parameters: { httpMethod: 'POST', path, options: {} },
		webhookId: path,
	};
}

/** Starts an execution of a published workflow with the {@link webhookNode} of that path. */
export async function startByRequest(url: string, path: string, body: object): Promise<void> {
	const post = async () =>
		await fetch(`${url}/webhook/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
	// n8n publishes beside its other work
	await until('the workflow is active', async () => (await post()).ok, 200);
}
