import { sessionId, sessionOptions, sessionOptionsFrom } from '../../fields/session';
import { subjectUserId } from '../../fields/user';
import { put } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: PUT /chat/v1/session/{id}/assignee */
export const assign: RequestOperation = {
	name: 'Assign to User',
	value: 'assign',
	action: 'Assign a session to a user',
	description: 'Make a user the owner of the session',
	fields: [
		sessionId,
		{ ...subjectUserId, description: 'User (agent) who gets the session' },
		sessionOptions,
	],
	request: (parameters) =>
		put('/chat/v1/session/{id}/assignee', {
			path: { id: parameters.requiredId('sessionId') },
			body: {
				userId: parameters.requiredId('userId'),
				options: sessionOptionsFrom(parameters),
			},
		}),
};
