import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Delivery } from '../events/delivery';
import { cancelledBy } from '../transport/context';
import { untilTimeOut } from '../transport/pause';
import { readerFor, type Read } from '../transport/reader';
import { isBlank } from '../values/blank';
import { readWholeSession } from './details';
import type { TriggerValues } from './form';
import { readSessions } from './lateFilters';
import { looksAtSession } from './person';
import { contactLate } from './sentences';

/** How long a message waits at the trigger for its contact, where nothing else needs the session. */
const PATIENCE_MS = 10_000;

/** The session of a message, which names the contact: null where it could not be read, and why. */
interface SessionRead {
	session?: IDataObject | null;
	contactError?: string;
}

/**
 * The session of a message, for the short form of the event; nothing where it is not wanted. A contact
 * that cannot be read is no reason to lose the event, so the problem is told instead of thrown.
 */
export async function sessionNamingContact(
	context: IExecuteFunctions,
	read: Read,
	{ subject, eventType, content }: Delivery,
	values: TriggerValues,
): Promise<SessionRead> {
	const { simplify, filters, options } = values;
	if (subject !== 'message' || simplify === false || isBlank(content.sessionId)) return {};
	const isReceived = eventType === 'MESSAGE_RECEIVED';
	const isReadAnyway =
		readSessions(values) ||
		(isReceived && looksAtSession({ ...options, onlyUnassigned: filters.onlyUnassigned }));
	if (!isReadAnyway && !(options.readContact ?? isReceived)) return {};

	const signal = untilTimeOut(PATIENCE_MS, context.getExecutionCancelSignal());
	const readInTime = isReadAnyway ? read : readerFor(cancelledBy(context, signal));
	try {
		return { session: await readWholeSession(readInTime, content.sessionId) };
	} catch (error) {
		const contactError = signal.aborted ? contactLate : (error as Error).message;
		return { session: null, contactError };
	}
}
