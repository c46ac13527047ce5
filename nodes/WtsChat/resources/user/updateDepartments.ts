import {
	departmentRows,
	departmentsFrom,
	membershipAction,
	someOf,
	type MembershipAction,
} from '../../fields/membership';
import { subjectUserId } from '../../fields/user';
import { post } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: POST /core/v1/agent/{id}/departments */
export const updateDepartments: RequestOperation = {
	name: 'Update Departments',
	value: 'updateDepartments',
	action: 'Update the departments of a user',
	description: 'Add a user to departments, change the roles there, remove, or replace them all',
	fields: [subjectUserId, membershipAction, departmentRows],
	request(parameters) {
		const action = parameters.requiredChoice<MembershipAction>('membershipAction');
		const items = someOf(departmentsFrom(parameters), parameters.label('departments'));
		return post('/core/v1/agent/{id}/departments', {
			path: { id: parameters.requiredId('userId') },
			body: { action, items },
		});
	},
};
