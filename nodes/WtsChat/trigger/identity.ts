import { createHash } from 'node:crypto';
import type { Delivery } from '../events/delivery';
import { isRecord } from '../transport/records';

/** The events that a message has once in its life. */
const ONCE_A_MESSAGE = ['MESSAGE_RECEIVED', 'MESSAGE_SENT'];

/**
 * What tells one event from another, however often each is delivered.
 *
 * A new message is known by its ID: its `date` comes in two spellings. Every other event is known by all
 * that it brings, so that no two of them are taken for one, whatever parts are missing; the moment of an
 * update of a message stands in its record, and that of other events counts in milliseconds.
 */
export function identityOf({ eventType, subject, date, content, body }: Delivery): string {
	if (ONCE_A_MESSAGE.includes(eventType) && typeof content.id === 'string' && content.id !== '') {
		return JSON.stringify([eventType, content.id]);
	}
	const told = { ...body, date: subject === 'message' ? undefined : inMilliseconds(date) };
	return createHash('sha256').update(canonical(told)).digest('base64');
}

function inMilliseconds(date: string): string | number {
	const moment = Date.parse(date);
	return Number.isNaN(moment) ? date : moment;
}

/** JSON whose properties stand in one order. */
function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
	if (!isRecord(value)) return JSON.stringify(value) ?? '';
	const properties = Object.keys(value)
		.sort()
		.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
	return `{${properties.join()}}`;
}
