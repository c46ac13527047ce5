import { sandboxCredential } from '../../../playground/credential';
import type { N8nApi } from '../../../playground/n8nApi';
import { until } from './until';

/** Leaves nothing of a test file in n8n that goes on, or that the next one could take for its own. */
export async function tidyUp(api: N8nApi): Promise<void> {
	for (const id of await publishedWorkflows(api)) {
		await api.deactivate(id);
		await until(`${id} is not published any more`, async () => !(await isPublished(api, id)));
	}
	for (const id of await executionsUnderWay(api)) await api.stopExecution(id);
	for (const id of await otherCredentials(api)) await api.http.delete(`/rest/credentials/${id}`);
}

async function publishedWorkflows({ http }: N8nApi): Promise<string[]> {
	const { data } = await http.get<{ data: Array<{ id: string }> }>('/rest/workflows', {
		params: { filter: JSON.stringify({ active: true }) },
	});
	return data.data.map(({ id }) => id);
}

async function isPublished({ http }: N8nApi, id: string): Promise<boolean> {
	const { data } = await http.get<{ data: { status: string } }>(
		`/rest/workflows/${id}/publication-status`,
	);
	return data.data.status !== 'not_published';
}

async function executionsUnderWay({ http }: N8nApi): Promise<string[]> {
	const { data } = await http.get<{ data: { results: Array<{ id: string }> } }>(
		'/rest/executions',
		{ params: { filter: JSON.stringify({ status: ['new', 'running', 'waiting'] }), limit: 100 } },
	);
	return data.data.results.map(({ id }) => id);
}

/** Those beside the one that all files use: n8n finds some of them by their name. */
async function otherCredentials({ http }: N8nApi): Promise<string[]> {
	const { data } = await http.get<{ data: Array<{ id: string }> }>('/rest/credentials');
	return data.data.map(({ id }) => id).filter((id) => id !== sandboxCredential.id);
}
