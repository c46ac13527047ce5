import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import type { components } from '../../../../contract/types/chat';
import { optionalFileFrom } from '../../fields/file';
import { InputError, type ItemParameters } from '../../fields/itemParameters';
import { post, type ApiRequest } from '../../transport/contract';
import { DeliveryError } from '../../transport/errors';
import { isRecord } from '../../transport/records';
import type { BatchOperation } from '../operation';
import { ownFrom, sharedFrom } from './templateMessage';

type Batch = components['schemas']['SendTemplateBatchRequest'];

/** Source: POST /chat/v1/send/template/batch */
export const templateBatch: BatchOperation['batch'] = {
	most: 100,
	shared: sharedFrom,
	request(items) {
		const messages = items.map((item) => {
			const message = messageFrom(item);
			// it tells the results apart
			return { ...message, senderId: message.senderId ?? randomUUID() };
		});
		if (new Set(messages.map((message) => message.senderId)).size < messages.length) {
			throw new InputError(
				"Several items have the same 'Sender ID'",
				'In one request it tells the results apart: give every item its own, or leave it empty.',
			);
		}
		return post('/chat/v1/send/template/batch', { body: { ...sharedFrom(items[0]), messages } });
	},
	records: resultsOf,
};

/**
 * One message of a batch.
 *
 * @throws InputError when the item asks for what only a request of its own can do
 */
export function messageFrom(parameters: ItemParameters) {
	const file = optionalFileFrom(parameters);
	if (file && 'bytes' in file) {
		throw onlyAlone(
			"A file that the item carries cannot go with 'One Request for All Items'",
			"Store it with the operation 'Upload' of 'File' and give its ID",
		);
	}
	const options = parameters.group('options');
	for (const option of ['sessionId', 'waitForDelivery']) {
		if (options.text(option) !== undefined) {
			throw onlyAlone(
				`'${options.label(option)}' cannot go with 'One Request for All Items'`,
				`Take '${options.label(option)}' out of the options`,
			);
		}
	}
	return { ...ownFrom(parameters), fileIdOrUrl: file && ('url' in file ? file.url : file.id) };
}

function onlyAlone(message: string, remedy: string): InputError {
	return new InputError(message, `${remedy}, or switch 'One Request for All Items' off.`);
}

/**
 * The result of each item, told by its sender ID, because the contract promises no order. Where the
 * API does not repeat the sender IDs, the order is all there is.
 *
 * @throws DeliveryError when there is not one result for each item
 */
function resultsOf(answer: unknown, count: number, { body }: ApiRequest): IDataObject[] {
	const results =
		isRecord(answer) && Array.isArray(answer.results) ? answer.results.filter(isRecord) : [];
	const bySender = new Map(results.map((result) => [result.senderId, result]));
	const told = (body as Batch).messages.flatMap(({ senderId }) => bySender.get(senderId) ?? []);
	if (told.length === count) return told;
	if (results.length === count) return results;
	throw new DeliveryError(
		`WTS Chat answered ${results.length} results for ${count} messages`,
		'Look in WTS Chat which messages were sent before you run this again.',
		{ results },
	);
}
