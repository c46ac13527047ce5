import type { Delivery } from '../../../nodes/WtsChat/events/delivery';
import { answeredBy, known, listOf, message, MINUTE_MS, NOW, SECOND_MS, wait } from './questions';

const SESSION = 'session 1';

const at = (ms: number, id = `after ${ms}`, session = SESSION) => message(id, session, ms);

function noted(one: Delivery): Delivery {
	return { ...one, content: { ...one.content, type: 'NOTE' } };
}

function undated(one: Delivery): Delivery {
	return { ...one, date: '', content: { ...one.content, createdAt: undefined } };
}

test.each<[string, Delivery, string]>([
	['the one that waits would take it', at(SECOND_MS), 'awaited'],
	['nobody of its conversation waits', at(SECOND_MS, 'm', 'elsewhere'), 'unknown'],
	['it was written before', at(0), 'unknown'],
])('whether a message is a reply, where %s', (_, one, state) => {
	expect(listOf(known(1)).stateOf(one)).toBe(state);
});

test('whether a message is a reply to a question whose subscription is gone, nobody knows', () => {
	expect(listOf(wait(1)).stateOf(at(SECOND_MS))).toBe('unknown');
});

test('what an execution has got is a reply', () => {
	const list = listOf();
	list.take(at(SECOND_MS));
	expect(list.stateOf(at(SECOND_MS))).toBe('taken');
});

test.each<[string, boolean, Delivery, string]>([
	['the reply itself', false, at(30_000, 'reply'), 'taken'],
	['what came before it', false, at(20_000), 'passed'],
	['what came before it, where it asks again', true, at(20_000), 'taken'],
	['what came in that moment, where it asks again', true, at(30_000), 'taken'],
	['what came after it, where it asks again', true, at(30_001), 'passed'],
	['what came before the question, where it asks again', true, at(1), 'passed'],
	['what the contact did not write, where it asks again', true, noted(at(20_000)), 'passed'],
	['what does not say when it came, where it asks again', true, undated(at(20_000)), 'passed'],
	['what came in another conversation', true, at(20_000, 'm', 'session 2'), 'unknown'],
])('once a question was answered: %s', (_, asksAgain, one, state) => {
	const list = listOf();
	list.use(at(30_000, 'reply'), answeredBy(known(1), { asksAgain }), NOW + MINUTE_MS);
	expect(list.stateOf(one)).toBe(state);
});

test.each<[string, Delivery, string]>([
	['the reply itself', at(30_000, 'reply'), 'taken'],
	['what came before it', at(20_000), 'taken'],
	['what came after it', at(40_000), 'passed'],
	['what came in another conversation', at(20_000, 'm', 'session 2'), 'unknown'],
])('once a subscription tells that, for a question that asks again: %s', (_, one, state) => {
	const list = listOf();
	const answer = { messageId: 'reply', takenAt: NOW + 30_000, upTo: NOW + 30_000 };
	list.plan(NOW + MINUTE_MS, { waits: [known(1, { answer })], at: NOW + MINUTE_MS });
	expect(list.stateOf(one)).toBe(state);
	// what was not asked anew is known as before
	list.plan(NOW + MINUTE_MS);
	expect(list.stateOf(one)).toBe(state);
});

test.each([[''], [undefined]])(
	'a reply with %j for its ID is known by all that it holds, and says nothing of others',
	(id) => {
		const list = listOf();
		const nameless = (ms: number) => message('', 'session 1', ms, { id });
		list.use(nameless(30_000), answeredBy(known(1)), NOW + MINUTE_MS);
		expect(list.stateOf(nameless(30_000))).toBe('taken');
		expect(list.stateOf(nameless(31_000))).toBe('unknown');
		expect(list.forgetsAt).toBe(Infinity);
	},
);
