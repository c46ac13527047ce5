import { optionsOf } from '../../fields/collections';
import { sessionId, stopBotInExecution } from '../../fields/session';
import { put } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: PUT /chat/v1/session/{id}/complete; here the contract has the options at the top of the body, and wants a body even when it is empty. */
export const complete: RequestOperation = {
	name: 'Complete',
	value: 'complete',
	action: 'Complete a session',
	description: 'End the conversation',
	fields: [
		sessionId,
		optionsOf([
			{
				displayName: 'Reactivate on New Message',
				name: 'reactivateOnNewMessage',
				type: 'boolean',
				default: true,
				description: 'Whether this session opens again when the contact writes',
			},
			stopBotInExecution,
		]),
	],
	request(parameters) {
		const options = parameters.group('options');
		return put('/chat/v1/session/{id}/complete', {
			path: { id: parameters.requiredId('sessionId') },
			body: {
				reactivateOnNewMessage: options.boolean('reactivateOnNewMessage'),
				stopBotInExecution: options.boolean('stopBotInExecution'),
			},
		});
	},
};
