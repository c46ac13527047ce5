import { choice } from '../../fields/kinds/choice';
import { simplified } from '../../fields/output';
import {
	changedSessionShortForm,
	sessionOptions,
	sessionStatuses,
	subjectSessionId,
} from '../../fields/session';
import { requestOperation } from '../../operations/operation';
import { put } from '../../transport/contract';

export const changeStatus = requestOperation({
	name: 'Change Status',
	value: 'changeStatus',
	action: 'Change the status of a session',
	description: 'Change the status of a session',
	record: 'SessionV1',
	fields: {
		id: subjectSessionId,
		newStatus: choice({
			displayName: 'Status',
			name: 'status',
			options: sessionStatuses,
			default: 'PENDING',
			description: 'New status of the session',
		}).required(),
		output: simplified(changedSessionShortForm),
		options: sessionOptions,
	},
	request: ({ id, newStatus, options }) =>
		put('/chat/v1/session/{id}/status', { path: { id }, body: { newStatus, options } }),
});
