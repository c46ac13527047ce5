import { sandboxCredential } from '../credential';
import { departmentNamed, type Account, type Sandbox } from '../sandbox';
import { chain, picked, type Workflow } from './workflow';

export const transferWaitingSessionsId = 'wtsTransferDemo1';

/** The department that the waiting sessions go to, and the person there who takes them. */
export function transferTarget(account: Account) {
	const department = departmentNamed(account, 'Financeiro');
	const agent = account.agents.find(({ departments }) =>
		departments.some(({ departmentId }) => departmentId === department.id),
	);
	if (!agent) throw new Error(`The sandbox has nobody in the department ${department.name}`);
	return { department, agent };
}

/** Lists the sessions that wait in the sandbox and transfers each of them. */
export function transferWaitingSessions({ account }: Sandbox): Workflow {
	const { department, agent } = transferTarget(account);
	return chain(
		transferWaitingSessionsId,
		'Transferir conversas que aguardam',
		`## Transferir conversas que aguardam
Busca as conversas que aguardam atendimento e transfere cada uma para ${agent.name}, do ${department.name}. Clique em **Execute workflow** e veja a saída de **Transferir Conversa**.

_In English: finds the sessions that wait, and transfers each to a person of a department._`,
		[
			{
				name: 'Ao clicar em Execute workflow',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				parameters: {},
			},
			{
				name: 'Buscar Conversas que Aguardam',
				type: 'n8n-nodes-wts-chat.wtsChat',
				typeVersion: 1,
				parameters: {
					resource: 'session',
					operation: 'getMany',
					returnAll: true,
					filters: { statuses: ['PENDING'] },
				},
				credentials: sandboxCredential.reference,
			},
			{
				name: 'Transferir Conversa',
				type: 'n8n-nodes-wts-chat.wtsChat',
				typeVersion: 1,
				parameters: {
					resource: 'session',
					operation: 'transfer',
					sessionId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
					departmentId: picked(department.id, department.name),
					userId: picked(agent.userId, agent.name),
					options: { stopBotInExecution: true },
				},
				credentials: sandboxCredential.reference,
			},
		],
	);
}
