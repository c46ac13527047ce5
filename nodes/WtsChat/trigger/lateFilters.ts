import type { IDataObject } from 'n8n-workflow';
import { openingAt } from '../conversation/officeHours';
import type { Delivery } from '../events/delivery';
import { get } from '../transport/contract';
import { PlainError } from '../transport/plainError';
import type { Read } from '../transport/reader';
import { isRecord } from '../transport/records';
import { isBlank } from '../values/blank';
import { momentOf } from '../values/moments';
import { sessionWithDetails } from './details';
import { filtersOf } from './filters';
import type { ChoosingValues } from './form';
import * as sentences from './sentences';

/** A chosen filter that needs what the event does not tell: whether the event passes it. */
export type LateFilter = (read: Read, delivery: Delivery) => Promise<boolean>;

/** The chosen filters that read from the API, once n8n has stored the event. */
export function lateFiltersOf(values: ChoosingValues): LateFilter[] {
	const { firstConversation, officeHours } = values.filters;
	const { ofSession } = filtersOf(values);
	const late: LateFilter[] = [];
	if (ofSession.length > 0) {
		late.push(async (read, delivery) => {
			if (delivery.subject !== 'message') return true;
			const session = await sessionOf(read, delivery);
			return ofSession.every((passes) => passes(session));
		});
	}
	if (firstConversation) {
		late.push(async (read, delivery) => {
			if (delivery.subject !== 'message' && delivery.subject !== 'session') return true;
			return (await isFirst(read, delivery)) === (firstConversation === 'first');
		});
	}
	if (officeHours) {
		late.push(async (read, { date }) => {
			const hours = await read(get('/core/v1/company/officehours', {}));
			const { isOpen } = openingAt(hours, momentOf(date) ?? Date.now());
			return isOpen === (officeHours === 'inside');
		});
	}
	return late;
}

/** Whether the chosen filters read the session of a message. */
export function readSessions(values: ChoosingValues): boolean {
	return values.filters.firstConversation !== undefined || filtersOf(values).ofSession.length > 0;
}

/** The session of a message, or of an event about a session. */
async function sessionOf(read: Read, { subject, content }: Delivery): Promise<IDataObject> {
	if (subject === 'session') return content;
	return { ...(await read(sessionWithDetails(String(content.sessionId)))) };
}

/**
 * Whether the contact has had no conversation before.
 *
 * Source: GET /chat/v2/session
 */
async function isFirst(read: Read, delivery: Delivery): Promise<boolean> {
	const { id, contactId, createdAt, previousSessionId } = await sessionOf(read, delivery);
	if (!isBlank(previousSessionId)) return false;
	const begun = momentOf(createdAt);
	if (isBlank(contactId) || begun === undefined) {
		throw new PlainError(sentences.sessionUntold);
	}
	const query = {
		ContactId: String(contactId),
		'CreatedAt.Before': new Date(begun).toISOString(),
		PageSize: 2,
	};
	const { items } = await read(get('/chat/v2/session', { query }));
	return !(items ?? []).filter(isRecord).some((session) => session.id !== id);
}
