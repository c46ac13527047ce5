import { departmentShortForm } from '../../fields/department';
import { listFields } from '../../fields/list';
import { outputFields } from '../../fields/output';
import { get } from '../../transport/contract';
import type { ListOperation } from '../operation';

/** Source: GET /core/v2/department; whether members and channels are filled in is not documented. */
export const getMany: ListOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many departments',
	description: 'Read the departments (teams) of the account',
	shortForm: departmentShortForm,
	paging: 'none',
	fields: [...listFields, ...outputFields],
	list: () => get('/core/v2/department', {}),
};
