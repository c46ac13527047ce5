import { limit } from '../../fields/list';
import { simplified } from '../../fields/output';
import { userShortForm } from '../../fields/user';
import { listOperation } from '../../operations/operation';
import { get } from '../../transport/contract';

/** The owner of the account is reported to be missing from the list. */
export const getMany = listOperation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many users',
	description: 'Read the users (agents) of the account',
	record: 'Agent',
	paging: 'none',
	fields: { limit, output: simplified(userShortForm) },
	list: () => get('/core/v1/agent', {}),
});
