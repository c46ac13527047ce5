import type { IDataObject } from 'n8n-workflow';
import type { Delivery } from '../events/delivery';

/** A question that waits for its answer. */
export interface Question {
	/** The conversation that it was asked in; nobody else's reply counts. */
	sessionId: string;
	/** When it was asked, in milliseconds; what was written before is no reply. */
	askedAt: number;
	/** When n8n stops waiting, in milliseconds. */
	until: number;
	/** Whether it hears for itself alone, because this n8n cannot call its own address. */
	alone: boolean;
}

/** The question as parameters of its address, which n8n signs: nobody can change them. */
export function toQuery({ sessionId, askedAt, until, alone }: Question): Record<string, string> {
	return {
		session: sessionId,
		asked: String(askedAt),
		until: String(until),
		...(alone && { alone: '1' }),
	};
}

/** The question that an address was made for; undefined when it is no such address. */
export function questionIn(query: URLSearchParams): Question | undefined {
	const sessionId = query.get('session');
	const askedAt = Number(query.get('asked'));
	const until = Number(query.get('until'));
	if (!sessionId || !askedAt || !until) return undefined;
	return { sessionId, askedAt, until, alone: query.has('alone') };
}

/** Whether the event is the reply to the question. */
export function isReply({ eventType, content }: Delivery, question: Question): boolean {
	return (
		eventType === 'MESSAGE_RECEIVED' &&
		content.sessionId === question.sessionId &&
		isAnswer(content, question.askedAt)
	);
}

/** Whether a message comes from the contact and was written after the question. */
export function isAnswer({ direction, type, createdAt }: IDataObject, askedAt: number): boolean {
	return direction !== 'TO_HUB' && type !== 'NOTE' && Date.parse(String(createdAt)) > askedAt;
}
