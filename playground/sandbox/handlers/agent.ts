import { agentByUserId } from '../account';
import { addAgent, changedDepartments, removeAgent, write } from '../organization/agents';
import { operation } from '../operation';

export const agentOperations = [
	operation('listAgents', (_request, account) => account.agents),

	operation('getAgent', ({ path }, account) => agentByUserId(account, path.id)),

	operation('createAgent', ({ body }, account) => addAgent(account, body)),

	operation('updateAgent', ({ path, body }, account) => {
		const agent = agentByUserId(account, path.id);
		write(agent, body);
		return agent;
	}),

	operation('deleteAgent', ({ path, body }, account) =>
		removeAgent(account, agentByUserId(account, path.id), body),
	),

	operation('updateAgentDepartments', ({ path, body }, account) =>
		changedDepartments(account, agentByUserId(account, path.id), body),
	),

	operation('logoutAgent', ({ path }, account) => {
		account.loggedOut.push(agentByUserId(account, path.id).userId);
	}),

	operation('changeAgentStatus', ({ path, body }, account) => {
		const agent = agentByUserId(account, path.id);
		account.blocked = account.blocked.filter((userId) => userId !== agent.userId);
		if (body.status === 'Blocked') account.blocked.push(agent.userId);
		return agent;
	}),
];
