import { sandboxCredential } from '../credential';
import { sessionInStatus, type Sandbox } from '../sandbox';
import { chain, type Workflow } from './workflow';

export const closeConversationId = 'wtsCloseDemo0001';

/** Completes one conversation of the sandbox and notes how it ended. */
export function closeConversation({ account }: Sandbox): Workflow {
	const session = sessionInStatus(account, 'IN_PROGRESS');
	return chain(
		closeConversationId,
		'Concluir uma conversa',
		`## Concluir uma conversa
Conclui uma conversa, registra o resultado (ganha, com valor) e acrescenta metadados seus. Para concluir outra, troque o ID em **Escolher Conversa**.

_In English: completes one session with its outcome, an amount and metadata of your own._`,
		[
			{
				name: 'Ao clicar em Execute workflow',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				parameters: {},
			},
			{
				name: 'Escolher Conversa',
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
				name: 'Concluir Conversa',
				type: 'n8n-nodes-wts-chat.wtsChat',
				typeVersion: 1,
				parameters: {
					resource: 'session',
					operation: 'update',
					sessionId: { __rl: true, mode: 'id', value: '={{ $json.sessionId }}' },
					updateFields: {
						status: 'COMPLETED',
						classificationCategory: 'WON',
						classificationDescription: 'Plano anual',
						classificationAmount: 1490.5,
						metadata: { pairs: [{ key: 'concluidaPor', value: 'n8n' }] },
					},
					options: { stopBotInExecution: true },
				},
				credentials: sandboxCredential.reference,
			},
		],
	);
}
