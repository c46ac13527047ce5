import { subjectDepartmentId } from '../../fields/department';
import {
	memberRows,
	membersFrom,
	membershipAction,
	someOf,
	type MembershipAction,
} from '../../fields/membership';
import { put } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: PUT /core/v1/department/{id}/agents, which answers with the request. */
export const updateMembers: RequestOperation = {
	name: 'Update Members',
	value: 'updateMembers',
	action: 'Update the members of a department',
	description: 'Add users to a department, change their roles, remove them, or replace them all',
	fields: [subjectDepartmentId, membershipAction, memberRows],
	request(parameters) {
		const action = parameters.requiredChoice<MembershipAction>('membershipAction');
		const items = someOf(membersFrom(parameters), parameters.label('members'));
		return put('/core/v1/department/{id}/agents', {
			path: { id: parameters.requiredId('departmentId') },
			body: { action, items },
		});
	},
};
