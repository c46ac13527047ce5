import type { Delivery } from '../../../nodes/WtsChat/events/delivery';
import { KEPT_MS, SETTLED_MS } from '../../../nodes/WtsChat/replies/plan';
import type { Waitlist } from '../../../nodes/WtsChat/replies/waitlist';
import type { Wait } from '../../../nodes/WtsChat/replies/waits';
import { answeredBy, known, listOf, message, NOW, SECOND_MS, wait } from './questions';

const SESSION = 'session 1';

const reply = message('reply', SESSION, SECOND_MS);
/** The IDs of the messages that are to be brought, each with the question that it goes to. */
const brought = (list: Waitlist, now = NOW + 2 * SECOND_MS) =>
	list.plan(now).deliver.map(({ wait: to, heard }) => [heard.message.content.id, to.signature]);

test('a question that begins to wait again is there once, as it is now', () => {
	const list = listOf(known(1), known(2), known(1, { after: NOW + 5 }));
	expect(list.waits.map(({ signature, after }) => [signature, after])).toEqual([
		['signature 2', NOW + 2],
		['signature 1', NOW + 5],
	]);
});

test('only those that hear the account are listeners, and there are enough of them or not', () => {
	const list = listOf(known(1, { listens: true }), known(2), known(3, { listens: true }));
	expect([1, 2, 3].map((count) => list.hasListeners(count))).toEqual([true, true, false]);
});

describe('of a question that waits no more', () => {
	test('the subscription goes at the first of the moments that were told', () => {
		const list = listOf(known(1), known(2));
		list.end('signature 1', NOW + 20);
		list.end('signature 1', NOW + 10);
		list.end('signature 1', NOW + 30);
		expect(list.goesAt).toEqual([NOW + 10]);
		expect(list.waits.map(({ signature }) => signature)).toEqual(['signature 2']);
	});

	test('the subscription stays a while where another process may have its reply', () => {
		const list = listOf(known(1));
		list.foundOver('signature 1', NOW);
		expect([list.goesAt, list.waits]).toEqual([[NOW + SETTLED_MS], []]);
	});

	test.each<[string, number, string[], boolean]>([
		['forgotten once it is gone', NOW + 1, [], false],
		['known where it has gone in this very moment', NOW, [], true],
		['known as long as it could not be removed', NOW + 1, ['signature 1'], true],
		['forgotten where that of another one could not be removed', NOW + 1, ['signature 2'], false],
	])('the subscription is %s', (_, at, left, isKnown) => {
		const list = listOf(known(1));
		list.end('signature 1', NOW);
		list.forgetEnded(at, new Set(left));
		expect(list.hasWaits).toBe(isKnown);
	});

	test.each<[string, number, string[], boolean]>([
		['forgotten after some minutes', NOW + KEPT_MS, [], false],
		['known until then', NOW + KEPT_MS - 1, [], true],
		[
			'known as long as the subscription could not be removed',
			NOW + KEPT_MS,
			['signature 1'],
			true,
		],
	])('the reply is %s', (_, at, left, isKnown) => {
		const list = listOf();
		list.use(reply, answeredBy(known(1)), NOW);
		list.forgetEnded(at, new Set(left));
		expect(list.isInUse).toBe(isKnown);
		expect(list.forgetsAt).toBe(isKnown ? NOW + KEPT_MS : Infinity);
	});
});

test('the first of several replies is the first that is forgotten', () => {
	const list = listOf();
	list.use(reply, answeredBy(known(1)), NOW + 20);
	list.use(message('other', 'session 2', SECOND_MS), answeredBy(known(2)), NOW + 10);
	expect(list.forgetsAt).toBe(NOW + 10 + KEPT_MS);
});

describe('an account is in use', () => {
	test.each<[string, (list: Waitlist) => void, boolean, boolean]>([
		['not where nobody waits', () => undefined, false, false],
		['where somebody waits', (list) => list.begin(known(1)), true, true],
		['where a subscription is still to go', (list) => list.end('signature 1', NOW), true, true],
		[
			'where somebody had a reply here',
			(list) => void list.use(reply, answeredBy(known(1)), NOW),
			true,
			false,
		],
		[
			'where a subscription tells of a reply',
			(list) => {
				const answer = { messageId: 'reply', takenAt: NOW };
				list.plan(NOW, { waits: [known(1, { answer })], at: NOW });
			},
			true,
			false,
		],
	])('%s', (_, happens, isInUse, hasWaits) => {
		const list = listOf();
		happens(list);
		expect({ isInUse: list.isInUse, hasWaits: list.hasWaits }).toEqual({ isInUse, hasWaits });
	});
});

describe('a message that was heard', () => {
	test('is brought to the question that it is for', () => {
		const list = listOf(known(1), known(2));
		list.hear(reply, NOW);
		expect(brought(list)).toEqual([['reply', 'signature 1']]);
	});

	test('is brought to one that hears the account only where it was missed', () => {
		const list = listOf(known(1, { listens: true }));
		list.hear(reply, NOW);
		expect(brought(list)).toEqual([]);
		list.plan(NOW + SECOND_MS, { waits: [known(1, { listens: true })], at: NOW + SECOND_MS });
		list.hear(reply, NOW, true);
		expect(brought(list)).toEqual([['reply', 'signature 1']]);
	});

	test.each<[string, Delivery, Delivery, number]>([
		['twice counts once', reply, { ...reply, date: '' }, 1],
		['is told from others by its ID', reply, message('other', SESSION, SECOND_MS), 2],
		[
			'without an ID is told by all that it holds',
			message('', SESSION, SECOND_MS),
			message('', SESSION, 2 * SECOND_MS),
			2,
		],
		[
			'without an ID, twice, counts once',
			message('', SESSION, SECOND_MS),
			message('', SESSION, SECOND_MS),
			1,
		],
		[
			'counts once whether its ID is a text or a number',
			message('7', SESSION, SECOND_MS),
			message('', SESSION, SECOND_MS, { id: 7 }),
			1,
		],
	])('%s', (_, one, other, count) => {
		const list = listOf(known(1));
		list.hear(one, NOW);
		list.hear(other, NOW);
		expect(list.plan(NOW + SECOND_MS).heard).toHaveLength(count);
	});

	test('is given out no more once an execution has it, nor heard again', () => {
		const list = listOf(known(1));
		const others = message('others', SESSION, 2 * SECOND_MS);
		for (const one of [reply, others]) list.hear(one, NOW);
		list.take(reply);
		list.hear(reply, NOW, true);
		expect(list.isUsed(reply)).toBe(true);
		expect(list.isUsed(others)).toBe(false);
		expect(brought(list)).toEqual([['others', 'signature 1']]);
	});

	test('is for the question that waits, as long as no execution has it', () => {
		const list = listOf(known(1));
		const isFor = (one: Wait) => list.isFor(reply, one, one.signature);
		expect([isFor(known(1)), isFor(known(2))]).toEqual([true, false]);
		list.take(reply);
		expect(isFor(known(1))).toBe(false);
		expect(list.isMeant(reply, known(1), 'signature 1')).toBe(true);
	});

	test('is for the newest question, also where that is not known yet', () => {
		const list = listOf(known(1));
		const newer = known(2, { sessionId: SESSION });
		expect(list.isMeant(reply, newer, newer.signature)).toBe(true);
		list.begin(newer);
		expect(list.isMeant(reply, known(1), 'signature 1')).toBe(false);
	});

	test('is for a question as the process knows it, not as its address tells', () => {
		const list = listOf(known(1, { after: NOW + 2 * SECOND_MS }));
		expect(list.isMeant(reply, wait(1), 'signature 1')).toBe(false);
	});
});

test('of those that were given out, ten thousand are remembered', () => {
	const list = listOf();
	const nth = (n: number) => message(`message ${n}`, SESSION, SECOND_MS);
	for (let n = 0; n <= 10_000; n++) list.take(nth(n));
	expect([0, 1, 10_000].map((n) => list.isUsed(nth(n)))).toEqual([false, true, true]);
});

describe('while it is decided whether a message is for a question', () => {
	test('nobody brings it, and it is decided once', () => {
		const list = listOf(known(1));
		expect(list.claim(reply, 'signature 1')).toBe(true);
		expect(list.claim(reply, 'signature 1')).toBe(false);
		list.hear(reply, NOW);
		expect(brought(list)).toEqual([]);
		list.release(reply, 'signature 1');
		list.hear(reply, NOW);
		expect(brought(list)).toEqual([['reply', 'signature 1']]);
		expect(list.claim(reply, 'signature 1')).toBe(true);
	});

	test('other questions can decide as well, and the last of them lets it go', () => {
		const list = listOf(known(1));
		expect(list.claim(reply, 'signature 1')).toBe(true);
		expect(list.claim(reply, 'signature 2')).toBe(true);
		list.release(reply, 'signature 2');
		list.hear(reply, NOW);
		expect(brought(list)).toEqual([]);
		expect(list.claim(reply, 'signature 1')).toBe(false);
		list.release(reply, 'signature 1');
		list.hear(reply, NOW);
		expect(brought(list)).toHaveLength(1);
	});

	test('what nobody decides about cannot be let go', () => {
		const list = listOf(known(1));
		list.release(reply, 'signature 1');
		list.claim(reply, 'signature 2');
		list.release(reply, 'signature 1');
		expect(list.claim(reply, 'signature 2')).toBe(false);
	});
});

describe('a reply', () => {
	test('ends for older questions of the conversation what was written so far', () => {
		const [older, other, own] = [known(1), known(2), known(3, { sessionId: SESSION })];
		const list = listOf(older, other, own);
		expect(list.use(reply, answeredBy(own), NOW)).toEqual([older]);
		const afters = [older, other, own].map(({ after }) => after);
		expect(afters).toEqual([NOW + SECOND_MS, NOW + 2, NOW + 3]);
	});

	test('counts from when WTS Chat told of it where it does not say when it was written', () => {
		const older = known(1);
		const list = listOf(older);
		const undated = message('undated', SESSION, 3 * SECOND_MS, { createdAt: undefined });
		list.use(undated, answeredBy(known(3, { sessionId: SESSION })), NOW);
		expect(older.after).toBe(NOW + 3 * SECOND_MS);
	});
});
