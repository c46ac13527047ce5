import { departmentShortForm } from '../../fields/department';
import { limit } from '../../fields/list';
import { simplified } from '../../fields/output';
import { listOperation } from '../../operations/operation';
import { get } from '../../transport/contract';

/** Whether members and channels are filled in is not documented. */
export const getMany = listOperation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many departments',
	description: 'Read the departments (teams) of the account',
	record: 'DepartmentListItem',
	paging: 'none',
	fields: { limit, output: simplified(departmentShortForm) },
	list: () => get('/core/v2/department', {}),
});
