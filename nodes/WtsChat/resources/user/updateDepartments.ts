import { atLeastOne, departments, membershipAction } from '../../fields/membership';
import { subjectUserId } from '../../fields/user';
import { requestOperation } from '../../operations/operation';
import { success } from '../../operations/record';
import { post } from '../../transport/contract';

export const updateDepartments = requestOperation({
	name: 'Update Departments',
	value: 'updateDepartments',
	action: 'Update the departments of a user',
	description:
		'Add a user to departments, change the roles there, remove the user, or replace all departments',
	record: [success],
	fields: { id: subjectUserId, action: membershipAction, items: atLeastOne(departments) },
	request: ({ id, action, items }) =>
		post('/core/v1/agent/{id}/departments', { path: { id }, body: { action, items } }),
});
