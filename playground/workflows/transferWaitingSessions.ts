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
export function transferWaitingSessions({ url, account }: Sandbox): Workflow {
	const { department, agent } = transferTarget(account);
	return chain(
		transferWaitingSessionsId,
		'Transfer waiting sessions',
		`## Transfer waiting sessions
**English:** lists the sessions that wait for an answer and transfers each one to ${department.name}, to ${agent.name}. Press **Execute workflow** and look at the output of **Transfer Session**.

**Português:** lista as conversas que aguardam resposta e transfere cada uma para ${department.name}, para ${agent.name}. Clique em **Execute workflow** e veja a saída de **Transfer Session**.`,
		[
			{
				name: 'When clicking Execute workflow',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				parameters: {},
			},
			{
				name: 'List Waiting Sessions',
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				parameters: {
					url: `${url}/chat/v2/session`,
					authentication: 'predefinedCredentialType',
					nodeCredentialType: sandboxCredential.type,
					sendQuery: true,
					queryParameters: {
						parameters: [
							{ name: 'Status', value: 'PENDING' },
							{ name: 'PageSize', value: '100' },
						],
					},
					options: {},
				},
				credentials: sandboxCredential.reference,
			},
			{
				name: 'One Item per Session',
				type: 'n8n-nodes-base.splitOut',
				typeVersion: 1,
				parameters: { fieldToSplitOut: 'items', options: {} },
			},
			{
				name: 'Transfer Session',
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
