import { agentByUserId } from '../account';
import { operation } from '../operation';

export const agentOperations = [
	operation('listAgents', (_request, account) => account.agents),

	operation('getAgent', ({ path }, account) => agentByUserId(account, path.id)),
];
