import type { IDataObject } from 'n8n-workflow';
import { batchingField } from '../../fields/batching';
import { outputFields } from '../../fields/output';
import { pendingMessageId } from '../../fields/scheduledMessage';
import { post, type ApiRequest } from '../../transport/contract';
import { DeliveryError } from '../../transport/errors';
import { isRecord } from '../../transport/records';
import type { BatchOperation } from '../operation';

/**
 * Source: POST /chat/v1/scheduled-message/{id}/cancel; many by POST /chat/v1/scheduled-message/batch-cancel
 *
 * Neither the most IDs of one request is documented, nor how those are reported that cannot be
 * canceled: a message that is not there with the status CANCELED becomes an error.
 */
export const cancel: BatchOperation = {
	name: 'Cancel',
	value: 'cancel',
	action: 'Cancel a scheduled message',
	description: 'Cancel a message before it is sent',
	shortForm: [
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
	],
	fields: [pendingMessageId, batchingField, ...outputFields],
	request: (parameters) =>
		post('/chat/v1/scheduled-message/{id}/cancel', {
			path: { id: parameters.requiredId('scheduledMessageId') },
		}),
	batch: {
		most: 100,
		shared: () => undefined,
		request: (items) =>
			post('/chat/v1/scheduled-message/batch-cancel', {
				body: items.map((item) => item.requiredId('scheduledMessageId')),
			}),
		records: messagesOf,
	},
};

/** The message of each ID in the request, in its order; one that was not canceled is an error. */
function messagesOf(answer: unknown, { body }: ApiRequest): Array<IDataObject | DeliveryError> {
	const messages = Array.isArray(answer) ? answer.filter(isRecord) : [];
	const byId = new Map(messages.map((message) => [message.id, message]));
	return (body as string[]).map((id) => {
		const message = byId.get(id);
		return message?.status === 'CANCELED' ? message : notCanceled(id, message?.status);
	});
}

function notCanceled(id: string, status: IDataObject[string]): DeliveryError {
	const remedy = status
		? `Its status is ${String(status)}; only messages in status SCHEDULED can be canceled.`
		: "WTS Chat does not say what became of it; check 'Scheduled Message ID'.";
	return new DeliveryError('The message was not canceled', remedy, { id, status });
}
