import type { IDataObject } from 'n8n-workflow';
import type { components } from '../../../contract/types/chat';
import type { Delivery } from '../events/delivery';
import { get } from '../transport/contract';
import { PlainError } from '../transport/plainError';
import type { Read } from '../transport/reader';
import { isRecord } from '../transport/records';
import { unreadable } from '../transport/sentences';
import { isBlank } from '../values/blank';

/** Everybody who has to do with a session. */
export const SESSION_DETAILS: Array<components['schemas']['SessionDetail']> = [
	'AgentDetails',
	'ChannelDetails',
	'ChannelTypeDetails',
	'ClassificationDetails',
	'ContactDetails',
	'DepartmentsDetails',
];

/** The session with everybody who has to do with it. */
export const sessionWithDetails = (id: string) =>
	get('/chat/v2/session/{id}', {
		path: { id },
		query: {
			includeDetails: SESSION_DETAILS,
		},
	});

/**
 * The session with everybody who has to do with it, as a copy.
 *
 * @throws PlainError for what is no session, which says nothing of who has to do with it
 */
export async function readWholeSession(read: Read, sessionId: unknown): Promise<IDataObject> {
	const session = await read(sessionWithDetails(String(sessionId)));
	if (!isRecord(session) || isBlank(session.id)) throw new PlainError(unreadable(''));
	return { ...session };
}

/** What is read of an event beside it. */
interface Details extends IDataObject {
	record?: IDataObject;
	session?: IDataObject | null;
	recordError?: string;
}

/**
 * The record of the event as the API has it now, and the session of a message. The API has nothing to
 * read for templates and payments. A record that cannot be read is no reason to lose the event, so the
 * problem is told instead of thrown.
 */
export async function detailsOf(read: Read, { subject, content }: Delivery): Promise<Details> {
	const id = String(content.id);
	try {
		switch (subject) {
			case 'session':
				return { record: { ...(await read(sessionWithDetails(id))) } };
			case 'message':
				return {
					record: { ...(await read(get('/chat/v1/message/{id}', { path: { id } }))) },
					session: { ...(await read(sessionWithDetails(String(content.sessionId)))) },
				};
			case 'contact':
				return { record: { ...(await read(contactWithDetails(id))) } };
			case 'card':
				return { record: { ...(await read(cardWithDetails(id))) } };
			case 'cardNote':
				return { record: { ...(await read(cardWithDetails(String(content.cardId)))) } };
			default:
				return {};
		}
	} catch (error) {
		const recordError = (error as Error).message;
		return subject === 'message' ? { session: null, recordError } : { recordError };
	}
}

const contactWithDetails = (id: string) =>
	get('/core/v1/contact/{id}', {
		path: { id },
		query: { IncludeDetails: ['Tags', 'CustomFields', 'Portfolios'] },
	});

const cardWithDetails = (id: string) =>
	get('/crm/v2/panel/card/{id}', {
		path: { id },
		query: {
			IncludeDetails: [
				'PanelTitle',
				'StepTitle',
				'StepPhase',
				'ResponsibleUser',
				'Contacts',
				'CustomFields',
				'LostReason',
			],
		},
	});
