import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { InputError } from '../fields/inputError';
import { DeliveryError } from '../transport/errors';
import { isRecord } from '../transport/records';
import type { Sentence } from '../values/sentence';
import { errorIn } from './entries';
import { outcomeOf } from './delivery';
import * as sentences from './sentences';

/** A message of a batch; its sender ID tells the results apart. */
interface Sent {
	senderId: string;
}

/** The message with the sender ID that it has, or with a new one. */
export function withSenderId<Message extends { senderId?: string }>(
	message: Message,
): Message & Sent {
	return { ...message, senderId: message.senderId ?? randomUUID() };
}

/**
 * The messages, of which every one has a sender ID of its own.
 *
 * @throws InputError when two messages have the same one
 */
export function toldApart<Message extends Sent>(messages: Message[]): Message[] {
	if (new Set(messages.map(({ senderId }) => senderId)).size === messages.length) return messages;
	throw new InputError(
		sentences.sameSenderId,
		'In one request it tells the results apart: give every item its own, or leave it empty.',
	);
}

/** The result of each message, told by its sender ID alone, because the contract promises no order. */
export function resultsOf(
	answer: unknown,
	messages: Sent[],
	notes: Set<Sentence>,
): Array<IDataObject | DeliveryError> {
	const results =
		isRecord(answer) && Array.isArray(answer.results) ? answer.results.filter(isRecord) : [];
	return messages.map(({ senderId }) => {
		const own = results.filter((result) => result.senderId === senderId);
		const [result, ...others] = own;
		if (!result || others.length > 0) return untold(senderId, own);
		return errorIn(result) ?? outcomeOf(result, notes);
	});
}

function untold(senderId: string, results: IDataObject[]): DeliveryError {
	return new DeliveryError(
		sentences.messageUntold,
		`Its answer has ${results.length} results for the sender ID "${senderId}". Look in WTS Chat before you send it again.`,
		{ senderId, results },
	);
}
