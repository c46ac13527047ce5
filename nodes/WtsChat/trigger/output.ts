import type { IDataObject } from 'n8n-workflow';
import type { Delivery } from '../events/delivery';
import type { Subject } from '../events/names';
import { isAudio, transcriptionOf } from '../events/transcription';
import { author, contactName, phone, valueOf, type Property } from '../fields/properties';
import { isRecord } from '../transport/records';

/**
 * The event as the workflow gets it: flat, beginning with what people use, or as it came.
 *
 * @param session the session of a message, where it has been read; null where it could not be
 */
export function outputOf(
	delivery: Delivery,
	simplify: boolean,
	session?: IDataObject | null,
): IDataObject {
	const { eventType, date, content, body } = delivery;
	if (!simplify) return { ...body };
	const { changeMetadata, caughtUp } = body;
	return {
		...beginningOf(delivery, session),
		eventType,
		date,
		...content,
		...(isAudio(content) ? { transcription: transcriptionOf(content) ?? null } : {}),
		...(changeMetadata ? { changeMetadata } : {}),
		...(caughtUp ? { caughtUp } : {}),
	};
}

function beginningOf(
	{ subject, content }: Delivery,
	session: IDataObject | null | undefined,
): Record<string, unknown> {
	const record = { ...peopleOf(subject, content), ...content };
	const inRecordOrSession = (property: Property) =>
		valueOf(property, record) ?? (session ? (valueOf(property, session) ?? null) : session);
	const beginning = {
		text: content.text,
		[author.name]: subject === 'message' ? author.of(content) : undefined,
		[contactName.name]: inRecordOrSession(contactName),
		[phone.name]: inRecordOrSession(phone),
		contactId: inRecordOrSession('contactId'),
		sessionId: record.sessionId,
	};
	return Object.fromEntries(Object.entries(beginning).filter(([, value]) => value !== undefined));
}

/** Whose record it is, and its session, by the names that sessions and messages have for them. */
function peopleOf(subject: Subject | undefined, content: IDataObject): IDataObject {
	switch (subject) {
		case 'session':
			return { sessionId: content.id };
		case 'contact':
			return { contactId: content.id, contactDetails: content };
		case 'card': {
			const [contact] = Array.isArray(content.contacts) ? content.contacts.filter(isRecord) : [];
			return { contactId: contact?.id, contactDetails: contact };
		}
		default:
			return {};
	}
}
