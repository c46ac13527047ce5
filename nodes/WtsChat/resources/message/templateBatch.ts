import { optionalFileFrom } from '../../fields/file';
import { InputError, type ItemParameters } from '../../fields/itemParameters';
import { post } from '../../transport/contract';
import type { BatchOperation } from '../operation';
import { resultsOf, withSenderIds } from '../sendBatch';
import { ownFrom, sharedFrom } from './templateMessage';

/** Source: POST /chat/v1/send/template/batch */
export const templateBatch: BatchOperation['batch'] = {
	most: 100,
	shared: sharedFrom,
	request: (items) =>
		post('/chat/v1/send/template/batch', {
			body: { ...sharedFrom(items[0]), messages: withSenderIds(items.map(messageFrom)) },
		}),
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
