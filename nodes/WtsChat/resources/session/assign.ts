import { simplified } from '../../fields/output';
import { changedSessionShortForm, sessionOptions, subjectSessionId } from '../../fields/session';
import { subjectUserId } from '../../fields/user';
import { requestOperation } from '../../operations/operation';
import { put } from '../../transport/contract';

export const assign = requestOperation({
	name: 'Assign to User',
	value: 'assign',
	action: 'Assign a session to a user',
	description: 'Assign a session to a user (agent)',
	record: 'SessionV1',
	fields: {
		id: subjectSessionId,
		userId: subjectUserId.with({ description: 'User (agent) to assign the session to' }),
		output: simplified(changedSessionShortForm),
		options: sessionOptions,
	},
	request: ({ id, userId, options }) =>
		put('/chat/v1/session/{id}/assignee', { path: { id }, body: { userId, options } }),
});
