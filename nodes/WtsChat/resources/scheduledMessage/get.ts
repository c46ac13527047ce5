import { outputFields } from '../../fields/output';
import {
	scheduledMessageId,
	scheduledMessageReadOptions,
	scheduledMessageShortForm,
	type ScheduledMessageDetail,
} from '../../fields/scheduledMessage';
import { get as read } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: GET /chat/v1/scheduled-message/{id} */
export const get: RequestOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get a scheduled message',
	description: 'Read one scheduled message by its ID',
	shortForm: scheduledMessageShortForm,
	fields: [scheduledMessageId, ...outputFields, scheduledMessageReadOptions],
	request: (parameters) =>
		read('/chat/v1/scheduled-message/{id}', {
			path: { id: parameters.requiredId('scheduledMessageId') },
			query: {
				includeDetails: parameters
					.group('options')
					.choices<ScheduledMessageDetail>('includeDetails'),
			},
		}),
};
