import { momentOf } from '../values/moments';
import { authorOf, isAnswer, isFromContact, isWritten, type Author } from './author';
import type { Message } from './records';

/** The newest messages of a session. */
export interface History<Kept extends Message = Message> {
	/** The oldest first, with notes and what was deleted. */
	messages: Kept[];
	/** Whether these are all messages of the session. */
	isWhole: boolean;
}

/** A place in a history: a message, and when it was, in milliseconds, where the message is not in it. */
export interface Point {
	messageId?: unknown;
	at?: number;
}

/** The messages as a history, in whatever order they came. */
export function historyOf<Kept extends Message>(
	messages: readonly Kept[],
	isWhole: boolean,
): History<Kept> {
	return { messages: oldestFirst(messages), isWhole };
}

/** The history as it was when that message had come; all of it where the message is not in it. */
export function upTo(history: History, messageId: string | undefined): History {
	const place = history.messages.findIndex(({ id }) => id === messageId);
	return place < 0 ? history : { ...history, messages: history.messages.slice(0, place + 1) };
}

/** When the message was written, in milliseconds. */
export function writtenAt({ createdAt, timestamp }: Message): number | undefined {
	return momentOf(createdAt) ?? momentOf(timestamp);
}

/** What the contact has written since the last answer, the oldest first. */
export function unansweredIn({ messages }: History): Message[] {
	return messages.slice(messages.map(isAnswer).lastIndexOf(true) + 1).filter(isFromContact);
}

/** The last answer, and who gave it. */
export interface Answer {
	message: Message;
	author: Author;
	/** In milliseconds. */
	at?: number;
}

/** The last answer; null when nobody has answered, undefined when the history does not reach back to it. */
export function lastAnswerIn({ messages, isWhole }: History): Answer | null | undefined {
	const message = messages.filter(isAnswer).at(-1);
	if (message) return { message, author: authorOf(message), at: writtenAt(message) };
	return isWhole ? null : undefined;
}

/** Whether the contact wrote after the point; undefined when the history does not tell. */
export function contactWroteAfter(history: History, point: Point): boolean | undefined {
	return after(history, point, isFromContact);
}

/** Whether a person of the team wrote to the contact after the point; undefined when it is not sure. */
export function userWroteAfter(history: History, point: Point): boolean | undefined {
	const isFrom = (author: Author) => (message: Message) =>
		isWritten(message) && authorOf(message) === author;
	const wrote = after(history, point, isFrom('user'));
	return wrote === false && after(history, point, isFrom('unknown')) ? undefined : wrote;
}

/** Whether a message after the point is such a one; undefined when the history does not tell. */
function after(
	{ messages, isWhole }: History,
	{ messageId, at }: Point,
	isSuch: (message: Message) => boolean,
): boolean | undefined {
	const place = messages.findIndex(({ id }) => id !== undefined && id === messageId);
	if (place >= 0) return messages.slice(place + 1).some(isSuch);
	if (at === undefined) return undefined;
	const later = messages.filter((message) => (writtenAt(message) ?? -Infinity) > at);
	if (later.some(isSuch)) return true;
	const isDated = messages.every((message) => writtenAt(message) !== undefined || !isSuch(message));
	return isDated && (isWhole || later.length < messages.length) ? false : undefined;
}

/**
 * A message without a date stands right behind the one that was written before it, as the list has them: the
 * newest first, as it was asked for, unless its dates show that it is the other way round.
 */
function oldestFirst<Kept extends Message>(messages: readonly Kept[]): Kept[] {
	const dated = messages.filter((message) => writtenAt(message) !== undefined);
	const [first, last] = [momentIn(dated[0] ?? {}), momentIn(dated.at(-1) ?? {})];
	const isAscending =
		first.at < last.at || (first.at === last.at && first.fraction < last.fraction);
	let before = { at: -Infinity, fraction: 0 };
	const placed = (isAscending ? [...messages] : [...messages].reverse()).map((message, place) => {
		const isUndated = writtenAt(message) === undefined;
		if (!isUndated) before = momentIn(message);
		// those of one moment stay as the list has them
		return { message, ...before, isUndated, ofMoment: isUndated || isAscending ? place : -place };
	});
	placed.sort(
		(one, other) =>
			one.at - other.at ||
			one.fraction - other.fraction ||
			Number(one.isUndated) - Number(other.isUndated) ||
			one.ofMoment - other.ofMoment,
	);
	return placed.map(({ message }) => message);
}

/** When a message was written, as near as it tells. */
function momentIn(message: Message): { at: number; fraction: number } {
	return { at: writtenAt(message) ?? -Infinity, fraction: fractionOf(message) };
}

/** What WTS Chat writes of a moment beyond its milliseconds; messages of a burst may differ in that alone. */
function fractionOf({ createdAt }: Message): number {
	const [, digits = ''] = /\.\d{3}(\d+)/.exec(String(createdAt)) ?? [];
	return Number(`0.${digits}`);
}
