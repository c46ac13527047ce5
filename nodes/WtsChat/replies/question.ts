import type { IDataObject } from 'n8n-workflow';
import { isWritten } from '../conversation/author';
import type { Delivery } from '../events/delivery';
import { momentOf } from '../values/moments';

/** A question that waits for its answer. */
export interface Question {
	/** The conversation that it was asked in; nobody else's reply counts. */
	sessionId: string;
	/** The message that asked. It tells this question from others of the same node in the same execution. */
	messageId?: string;
	/** When it was asked, in milliseconds by the clock of WTS Chat; what was written before is no reply. */
	askedAt: number;
	/** How many milliseconds a reply may take. */
	waitMs: number;
	/** When the time is over, in milliseconds by the clock of n8n. */
	until: number;
	/** Whether it hears for itself alone, because this n8n cannot call its own address. */
	alone: boolean;
}

/** The question as parameters of its address, which n8n signs: nobody can change them. */
export function toQuery(question: Question): Record<string, string> {
	const { sessionId, messageId, askedAt, waitMs, until, alone } = question;
	return {
		session: sessionId,
		...(messageId && { message: messageId }),
		asked: String(askedAt),
		wait: String(waitMs),
		until: String(until),
		...(alone && { alone: '1' }),
	};
}

/** The question that an address was made for; undefined when it is no such address. */
export function questionIn(query: URLSearchParams): Question | undefined {
	const sessionId = query.get('session');
	const [askedAt, until] = [Number(query.get('asked')), Number(query.get('until'))];
	if (!sessionId || !askedAt || !until) return undefined;
	return {
		sessionId,
		messageId: query.get('message') ?? undefined,
		askedAt,
		waitMs: Number(query.get('wait')) || until - askedAt,
		until,
		alone: query.has('alone'),
	};
}

/**
 * Whether the event is a reply to the question.
 *
 * @param after what was written up to this moment is none, in milliseconds
 */
export function isReply(delivery: Delivery, question: Question, after = question.askedAt): boolean {
	const { eventType, content } = delivery;
	return (
		eventType === 'MESSAGE_RECEIVED' &&
		content.sessionId === question.sessionId &&
		isAnswer({ ...content, createdAt: whenWritten(delivery) }, question, after)
	);
}

/** When a message was written, as far as it says so, or else when WTS Chat told of it. */
export function whenWritten({ content, date }: Delivery): string {
	return momentOf(content.createdAt) === undefined ? date : String(content.createdAt);
}

/** Whether a message of the conversation comes from the contact, was written in time and is still there. */
export function isAnswer(
	message: IDataObject,
	{ askedAt, waitMs }: Question,
	after = askedAt,
): boolean {
	const writtenAt = momentOf(message.createdAt) ?? 0;
	const isInTime = writtenAt > after && writtenAt <= askedAt + waitMs;
	return message.direction !== 'TO_HUB' && isWritten(message) && isInTime;
}
