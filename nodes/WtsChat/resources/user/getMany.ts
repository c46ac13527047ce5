import { listFields } from '../../fields/list';
import { outputFields } from '../../fields/output';
import { userShortForm } from '../../fields/user';
import { get } from '../../transport/contract';
import type { ListOperation } from '../operation';

/** Source: GET /core/v1/agent; the owner of the account is reported to be missing from it. */
export const getMany: ListOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many users',
	description: 'Read the users (agents) of the account',
	shortForm: userShortForm,
	paging: 'none',
	fields: [...listFields, ...outputFields],
	list: () => get('/core/v1/agent', {}),
};
