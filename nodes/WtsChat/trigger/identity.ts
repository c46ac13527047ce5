import { createHash } from 'node:crypto';
import type { Delivery } from '../events/delivery';
import { isSilence } from '../events/names';
import { isRecord } from '../transport/records';
import { momentOf } from '../values/moments';

/** The events that a record has once in its life. */
const ONCE = ['MESSAGE_RECEIVED', 'MESSAGE_SENT', 'SESSION_NEW', 'CONTACT_NEW', 'PANEL_CARD_NEW'];

/**
 * What tells one event from another, however often each is delivered.
 *
 * A silence is known by its conversation and the message it began with. A new record is known by its ID, and the end of a session by the second as well, since the API writes
 * the rest of a record and its moments in other ways than a delivery. Every other event is known by all
 * that it brings, so that no two of them are taken for one, whatever parts are missing; the moment of an
 * update of a message stands in its record, and that of other events counts in milliseconds.
 */
export function identityOf({ eventType, subject, date, content, body }: Delivery): string {
	const { id } = content;
	if (isSilence(eventType)) return JSON.stringify([eventType, id, body.silence]);
	if (typeof id === 'string' && id !== '') {
		if (ONCE.includes(eventType)) return JSON.stringify([eventType, id]);
		const ended = eventType === 'SESSION_COMPLETE' ? momentOf(content.endAt) : undefined;
		if (ended !== undefined) return JSON.stringify([eventType, id, Math.floor(ended / 1_000)]);
	}
	const told = { ...body, date: subject === 'message' ? undefined : inMilliseconds(date) };
	return createHash('sha256').update(canonical(told)).digest('base64');
}

/** What tells it from the events of all triggers in the n8n process. */
export function keyOf(owner: string, delivery: Delivery): string {
	return `${owner}/${identityOf(delivery)}`;
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
