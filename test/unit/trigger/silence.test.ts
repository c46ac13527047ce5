import { historyOf } from '../../../nodes/WtsChat/conversation/history';
import type { Message, Session } from '../../../nodes/WtsChat/conversation/records';
import { ALWAYS, openTimeOf } from '../../../nodes/WtsChat/trigger/openTime';
import { dueAt, silencesIn } from '../../../nodes/WtsChat/trigger/silence';
import {
	after,
	api,
	bot,
	campaign,
	contact,
	NOON,
	officeHours,
	user,
} from '../conversation/support';

const SESSION: Session = { id: 's1', status: 'IN_PROGRESS' };
const NOW = after(120);

/** What is silent in a conversation: the event, since which minute after noon, and what it is known by. */
function silences(messages: Message[], isWhole = true, session = SESSION): unknown[] {
	return silencesIn(session, historyOf(messages, isWhole), NOW).map(({ event, since, key }) => [
		event,
		(since - NOON) / 60_000,
		key,
	]);
}

const silent = (since: number, key: string) => ['CONTACT_SILENT', since, key];
const unanswered = (since: number, key: string) => ['CONTACT_UNANSWERED', since, key];
const note = (minute: number) => user(minute, { type: 'NOTE' });

test.each<[string, Message[], unknown[]]>([
	['nobody has written', [], []],
	['the contact wrote', [contact(1)], [unanswered(1, 'at 1')]],
	['the contact goes on', [contact(1), contact(5)], [unanswered(1, 'at 1')]],
	['a person answered', [contact(1), user(3)], [silent(3, 'at 3')]],
	['a person goes on', [contact(1), user(3), user(9)], [silent(9, 'at 9')]],
	['a chatbot answered', [contact(1), bot(2)], [silent(2, 'at 1')]],
	['the API follows up', [contact(1), bot(2), api(40)], [silent(40, 'at 1')]],
	['the API follows a person up', [contact(1), user(3), api(40)], [silent(40, 'at 3')]],
	['a person writes once more', [contact(1), api(40), user(50)], [silent(50, 'at 50')]],
	['the contact wrote again', [contact(1), user(3), contact(7)], [unanswered(7, 'at 7')]],
	['the API began', [api(1)], [silent(1, 's1')]],
	['only a note was made', [contact(1), note(2)], [unanswered(1, 'at 1')]],
	['a note was made after the answer', [contact(1), user(2), note(9)], [silent(2, 'at 2')]],
	['WTS Chat says that it is closed', [contact(1), officeHours(1.1)], [unanswered(1, 'at 1')]],
	['a campaign came between', [contact(1), campaign(2)], [unanswered(1, 'at 1')]],
	['a campaign came after the answer', [contact(1), bot(2), campaign(9)], [silent(2, 'at 1')]],
	['a campaign is all there is', [campaign(2)], []],
	['the answer failed', [contact(1), user(2, { status: 'FAILED' })], [unanswered(1, 'at 1')]],
	['the question was deleted', [contact(1, { status: 'DELETED' })], []],
	['the message has no date', [contact(1, { createdAt: null })], []],
])('where %s', (_name, messages, expected) => {
	expect(silences(messages)).toEqual(expected);
});

test('what lies further back than the messages that were read is nothing to begin with', () => {
	expect(silences([contact(1), contact(2)], false)).toEqual([]);
	expect(silences([bot(1), api(2)], false)).toEqual([]);
	expect(silences([user(1), api(2)], false)).toEqual([silent(2, 'at 1')]);
});

test.each([
	['COMPLETED', 0],
	['HIDDEN', 0],
	['STARTED', 1],
	['PENDING', 1],
	['IN_PROGRESS', 1],
	[undefined, 1],
])('a conversation that is %s has %d', (status, count) => {
	expect(silences([contact(1)], true, { ...SESSION, status })).toHaveLength(count);
});

describe('the window of 24 hours', () => {
	const heard = '2026-11-29T13:00:00.1260435Z';
	const open: Session = { ...SESSION, windowStatus: 'ACTIVE', lastMessageIn: heard };
	const [closing] = silencesIn(open, historyOf([], false), NOON);

	test('closes 24 hours after the last message of the contact, in whatever spelling', () => {
		expect(closing).toMatchObject({ event: 'WINDOW_CLOSING', until: NOON + 3_600_126 });
		const again = { ...open, lastMessageIn: '2026-11-29T13:00:00Z' };
		expect(silencesIn(again, historyOf([], false), NOON)[0]?.key).toBe(closing?.key);
	});

	test.each<[string, Session]>([
		['is closed', { ...open, lastMessageIn: '2026-11-29T11:00:00Z', windowStatus: 'EXPIRED' }],
		['is none of the channel', { ...open, channelType: 'WEBCHAT' }],
		['is not told of', { ...open, lastMessageIn: null }],
		['is that of a conversation that is over', { ...open, status: 'COMPLETED' }],
	])('does not close soon where it %s', (_name, session) => {
		expect(silencesIn(session, historyOf([], false), NOON)).toEqual([]);
	});
});

describe('a silence is due', () => {
	const MINUTE_MS = 60_000;
	const at = (clock: string) => Date.parse(`2026-11-${clock}:00Z`);
	const time = openTimeOf(
		{
			limitHours: true,
			timezoneDiff: 0,
			days: ['MONDAY', 'FRIDAY'].map((dayWeek) => ({
				dayWeek,
				active: true,
				periods: [{ startTime: '08:00', endTime: '18:00' }],
			})),
		},
		at('20T00:00'),
		at('30T23:00'),
	);
	const since = (clock: string) => ({
		event: 'CONTACT_SILENT' as const,
		key: '',
		since: at(clock),
	});
	const until = (clock: string) => ({
		event: 'WINDOW_CLOSING' as const,
		key: '',
		since: at(clock) - 1_440 * MINUTE_MS,
		until: at(clock),
	});

	test.each([
		['so many minutes after it began', since('27T20:00'), ALWAYS, at('27T20:30')],
		['so many open minutes after it began', since('27T17:45'), time, at('30T08:15')],
		['so many minutes before the window closes', until('28T20:00'), ALWAYS, at('28T19:30')],
		['so many open minutes before the window closes', until('28T03:00'), time, at('27T17:30')],
		['at once, where fewer are left', until('28T17:50'), time, at('27T17:50')],
		['at the opening, where fewer are left after it', until('27T08:20'), time, at('27T08:00')],
		['never, where the window closes before the opening', until('29T20:00'), time, Infinity],
		['never, where the window closes at the opening', until('30T08:00'), time, Infinity],
	])('%s', (_name, silence, openTime, due) => {
		expect(dueAt(silence, 30 * MINUTE_MS, openTime)).toBe(due);
	});
});
