import { subjectDepartmentId } from '../../fields/department';
import { requestOperation } from '../../operations/operation';
import { deleted } from '../../operations/record';
import { del } from '../../transport/contract';

/** What becomes of its sessions is not documented. */
export const deleteDepartment = requestOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a department',
	description: 'Remove a department for good; its users stay',
	record: [deleted],
	fields: { id: subjectDepartmentId },
	request: ({ id }) => del('/core/v1/department/{id}', { path: { id } }),
});
