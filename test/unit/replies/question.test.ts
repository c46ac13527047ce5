import type { Delivery } from '../../../nodes/WtsChat/events/delivery';
import {
	isReply,
	questionIn,
	toQuery,
	type Question,
} from '../../../nodes/WtsChat/replies/question';

const ASKED = Date.parse('2026-11-30T10:00:00Z');
const [BEFORE, SOON] = ['2026-11-30T09:59:59.0000000Z', '2026-11-30T10:00:30.0000000Z'];
const question: Question = {
	sessionId: 'session',
	messageId: 'message',
	askedAt: ASKED,
	waitMs: 60_000,
	until: ASKED + 61_000,
	alone: false,
};

test.each([question, { ...question, alone: true }, { ...question, messageId: undefined }])(
	'a question is read from its address as it was written: %p',
	(asked) => {
		expect(questionIn(new URLSearchParams(toQuery(asked)))).toEqual(asked);
	},
);

test('an address of before, without the time to wait, is read', () => {
	const query = new URLSearchParams({ session: 's', asked: '1000', until: '61000' });
	expect(questionIn(query)).toMatchObject({ sessionId: 's', waitMs: 60_000, messageId: undefined });
});

test.each(['', 'session=s', 'session=s&asked=1', 'asked=1&until=2', 'session=s&asked=x&until=2'])(
	'%p is no address of a question',
	(query) => {
		expect(questionIn(new URLSearchParams(query))).toBeUndefined();
	},
);

function event(content: object, eventType = 'MESSAGE_RECEIVED', date = ''): Delivery {
	const message = {
		id: 'm',
		sessionId: 'session',
		direction: 'FROM_HUB',
		type: 'TEXT',
		createdAt: '2026-11-30T10:00:30Z',
		...content,
	};
	return { eventType, date, content: message, body: {} };
}

test.each<[boolean, string, Delivery]>([
	[true, 'a message of the contact', event({})],
	[true, 'one without a direction', event({ direction: undefined })],
	[true, 'one at the last moment', event({ createdAt: '2026-11-30T10:01:00Z' })],
	[false, 'one after the last moment', event({ createdAt: '2026-11-30T10:01:00.001Z' })],
	[false, 'one at the moment of the question', event({ createdAt: '2026-11-30T10:00:00Z' })],
	[false, 'one before the question', event({ createdAt: '2026-11-30T09:59:59Z' })],
	[false, 'one without a moment', event({ createdAt: null })],
	[true, 'one whose delivery tells the moment', event({ createdAt: 1 }, undefined, SOON)],
	[false, 'one delivered before the question', event({ createdAt: 1 }, undefined, BEFORE)],
	[false, 'one of another conversation', event({ sessionId: 'another' })],
	[false, 'what the account has written', event({ direction: 'TO_HUB' })],
	[false, 'an internal note', event({ type: 'NOTE' })],
	[false, 'a transfer to another department', event({ type: 'TRANSITION' })],
	[false, 'the visit of a page', event({ type: 'TRACK' })],
	[false, 'what the contact has deleted', event({ status: 'DELETED' })],
	[false, 'another event', event({}, 'MESSAGE_UPDATED')],
])('%p: %s is a reply', (expected, _name, delivery) => {
	expect(isReply(delivery, question)).toBe(expected);
});

test('what a newer question has got is no reply', () => {
	const after = Date.parse('2026-11-30T10:00:30Z');
	expect(isReply(event({}), question, after)).toBe(false);
	expect(isReply(event({ createdAt: '2026-11-30T10:00:31Z' }), question, after)).toBe(true);
});
