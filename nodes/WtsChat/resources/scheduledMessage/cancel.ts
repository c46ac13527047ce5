import type { IDataObject } from 'n8n-workflow';
import { batching } from '../../fields/batching';
import { optionsOf } from '../../fields/kinds/collection';
import { simplified } from '../../fields/output';
import { pendingMessageId } from '../../fields/scheduledMessage';
import { requestOperation } from '../../operations/operation';
import { success } from '../../operations/record';
import { post } from '../../transport/contract';
import { DeliveryError } from '../../transport/errors';
import { isRecord } from '../../transport/records';
import * as sentences from '../sentences';

/**
 * Neither the most IDs of one request is documented, nor how those are reported that cannot be
 * canceled: a message that is not there with the status CANCELED becomes an error.
 */
export const cancel = requestOperation({
	name: 'Cancel',
	value: 'cancel',
	action: 'Cancel a scheduled message',
	description: 'Cancel a message before it is sent',
	record: ['ScheduledMessage', success],
	fields: {
		id: pendingMessageId,
		output: simplified([
			'id',
			'scheduling',
			'status',
			'type',
			'contactId',
			'channelId',
			'sessionId',
			'failureReason',
			// all that there is of a message that is canceled alone
			'success',
		]),
		options: optionsOf({ batching }),
	},
	request: ({ id }) => post('/chat/v1/scheduled-message/{id}/cancel', { path: { id } }),
	batch: {
		max: 100,
		item: ({ id }) => ({ shared: undefined, part: id }),
		request: (_, ids) => post('/chat/v1/scheduled-message/batch-cancel', { body: ids }),
		records: messagesOf,
	},
});

/** The message of each ID; one that was not canceled is an error. */
function messagesOf(answer: unknown, ids: string[]): Array<IDataObject | DeliveryError> {
	const messages = Array.isArray(answer) ? answer.filter(isRecord) : [];
	const byId = new Map(messages.map((message) => [message.id, message]));
	return ids.map((id) => {
		const message = byId.get(id);
		return message?.status === 'CANCELED' ? message : notCanceled(id, message?.status);
	});
}

function notCanceled(id: string, status: IDataObject[string]): DeliveryError {
	const remedy = status
		? `Its status is ${String(status)}; only messages in status SCHEDULED can be canceled.`
		: `WTS Chat does not say what became of it; check '${pendingMessageId.label}'.`;
	return new DeliveryError(sentences.notCanceled, remedy, { id, status });
}
