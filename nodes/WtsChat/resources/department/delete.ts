import { subjectDepartmentId } from '../../fields/department';
import { del } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: DELETE /core/v1/department/{id}; what becomes of its sessions is not documented. */
export const deleteDepartment: RequestOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a department',
	description: 'Remove a department for good; its users stay',
	fields: [subjectDepartmentId],
	request: (parameters) =>
		del('/core/v1/department/{id}', { path: { id: parameters.requiredId('departmentId') } }),
};
