import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { InputError } from '../fields/itemParameters';
import type { ApiRequest } from '../transport/contract';
import { isRecord } from '../transport/records';

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

/**
 * The result of each message, told by its sender ID, because the contract promises no order. Where
 * the API does not repeat the sender IDs, the order is all there is.
 */
export function resultsOf(answer: unknown, count: number, { body }: ApiRequest): IDataObject[] {
	const results =
		isRecord(answer) && Array.isArray(answer.results) ? answer.results.filter(isRecord) : [];
	const bySender = new Map(results.map((result) => [result.senderId, result]));
	const { messages } = body as { messages: Sent[] };
	const told = messages.flatMap(({ senderId }) => bySender.get(senderId) ?? []);
	return told.length === count ? told : results;
}
