import type { IDataObject } from 'n8n-workflow';
import type { SilenceEvent } from '../../../nodes/WtsChat/events/names';
import { deliveryOf, silencesOf } from '../../../nodes/WtsChat/trigger/silenceRecords';
import { after, contact, NOON, user } from '../conversation/support';
import { answering, listOf } from '../operations/support';

const SESSION: IDataObject = {
	id: 's1',
	status: 'IN_PROGRESS',
	channelId: 'c1',
	windowStatus: 'ACTIVE',
	lastMessageIn: new Date(NOON).toISOString(),
};
const NOW = after(120);

type Since = Partial<Record<SilenceEvent, number>>;
type Passes = Parameters<typeof silencesOf>[2]['passes'];

/** The silences that are found where these kinds are looked for, and what was read for it. */
async function found(
	since: Since,
	messages: object[],
	session: IDataObject = SESSION,
	passes: Passes = () => true,
) {
	const { api, requests } = answering(() => listOf(...messages));
	const wanted = { since, ms: 0, officeHoursOnly: false, mostEvents: 1, passes };
	const silences = await silencesOf(api, session, wanted, NOW);
	return {
		found: silences.map((one) => [one.event, one.key]),
		read: requests.map(({ path, query }) => [path, query?.SessionId]),
	};
}

const READ = [['/chat/v1/message', 's1']];
const ALL: Since = { CONTACT_SILENT: 0, CONTACT_UNANSWERED: 0, WINDOW_CLOSING: 0 };
const WINDOW = ['WINDOW_CLOSING', String(NOON / 1_000)];

test('the kinds are found that are looked for, and messages read where they tell it', async () => {
	const answered = [contact(0), user(5)];
	expect(await found(ALL, answered)).toEqual({
		found: [['CONTACT_SILENT', 'at 5'], WINDOW],
		read: READ,
	});
	expect(await found(ALL, [contact(0)])).toEqual({
		found: [['CONTACT_UNANSWERED', 'at 0'], WINDOW],
		read: READ,
	});
	expect(await found({ CONTACT_UNANSWERED: 0 }, answered)).toEqual({ found: [], read: READ });
	expect(await found({ WINDOW_CLOSING: 0 }, answered)).toEqual({ found: [WINDOW], read: [] });
	expect(await found({}, answered)).toEqual({ found: [], read: [] });
});

test('each kind counts from its own moment on', async () => {
	const silent = async (since: number) =>
		(await found({ CONTACT_SILENT: since, WINDOW_CLOSING: NOW }, [contact(0), user(5)])).found;
	expect(await silent(after(5))).toEqual([['CONTACT_SILENT', 'at 5']]);
	expect(await silent(after(5) + 1)).toEqual([]);
});

test.each([['COMPLETED'], ['HIDDEN']])(
	'nothing is read of a conversation that is %s',
	async (status) => {
		const over = { ...SESSION, status };
		expect(await found(ALL, [contact(0)], over)).toEqual({ found: [], read: [] });
	},
);

test('nothing is read of a conversation that a filter leaves out; filters see the conversation', async () => {
	const seen: unknown[] = [];
	const none = await found(ALL, [contact(0)], SESSION, ({ subject, content }) => {
		seen.push([subject, content]);
		return false;
	});
	expect(none).toEqual({ found: [], read: [] });
	expect(seen).toEqual([['session', SESSION]]);
});

describe('a silence as events are delivered', () => {
	const silent = { event: 'CONTACT_SILENT' as const, key: 'at 5', since: after(5) };

	test('is the conversation with the message that has no answer, at the moment it was due', () => {
		const message = { id: 'at 5', text: 'Alô?' };
		const delivery = deliveryOf(SESSION, { ...silent, message }, after(35));
		expect(delivery).toMatchObject({
			eventType: 'CONTACT_SILENT',
			subject: 'session',
			date: '2026-11-30T12:35:00.000Z',
		});
		expect(delivery?.content).toStrictEqual({
			...SESSION,
			silence: { since: '2026-11-30T12:05:00.000Z', message },
		});
		expect(delivery?.body.silence).toBe('at 5');
	});

	test('tells when the window closes, where that is what counts', () => {
		const closing = {
			event: 'WINDOW_CLOSING' as const,
			key: '1',
			since: NOON,
			until: after(1_440),
		};
		expect(deliveryOf(SESSION, closing, NOW)?.content.silence).toStrictEqual({
			since: '2026-11-30T12:00:00.000Z',
			windowClosesAt: '2026-12-01T12:00:00.000Z',
		});
	});

	test('tells no more than it knows', () => {
		expect(deliveryOf(SESSION, silent, NOW)?.content.silence).toStrictEqual({
			since: '2026-11-30T12:05:00.000Z',
		});
	});
});
