import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { InputError } from '../fields/itemParameters';
import type { ApiRequest } from '../transport/contract';
import { DeliveryError } from '../transport/errors';
import { isRecord } from '../transport/records';
import { errorIn } from './entries';
import { outcomeOf } from './message/delivery';

/** Something sent to one recipient of a batch. */
interface Sent {
	senderId?: string;
}

/**
 * Gives every message of a batch a sender ID, which tells the results apart.
 *
 * @throws InputError when two messages have the same one
 */
export function withSenderIds<Message extends Sent>(
	messages: Message[],
): Array<Message & { senderId: string }> {
	const named = messages.map((message) => ({
		...message,
		senderId: message.senderId ?? randomUUID(),
	}));
	if (new Set(named.map(({ senderId }) => senderId)).size === named.length) return named;
	throw new InputError(
		"Several items have the same 'Sender ID'",
		'In one request it tells the results apart: give every item its own, or leave it empty.',
	);
}

/** The result of each message, told by its sender ID alone, because the contract promises no order. */
export function resultsOf(
	answer: unknown,
	{ body }: ApiRequest,
	notes: Set<string>,
): Array<IDataObject | DeliveryError> {
	const results =
		isRecord(answer) && Array.isArray(answer.results) ? answer.results.filter(isRecord) : [];
	const { messages } = body as { messages: Sent[] };
	return messages.map(({ senderId }) => {
		const own = results.filter((result) => result.senderId === senderId);
		const [result, ...others] = own;
		if (!result || others.length > 0) return untold(senderId, own);
		return errorIn(result) ?? outcomeOf(result, notes);
	});
}

function untold(senderId: string | undefined, results: IDataObject[]): DeliveryError {
	return new DeliveryError(
		'WTS Chat does not say what became of this message; it may have been sent',
		`Its answer has ${results.length} results for the sender ID "${senderId}". Look in WTS Chat before you send it again.`,
		{ senderId, results },
	);
}
