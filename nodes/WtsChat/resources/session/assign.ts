import { sessionOptions, subjectSessionId } from '../../fields/session';
import { subjectUserId } from '../../fields/user';
import { requestOperation } from '../../operations/operation';
import { put } from '../../transport/contract';

export const assign = requestOperation({
	name: 'Assign to User',
	value: 'assign',
	action: 'Assign a session to a user',
	description: 'Make a user the owner of the session',
	fields: {
		id: subjectSessionId,
		userId: subjectUserId.with({ description: 'User (agent) who gets the session' }),
		options: sessionOptions,
	},
	request: ({ id, userId, options }) =>
		put('/chat/v1/session/{id}/assignee', { path: { id }, body: { userId, options } }),
});
