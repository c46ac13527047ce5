import { optionsOf } from '../../fields/kinds/collection';
import { boolean } from '../../fields/kinds/plain';
import { simplified } from '../../fields/output';
import {
	changedSessionShortForm,
	stopBotInExecution,
	subjectSessionId,
} from '../../fields/session';
import { requestOperation } from '../../operations/operation';
import { put } from '../../transport/contract';

/** Here the contract has the options at the top of the body, and wants a body even when it is empty. */
export const complete = requestOperation({
	name: 'Complete',
	value: 'complete',
	action: 'Complete a session',
	description: 'Complete a session: end the conversation',
	record: 'SessionV1',
	fields: {
		id: subjectSessionId,
		output: simplified(changedSessionShortForm),
		options: optionsOf({
			reactivateOnNewMessage: boolean({
				displayName: 'Reactivate on New Message',
				name: 'reactivateOnNewMessage',
				default: true,
				description: 'Whether this session opens again when the contact writes',
			}),
			stopBotInExecution,
		}),
	},
	request: ({ id, options }) =>
		put('/chat/v1/session/{id}/complete', { path: { id }, body: options }),
});
