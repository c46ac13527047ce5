import { KEPT_MS, planFor, type Heard } from '../../../nodes/WtsChat/replies/plan';
import type { Answer, Wait } from '../../../nodes/WtsChat/replies/waits';
import { known, message, MINUTE_MS, NOW, SECOND_MS, wait } from './questions';

const FIRST = 'signature 1';

/** What is planned where the API lists these, and this process knows what `more` says. */
function plan(listed: Wait[], more: Partial<Parameters<typeof planFor>[0]> = {}) {
	const none = { waits: [], ended: new Map(), answers: new Map(), heard: [] };
	return planFor({ ...none, listing: { waits: listed, at: NOW }, now: NOW, ...more });
}

const signatures = (waits: Wait[]) => waits.map(({ signature }) => signature);

describe('of a question that the process knows', () => {
	const own = () => known(1, { lookAt: NOW + 7, subscribedAt: NOW - 7 });

	test.each<[string, Partial<Wait>, Partial<Wait>]>([
		['its subscription is the one that is listed', { subscriptionId: 'other' }, {}],
		['it listens as is listed', { listens: true }, {}],
		['what is for it begins as is listed, where that is later', { after: NOW + 500 }, {}],
		[
			'what is for it begins as it knows, where that is later',
			{ after: NOW + 1 },
			{ after: NOW + 900 },
		],
	])('%s', (_, listed, more) => {
		const { waits } = plan([known(1, listed)], { waits: [{ ...own(), ...more }] });
		expect(waits).toEqual([{ ...own(), ...listed, ...more, answer: undefined }]);
	});

	test('the reply is the one that is listed', () => {
		const answer = { messageId: 'm', takenAt: NOW };
		const { waits, answered } = plan([known(1, { answer })], { waits: [own()] });
		expect([waits, answered]).toEqual([[], [{ ...own(), answer }]]);
	});

	test.each<[string, Wait, string | undefined]>([
		['is gone where none is listed', own(), undefined],
		['is gone where none is listed, and it was never made here', wait(1), undefined],
		['is there where it was made since the API was asked', known(1, { subscribedAt: NOW }), '1'],
	])('the subscription %s', (_, question, id) => {
		const { waits, subscribe } = plan([], { waits: [question] });
		expect(waits.map(({ subscriptionId }) => subscriptionId)).toEqual([id]);
		expect(signatures(subscribe)).toEqual(id ? [] : [FIRST]);
	});

	test('nothing is new where the API was not asked', () => {
		const { waits, subscribe } = plan([], { waits: [own()], listing: undefined });
		expect([waits, subscribe]).toEqual([[own()], []]);
	});
});

test('questions of others are known from then on, each once', () => {
	const { waits } = plan([known(1), known(2)], { waits: [known(1)] });
	expect(signatures(waits)).toEqual([FIRST, 'signature 2']);
});

describe('of a question that had its reply', () => {
	const reply: Answer = { messageId: 'm', takenAt: NOW };
	const answers = new Map([[FIRST, reply]]);

	test.each<[string, Wait, number, string[]]>([
		['is told by its subscription', known(1), 0, ['keep']],
		['is told no more when it is time to remove it', known(1), KEPT_MS, []],
		['is told once', known(1, { answer: reply }), 0, ['answered']],
		['cannot be told without a subscription', wait(1), 0, []],
	])('the reply %s', (_, listed, afterMs, expected) => {
		const { keep, answered, waits, pause } = plan([listed], { answers, now: NOW + afterMs });
		const told = [...keep.map(() => 'keep'), ...answered.map(() => 'answered')];
		expect(told).toEqual(expected);
		expect(keep).toEqual(keep.map(() => ({ wait: listed, answer: reply })));
		expect([waits, pause]).toEqual([[], []]);
	});

	test.each<[string, Map<string, Answer>, number]>([
		['five minutes later by the process that took it', answers, KEPT_MS],
		['two minutes after that by others', new Map<string, Answer>(), KEPT_MS + 2 * MINUTE_MS],
	])('the subscription goes %s', (_, own, dueMs) => {
		const listed = known(1, { answer: reply });
		const ended = new Map([[FIRST, NOW]]);
		const at = (ms: number) => {
			const { remove, answered } = plan([listed], { answers: own, ended, now: NOW + ms });
			return [remove.length, answered.length];
		};
		expect([at(dueMs - 1), at(dueMs)]).toEqual([
			[0, 1],
			[1, 0],
		]);
	});

	test('it hears nothing more, and is switched off with what tells its reply', () => {
		const listening = { listens: true };
		expect(signatures(plan([known(1, { ...listening, answer: reply })]).pause)).toEqual([FIRST]);
		const { keep, pause } = plan([known(1, listening)], { answers });
		expect([keep.length, pause]).toEqual([1, []]);
	});
});

describe('of messages that were heard', () => {
	const heard = (id: string, session: number, more: Partial<Heard> = {}): Heard => ({
		message: message(id, `session ${session}`, SECOND_MS),
		at: NOW,
		isMissed: false,
		...more,
	});
	const now = NOW + MINUTE_MS;
	const delivered = (of: Heard[], waits = [known(1), known(2)]) =>
		plan([], { waits, heard: of, listing: undefined, now }).deliver.map(
			({ wait: to, heard: one }) => `${String(one.message.content.id)} to ${to.subscriptionId}`,
		);

	test('the oldest of each conversation goes to its question, whatever is on its way to others', () => {
		expect(delivered([heard('a', 1), heard('b', 2), heard('c', 1)])).toEqual(['a to 1', 'b to 2']);
		expect(delivered([heard('a', 1, { isUnderway: true }), heard('b', 2)])).toEqual(['b to 2']);
	});

	test('one that is not for anybody keeps none of its conversation back', () => {
		const early = heard('early', 1);
		early.message = message('early', 'session 1', 0);
		expect(delivered([early, heard('a', 1)])).toEqual(['a to 1']);
	});

	test('those that one hears itself go to it where it has missed them', () => {
		const waits = [known(1, { listens: true })];
		expect(delivered([heard('a', 1), heard('b', 1, { isMissed: true })], waits)).toEqual([
			'b to 1',
		]);
	});

	test('one for which nobody waits is kept where it came since the API was asked', () => {
		const kept = (of: Heard[]) => plan([known(1)], { heard: of, now }).heard.length;
		expect(kept([heard('a', 9, { at: NOW + 1 })])).toBe(1);
		expect(kept([heard('a', 9)])).toBe(0);
		expect(kept([heard('a', 1)])).toBe(1);
	});
});
