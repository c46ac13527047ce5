import type { components } from '../../../../contract/types/core';
import type { ChoicesOf } from '../../fields/choices';
import { choice } from '../../fields/kinds/choice';
import { simplified } from '../../fields/output';
import { subjectUserId, userShortForm } from '../../fields/user';
import { requestOperation } from '../../operations/operation';
import { post } from '../../transport/contract';

type AccessStatus = Exclude<components['schemas']['AgentAccessStatus'], 'Undefined'>;

const accessStatuses: ChoicesOf<AccessStatus> = [
	{ name: 'Active', value: 'Active' },
	{ name: 'Blocked', value: 'Blocked' },
];

export const changeStatus = requestOperation({
	name: 'Change Status',
	value: 'changeStatus',
	action: 'Block or unblock a user',
	description: "Block a user from the account, or unblock one; 'Update' changes the availability",
	record: 'Agent',
	fields: {
		id: subjectUserId,
		status: choice({
			displayName: 'Access',
			name: 'accessStatus',
			options: accessStatuses,
			default: 'Active',
			description: 'Whether the user can log in to the account',
		}).required(),
		output: simplified(userShortForm),
	},
	request: ({ id, status }) =>
		post('/core/v1/agent/{id}/status', { path: { id }, body: { status } }),
});
