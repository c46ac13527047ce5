import fc from 'fast-check';
import {
	contactWroteAfter,
	historyOf,
	lastAnswerIn,
	unansweredIn,
	upTo,
	userWroteAfter,
} from '../../../nodes/WtsChat/conversation/history';
import type { Message } from '../../../nodes/WtsChat/conversation/records';
import { runs } from '../../support/runs';
import { after, api, bot, campaign, contact, officeHours, stranger, user } from './support';

const whole = (...messages: Message[]) => historyOf(messages, true);
const newest = (...messages: Message[]) => historyOf(messages, false);
const idsOf = (messages: Message[]) => messages.map(({ id }) => id);

describe('a history', () => {
	test('has the oldest message first, in whatever order they came', () => {
		const messages = [contact(1), bot(2), contact(3), user(4), contact(5)];
		fc.assert(
			fc.property(
				fc.shuffledSubarray(messages, { minLength: messages.length }),
				(shuffled) => idsOf(whole(...shuffled).messages).join() === idsOf(messages).join(),
			),
			runs(50),
		);
	});

	test('tells messages of one millisecond by what is beyond it', () => {
		const at = (fraction: string) => ({
			id: fraction,
			createdAt: `2026-11-30T12:00:00.${fraction}Z`,
		});
		const { messages } = whole(at('9250791'), at('925079'), at('925'), at('924'), at('9259'));
		expect(idsOf(messages)).toEqual(['924', '925', '925079', '9250791', '9259']);
	});

	test('keeps those of the same moment in the order in which they came', () => {
		const same = (id: string) => contact(1, { id });
		expect(idsOf(whole(contact(2), same('b'), same('a')).messages)).toEqual(['b', 'a', 'at 2']);
	});

	test('places a message by its time at the channel where it has no other', () => {
		const { createdAt } = contact(2);
		const between = contact(0, { createdAt: null, timestamp: createdAt });
		expect(idsOf(whole(contact(3), between, contact(1)).messages)).toEqual([
			'at 1',
			'at 0',
			'at 3',
		]);
	});

	describe('keeps a message without a date behind the one that was written before it', () => {
		const undated = (id: string) => contact(0, { id, createdAt: undefined });
		const [a, b] = [undated('a'), undated('b')];
		// so near that only what is beyond the milliseconds tells them apart
		const exact = (fraction: string) =>
			contact(0, { id: fraction, createdAt: `2026-11-30T12:00:00.925${fraction}Z` });

		test.each<[string, Message[], string[]]>([
			['between two', [contact(1), a, contact(3)], ['at 1', 'a', 'at 3']],
			['at the end', [contact(1), contact(3), a], ['at 1', 'at 3', 'a']],
			['at the beginning', [a, contact(1), contact(3)], ['a', 'at 1', 'at 3']],
			['with another', [contact(1), a, b, contact(3)], ['at 1', 'a', 'b', 'at 3']],
			['beside one', [contact(1), a], ['at 1', 'a']],
			['alone', [a, b], ['a', 'b']],
			['of a burst', [exact('1'), exact('25'), a, exact('3')], ['1', '25', 'a', '3']],
		])('%s', (_, written, ids) => {
			const newestFirst = [...written].reverse();
			expect(idsOf(whole(...newestFirst).messages)).toEqual(ids);
			const isTold = new Set(written.map(({ createdAt }) => createdAt).filter(Boolean)).size > 1;
			if (isTold) expect(idsOf(whole(...written).messages)).toEqual(ids);
		});
	});
});

test.each<[string, Message[], unknown[]]>([
	['everything, where nobody has answered', [contact(1), contact(2)], ['at 1', 'at 2']],
	['what came after an answer', [contact(1), bot(2), contact(3), contact(4)], ['at 3', 'at 4']],
	['nothing after an answer', [contact(1), user(2)], []],
	['nothing in an empty session', [], []],
	['nothing of the team’s own', [bot(1), user(2, { type: 'NOTE' })], []],
	['what is older than a note', [contact(1), user(2, { type: 'NOTE' })], ['at 1']],
	['what is older than a campaign', [contact(1), campaign(2), contact(3)], ['at 1', 'at 3']],
	['what is older than an automatic message', [contact(1), officeHours(2)], ['at 1']],
	[
		'what is older than an answer that failed',
		[contact(1), api(2, { status: 'FAILED' })],
		['at 1'],
	],
	['what is older than a deleted answer', [contact(1), user(2, { status: 'DELETED' })], ['at 1']],
	['what was not deleted', [contact(1), contact(2, { status: 'DELETED' })], ['at 1']],
])('unanswered is %s', (_, messages, ids) => {
	expect(idsOf(unansweredIn(whole(...[...messages].reverse())))).toEqual(ids);
});

test.each<[string, string | undefined, unknown[]]>([
	['a message', 'at 2', ['at 1', 'at 2']],
	['the first', 'at 1', ['at 1']],
	['one that is not in it', 'gone', ['at 1', 'at 2', 'at 3']],
	['none', undefined, ['at 1', 'at 2', 'at 3']],
])('a history up to %s is what was there then', (_, messageId, ids) => {
	const history = whole(contact(1), contact(2), user(3));
	const then = upTo(history, messageId);
	expect(idsOf(then.messages)).toEqual(ids);
	expect(then.isWhole).toBe(true);
});

describe('the last answer', () => {
	test('has its author and its moment', () => {
		const answer = user(3);
		const history = whole(contact(1), bot(2), answer, contact(4), campaign(5));
		expect(lastAnswerIn(history)).toEqual({ message: answer, author: 'user', at: after(3) });
	});

	test('is none where the whole session has none, and not known where only a part was read', () => {
		expect(lastAnswerIn(whole(contact(1)))).toBeNull();
		expect(lastAnswerIn(newest(contact(1)))).toBeUndefined();
	});
});

describe('whether the contact wrote', () => {
	test.each<[string, Message[], boolean]>([
		['no, when it is the newest', [contact(1), contact(2)], false],
		['yes, when there is a newer one', [contact(1), contact(2), contact(3)], true],
		['no, when only the team wrote', [contact(2), user(3), bot(4)], false],
		['no, when it was deleted', [contact(2), contact(3, { status: 'DELETED' })], false],
	])('after a message: %s', (_, messages, wrote) => {
		expect(contactWroteAfter(newest(...messages), { messageId: 'at 2' })).toBe(wrote);
	});

	test('after a message of the same moment, is told by their order', () => {
		const history = newest(contact(1, { id: 'one' }), contact(1, { id: 'other' }));
		expect(contactWroteAfter(history, { messageId: 'one' })).toBe(true);
		expect(contactWroteAfter(history, { messageId: 'other' })).toBe(false);
	});

	test.each<[string, ReturnType<typeof whole>, boolean | undefined]>([
		['yes, when a message is later', newest(contact(3)), true],
		['no, when the history reaches back to it', newest(contact(1), user(3)), false],
		['no, when a message is of that very moment', newest(contact(2)), false],
		['not known, when the history does not reach back', newest(user(3)), undefined],
		['no, when it is all of the session', whole(user(3)), false],
		['no, in an empty session', whole(), false],
		['not known, when nothing was read', newest(), undefined],
		['not known, without a date', whole(contact(1, { createdAt: null })), undefined],
		['no, when only an answer has no date', whole(user(1, { createdAt: null })), false],
	])('after a moment: %s', (_, history, wrote) => {
		expect(contactWroteAfter(history, { at: after(2) })).toBe(wrote);
	});

	test('after a message that is not in the history, is told by its moment, or not at all', () => {
		const history = newest(contact(1), contact(3));
		expect(contactWroteAfter(history, { messageId: 'gone', at: after(2) })).toBe(true);
		expect(contactWroteAfter(history, { messageId: 'gone', at: after(3) })).toBe(false);
		expect(contactWroteAfter(history, { messageId: 'gone' })).toBeUndefined();
		expect(contactWroteAfter(newest({ ...contact(1), id: undefined }), {})).toBeUndefined();
	});
});

test.each<[string, Message[], boolean | undefined]>([
	['a person did', [user(3)], true],
	['a person did, whoever else wrote', [stranger(3), user(4), bot(5)], true],
	['a person tried to', [user(3, { status: 'FAILED' })], true],
	['a chatbot and the API did', [bot(3), api(4), campaign(5), officeHours(6)], false],
	['a person made a note', [user(3, { type: 'NOTE' })], false],
	['a person did before', [user(1)], false],
	['somebody unknown did', [bot(3), stranger(4)], undefined],
	['somebody unknown made a note', [stranger(4, { type: 'NOTE' })], false],
])('whether a person wrote: %s', (_, messages, wrote) => {
	expect(userWroteAfter(newest(contact(2), ...messages), { messageId: 'at 2' })).toBe(wrote);
	expect(userWroteAfter(newest(contact(2), ...messages), { at: after(2) })).toBe(wrote);
});
