import { simplified } from '../../fields/output';
import {
	scheduledMessageId,
	scheduledMessageReadOptions,
	scheduledMessageShortForm,
} from '../../fields/scheduledMessage';
import { requestOperation } from '../../operations/operation';
import { get as read } from '../../transport/contract';

export const get = requestOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a scheduled message',
	description: 'Read one scheduled message',
	record: 'ScheduledMessage',
	fields: {
		id: scheduledMessageId,
		output: simplified(scheduledMessageShortForm),
		options: scheduledMessageReadOptions,
	},
	request: ({ id, options }) =>
		read('/chat/v1/scheduled-message/{id}', { path: { id }, query: options }),
});
