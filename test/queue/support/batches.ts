import type { IDataObject } from 'n8n-workflow';
import { sandboxCredential } from '../../../playground/credential';
import type { Sandbox } from '../../../playground/sandbox';
import { chain } from '../../../playground/workflows/workflow';
import { startByRequest, webhookNode } from '../../e2e/support/webhookStart';
import type { Cluster } from './cluster';

/** Starts one execution with these items. */
export type Start = (items: IDataObject[]) => Promise<void>;

/** A published workflow that a request starts with a list of items, which all go through WTS Chat. */
export async function batchWorkflow(
	{ api, main }: Cluster,
	id: string,
	parameters: IDataObject,
): Promise<Start> {
	const split = {
		name: 'Split Out',
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		parameters: { fieldToSplitOut: 'body.items', options: {} },
	};
	const work = {
		name: 'WTS Chat',
		type: 'n8n-nodes-wts-chat.wtsChat',
		typeVersion: 1,
		parameters,
		credentials: sandboxCredential.reference,
	};
	await api.createWorkflow(chain(id, id, 'Workflow of a test', [webhookNode(id), split, work]));
	await api.activate(id);
	return async (items) => await startByRequest(main.url, id, { items });
}

/** How often the account did what each item asks, by the mark that it left in this attribute. */
export function timesDone(sandbox: Sandbox, attribute: string): Map<string, number> {
	const times = new Map<string, number>();
	for (const { processed, body } of sandbox.requests) {
		const mark = (body as IDataObject | undefined)?.[attribute];
		if (processed && typeof mark === 'string') times.set(mark, (times.get(mark) ?? 0) + 1);
	}
	return times;
}
