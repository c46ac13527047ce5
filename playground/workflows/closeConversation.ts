import { sandboxCredential } from '../credential';
import { sessionInStatus, type Sandbox } from '../sandbox';
import { chain, type Workflow } from './workflow';

export const closeConversationId = 'wtsCloseDemo0001';

/** Completes one conversation of the sandbox and notes how it ended. */
export function closeConversation({ account }: Sandbox): Workflow {
	const session = sessionInStatus(account, 'IN_PROGRESS');
	return chain(
		closeConversationId,
		'Close a conversation',
		`## Close a conversation
**English:** completes one session, notes how it ended (won, with an amount) and adds metadata of your own. Change the ID in **Choose Session** to close another one.

**Português:** conclui uma conversa, registra o resultado (ganha, com valor) e acrescenta metadados seus. Troque o ID em **Choose Session** para encerrar outra.`,
		[
			{
				name: 'When clicking Execute workflow',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				parameters: {},
			},
			{
				name: 'Choose Session',
				type: 'n8n-nodes-base.set',
				typeVersion: 3.4,
				parameters: {
					assignments: {
						assignments: [
							{ id: 'sessionId', name: 'sessionId', type: 'string', value: session.id },
						],
					},
					options: {},
				},
			},
			{
				name: 'Complete Session',
				type: 'n8n-nodes-wts-chat.wtsChat',
				typeVersion: 1,
				parameters: {
					resource: 'session',
					operation: 'update',
					sessionId: { __rl: true, mode: 'id', value: '={{ $json.sessionId }}' },
					updateFields: {
						status: 'COMPLETED',
						classificationCategory: 'WON',
						classificationDescription: 'Annual plan',
						classificationAmount: 1490.5,
						metadata: { pairs: [{ key: 'closedBy', value: 'n8n' }] },
					},
					options: { stopBotInExecution: true },
				},
				credentials: sandboxCredential.reference,
			},
		],
	);
}
