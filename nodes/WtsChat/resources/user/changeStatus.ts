import type { components } from '../../../../contract/types/core';
import type { ChoicesOf } from '../../fields/choices';
import { outputFields } from '../../fields/output';
import { subjectUserId, userShortForm } from '../../fields/user';
import { post } from '../../transport/contract';
import type { RequestOperation } from '../operation';

type AccessStatus = Exclude<components['schemas']['AgentAccessStatus'], 'Undefined'>;

const accessStatuses: ChoicesOf<AccessStatus> = [
	{ name: 'Active', value: 'Active' },
	{ name: 'Blocked', value: 'Blocked' },
];

/** Source: POST /core/v1/agent/{id}/status */
export const changeStatus: RequestOperation = {
	name: 'Change Status',
	value: 'changeStatus',
	action: 'Block a user or let one in',
	description:
		"Block a user from entering the account, or let them in again; 'Update' changes the availability",
	shortForm: userShortForm,
	fields: [
		subjectUserId,
		{
			displayName: 'Access',
			name: 'accessStatus',
			type: 'options',
			required: true,
			options: accessStatuses,
			default: 'Active',
			description: 'Whether the user may enter the account',
		},
		...outputFields,
	],
	request: (parameters) =>
		post('/core/v1/agent/{id}/status', {
			path: { id: parameters.requiredId('userId') },
			body: { status: parameters.requiredChoice<AccessStatus>('accessStatus') },
		}),
};
