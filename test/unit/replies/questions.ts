import type { IDataObject } from 'n8n-workflow';
import type { Delivery } from '../../../nodes/WtsChat/events/delivery';
import { toQuery } from '../../../nodes/WtsChat/replies/question';
import { Waitlist } from '../../../nodes/WtsChat/replies/waitlist';
import { waitAt, type Wait } from '../../../nodes/WtsChat/replies/waits';

export const NOW = Date.parse('2026-11-30T10:00:00Z');
export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;

/** The n-th question, asked n milliseconds after {@link NOW}, which waits for ten minutes and is not subscribed. */
export function wait(n: number, more: Partial<Wait> = {}): Wait {
	const askedAt = NOW + n;
	const waitMs = 10 * MINUTE_MS;
	const question = {
		sessionId: `session ${n}`,
		messageId: `question ${n}`,
		askedAt,
		waitMs,
		until: askedAt + waitMs,
		alone: false,
		...more,
	};
	const query = new URLSearchParams({ ...toQuery(question), signature: `signature ${n}` });
	const url = `https://n8n.example.com/webhook-waiting/${n}/node?${query.toString()}`;
	return { ...waitAt(url, question), ...more };
}

/** A message as WTS Chat delivers it, `afterMs` milliseconds after {@link NOW}; the contact wrote it, unless `more` says otherwise. */
export function message(
	id: string,
	sessionId: string,
	afterMs: number,
	more: IDataObject = {},
): Delivery {
	const createdAt = new Date(NOW + afterMs).toISOString();
	const content = { id, sessionId, direction: 'FROM_HUB', type: 'TEXT', createdAt, ...more };
	const eventType = 'MESSAGE_RECEIVED';
	const body = { eventType, date: createdAt, content };
	return { eventType, subject: 'message', date: createdAt, content, changed: undefined, body };
}

/** The same question, subscribed. */
export function known(n: number, more: Partial<Wait> = {}): Wait {
	return wait(n, { subscriptionId: `${n}`, subscribedAt: NOW, ...more });
}

/** What a process knows that has seen these questions begin. */
export function listOf(...waits: Wait[]): Waitlist {
	const list = new Waitlist();
	for (const one of waits) list.begin(one);
	return list;
}

/** That a question has its reply. */
export function answeredBy(question: Wait, more: { asksAgain?: boolean } = {}) {
	return { question, signature: question.signature, ...more };
}
