import { authorOf, isAnswer, isFromContact } from '../conversation/author';
import { lastAnswerIn, unansweredIn, writtenAt, type History } from '../conversation/history';
import type { Message, Session } from '../conversation/records';
import { WINDOW_MS, windowOf } from '../conversation/window';
import type { SilenceEvent } from '../events/names';
import type { OpenTime } from './openTime';

/** Something that has not been answered in a conversation. */
export interface Silence {
	event: SilenceEvent;
	/** What tells it from the other silences of the conversation. */
	key: string;
	/** Since when, in milliseconds. */
	since: number;
	/** When the window closes, in milliseconds, where that is what counts. */
	until?: number;
	/** The message that has no answer. */
	message?: Message;
}

/** Whether the conversation is one that somebody has to do with now. */
export function isOngoing({ status }: Session): boolean {
	return status !== 'COMPLETED' && status !== 'HIDDEN';
}

/** The silences of a conversation, as it is at the moment `now`, in milliseconds. */
export function silencesIn(session: Session, history: History, now: number): Silence[] {
	if (!isOngoing(session)) return [];
	return [silent(session, history), unanswered(history), closing(session, now)].flat();
}

/**
 * The contact has not answered. What a person writes begins another silence, what a chatbot or the API
 * writes does not: a workflow that follows up would follow up on itself for ever.
 */
function silent({ id }: Session, history: History): Silence[] {
	const answer = lastAnswerIn(history);
	if (answer?.at === undefined || unansweredIn(history).length > 0) return [];
	const anchor = history.messages
		.filter((message) => isFromContact(message) || isFromPerson(message))
		.at(-1);
	if (!anchor && !history.isWhole) return [];
	const { message, at: since } = answer;
	return [{ event: 'CONTACT_SILENT', key: String(anchor?.id ?? id), since, message }];
}

/** Nobody has answered the contact since the first of these messages. */
function unanswered(history: History): Silence[] {
	const [message] = unansweredIn(history);
	const since = message && writtenAt(message);
	if (since === undefined || lastAnswerIn(history) === undefined) return [];
	return [{ event: 'CONTACT_UNANSWERED', key: String(message?.id), since, message }];
}

/** The window closes 24 hours after the contact's last message. */
function closing(session: Session, now: number): Silence[] {
	const { closesAt: until } = windowOf(session, now);
	if (until === undefined) return [];
	const since = until - WINDOW_MS;
	// the API writes fractions of a second in several ways
	return [{ event: 'WINDOW_CLOSING', key: String(Math.floor(since / 1_000)), since, until }];
}

/** When it has lasted for so many milliseconds of the time that counts, or so many are left; Infinity for never. */
export function dueAt({ since, until }: Silence, ms: number, time: OpenTime): number {
	if (until === undefined) return time.after(since, ms);
	const first = time.after(since, 0);
	return first < until ? Math.max(first, time.before(until, ms)) : Infinity;
}

function isFromPerson(message: Message): boolean {
	return isAnswer(message) && authorOf(message) === 'user';
}
