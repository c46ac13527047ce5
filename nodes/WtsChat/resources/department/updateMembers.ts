import { subjectDepartmentId } from '../../fields/department';
import { atLeastOne, members, membershipAction } from '../../fields/membership';
import { requestOperation } from '../../operations/operation';
import { put } from '../../transport/contract';

/** The API answers with the request. */
export const updateMembers = requestOperation({
	name: 'Update Members',
	value: 'updateMembers',
	action: 'Update the members of a department',
	description: 'Add users to a department, change their roles, remove them, or replace all members',
	record: 'DepartmentAgentsUpdate',
	fields: { id: subjectDepartmentId, action: membershipAction, items: atLeastOne(members) },
	request: ({ id, action, items }) =>
		put('/core/v1/department/{id}/agents', { path: { id }, body: { action, items } }),
});
