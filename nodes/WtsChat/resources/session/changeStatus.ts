import {
	sessionId,
	sessionOptions,
	sessionOptionsFrom,
	sessionStatuses,
	type SessionStatus,
} from '../../fields/session';
import { put } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: PUT /chat/v1/session/{id}/status */
export const changeStatus: RequestOperation = {
	name: 'Change Status',
	value: 'changeStatus',
	action: 'Change the status of a session',
	description: 'Move the session to another status',
	fields: [
		sessionId,
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: sessionStatuses,
			required: true,
			default: 'PENDING',
			description: 'Status that the session gets',
		},
		sessionOptions,
	],
	request: (parameters) =>
		put('/chat/v1/session/{id}/status', {
			path: { id: parameters.requiredId('sessionId') },
			body: {
				newStatus: parameters.requiredChoice<SessionStatus>('status'),
				options: sessionOptionsFrom(parameters),
			},
		}),
};
