import { sandboxCredential } from '../../../playground/credential';
import { chain } from '../../../playground/workflows/workflow';
import type { Sandbox } from '../../../playground/sandbox';
import type { Collector } from './collector';
import type { Site } from './stage';
import { until } from './until';
import { startByRequest, webhookNode } from './webhookStart';

export const phoneOf = (n: number) => `55119777${String(n).padStart(5, '0')}`;

interface Choices {
	/** Of the node that asks. */
	parameters?: object;
	credentials?: typeof sandboxCredential.reference;
}

/**
 * Publishes a workflow that asks whom a request names, and brings what comes out to the collector.
 *
 * @returns what starts it for the n-th of many contacts
 */
export async function publishAsking(
	{ n8n, api }: Pick<Site, 'n8n' | 'api'>,
	id: string,
	collector: Collector,
	{ parameters, credentials = sandboxCredential.reference }: Choices = {},
): Promise<(n: number) => Promise<void>> {
	const ask = askingNode({ to: '={{ $json.body.phone }}', ...parameters }, credentials);
	const steps = [webhookNode(id), ask, collector.node];
	await api.createWorkflow(chain(id, id, 'Workflow of a test', steps));
	await api.activate(id);
	return async (n) => await startByRequest(n8n.url, id, { phone: `+${phoneOf(n)}` });
}

/**
 * Publishes a workflow that asks the contacts whom a request names, one after another in one execution,
 * and brings each of their replies to the collector.
 *
 * @returns what starts it for some of many contacts
 */
export async function publishLoop(
	{ n8n, api }: Pick<Site, 'n8n' | 'api'>,
	id: string,
	collector: Collector,
	parameters: object = {},
): Promise<(contacts: number[]) => Promise<void>> {
	const split = {
		name: 'Split Out',
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		parameters: { fieldToSplitOut: 'body.phones', options: {} },
	};
	const loop = {
		name: 'Loop Over Items',
		type: 'n8n-nodes-base.splitInBatches',
		typeVersion: 3,
		parameters: { options: {} },
	};
	const ask = askingNode({ to: "={{ $json['body.phones'] }}", ...parameters });
	const branch = { from: loop.name, output: 1, steps: [ask, collector.node] };
	const workflow = chain(id, id, 'Workflow of a test', [webhookNode(id), split, loop], [branch]);
	workflow.connections[collector.node.name] = {
		main: [[{ node: loop.name, type: 'main', index: 0 }]],
	};
	await api.createWorkflow(workflow);
	await api.activate(id);
	return async (contacts) => {
		const phones = contacts.map((n) => `+${phoneOf(n)}`);
		await startByRequest(n8n.url, id, { phones });
	};
}

/**
 * Publishes a workflow that has a sub-workflow ask whom a request names, and brings what that gives back
 * to the collector.
 *
 * @returns what starts it for the n-th of many contacts
 */
export async function publishSubAsking(
	{ n8n, api }: Pick<Site, 'n8n' | 'api'>,
	id: string,
	collector: Collector,
): Promise<(n: number) => Promise<void>> {
	const called = {
		name: 'When Called',
		type: 'n8n-nodes-base.executeWorkflowTrigger',
		typeVersion: 1.1,
		parameters: { inputSource: 'passthrough' },
	};
	const sub = `${id}Asking`;
	const ask = askingNode({ to: '={{ $json.body.phone }}' });
	await api.createWorkflow(chain(sub, sub, 'Workflow of a test', [called, ask]));
	await api.activate(sub);

	const call = {
		name: 'Call',
		type: 'n8n-nodes-base.executeWorkflow',
		typeVersion: 1.2,
		parameters: { workflowId: { __rl: true, mode: 'id', value: sub } },
	};
	const steps = [webhookNode(id), call, collector.node];
	await api.createWorkflow(chain(id, id, 'Workflow of a test', steps));
	await api.activate(id);
	return async (n) => await startByRequest(n8n.url, id, { phone: `+${phoneOf(n)}` });
}

/** The node that asks; what is not chosen is an approval by text. */
function askingNode(parameters: object, credentials = sandboxCredential.reference) {
	return {
		name: 'Ask',
		type: 'n8n-nodes-wts-chat.wtsChat',
		typeVersion: 1,
		parameters: {
			resource: 'message',
			operation: 'sendAndWait',
			sendTo: 'contact',
			message: 'Podemos confirmar?',
			responseType: 'approval',
			...parameters,
		},
		credentials,
	};
}

/** Waits until that many executions of a workflow wait. */
export async function executionsWait({ api }: Pick<Site, 'api'>, id: string, count: number) {
	const waitingNow = async () =>
		(await api.executions(id)).filter(({ status }) => status === 'waiting').length;
	await until(`${count} executions wait`, async () => (await waitingNow()) >= count, 100);
}

/** The subscriptions of executions that wait for a reply. */
export function waitsIn({ account }: Sandbox) {
	return account.subscriptions.filter(({ name }) => name?.startsWith('n8n waits'));
}

/** Waits until that many executions wait for a reply from the account. */
export async function waits(sandbox: Sandbox, count: number): Promise<void> {
	await until(`${count} executions listen`, () => waitsIn(sandbox).length === count);
}
