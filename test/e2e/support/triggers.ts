import type { IDataObject } from 'n8n-workflow';
import { randomUUID } from 'node:crypto';
import type { SilenceEvent } from '../../../nodes/WtsChat/events/names';
import { sandboxCredential } from '../../../playground/credential';
import type { N8nApi } from '../../../playground/n8nApi';
import type { EventName, Sandbox } from '../../../playground/sandbox';
import { chain } from '../../../playground/workflows/workflow';
import type { Collector } from './collector';

/** Saves a workflow that events start, and that brings each of them to the collector. */
export async function saveTriggered(
	api: N8nApi,
	id: string,
	events: Array<EventName | SilenceEvent>,
	collector: Collector,
	credentials = sandboxCredential.reference,
	more: IDataObject = {},
): Promise<string> {
	const trigger = {
		name: 'WTS Chat Trigger',
		type: 'n8n-nodes-wts-chat.wtsChatTrigger',
		typeVersion: 1,
		parameters: { events, ...more },
		webhookId: randomUUID(),
		credentials,
	};
	await api.createWorkflow(chain(id, id, 'Workflow of a test', [trigger, collector.node]));
	return id;
}

/** The subscriptions of the account that lead to this machine. */
export function subscriptionsIn({ account }: Sandbox) {
	return account.subscriptions.filter(({ url }) => url?.startsWith('http://127.0.0.1'));
}

/** The subscription of a published workflow, by the name of the workflow. */
export function subscriptionOf(sandbox: Sandbox, workflowName: string) {
	return subscriptionsIn(sandbox).find(
		({ name }) => name?.split(' · ')[0] === `n8n: ${workflowName}`,
	);
}
