import type { IDataObject } from 'n8n-workflow';
import type { SilenceEvent } from '../../../nodes/WtsChat/events/names';
import type { Order } from '../../../nodes/WtsChat/trigger/order';
import { showSilence } from '../../../nodes/WtsChat/trigger/sample';
import { Account, ADDRESS, n8nFor } from './n8n';

const NOW = Date.parse('2026-11-30T12:00:00Z');
const DAY_MS = 86_400_000;
const before = (ms: number) => new Date(NOW - ms).toISOString();

beforeEach(() => {
	jest.useFakeTimers({ now: NOW });
});
afterEach(() => {
	jest.useRealTimers();
});

/** An account with conversations, and a trigger that somebody tries in the editor. */
function editor(answerAt: () => unknown = () => ({})) {
	const account = new Account();
	const sessions: IDataObject[] = [];
	const messages: IDataObject[] = [];
	account.lists['/chat/v2/session'] = () => sessions;
	account.lists['/chat/v1/message'] = ({ query }) =>
		messages.filter(({ sessionId }) => sessionId === query.SessionId);
	const { hook: context, calls } = n8nFor(account, { isTest: true, answerAt });

	const orderFor = (...events: SilenceEvent[]) =>
		({
			context,
			wanted: { url: ADDRESS },
			silences: events.length > 0 && {
				// from now on, as for a workflow that is published
				since: Object.fromEntries(events.map((event) => [event, NOW])),
				passes: ({ content }: { content: IDataObject }) => content.channelId !== 'other',
			},
		}) as unknown as Order;

	return {
		account,
		calls,
		/** A conversation in which something was last said so long ago. */
		talk(id: string, ms: number, direction: 'FROM_HUB' | 'TO_HUB' | 'none', more = {}) {
			const createdAt = before(ms);
			const session = { id, status: 'IN_PROGRESS', lastInteractionDate: createdAt, ...more };
			sessions.push(session);
			const said = { type: 'TEXT', status: 'SENT', origin: 'BOT', direction, createdAt };
			if (direction !== 'none') messages.push({ id: `of ${id}`, sessionId: id, ...said });
		},
		show: async (...events: SilenceEvent[]) => await showSilence(orderFor(...events)),
		/** The conversation that n8n was told of. */
		async shown(...events: SilenceEvent[]) {
			await showSilence(orderFor(...events));
			await jest.advanceTimersByTimeAsync(1_000);
			return calls.map(({ body }) => (body as { content: IDataObject }).content.id);
		},
	};
}

const NOTHING =
	'No open conversation of the last seven days has such a silence, so there is nothing to show. Write to your number, or publish the workflow.';

test('the newest silence comes to the address of the trigger as soon as n8n listens there, however short it is', async () => {
	const { talk, show, calls } = editor();
	talk('one', 5_000, 'TO_HUB');
	await show('CONTACT_SILENT');
	await jest.advanceTimersByTimeAsync(999);
	expect(calls).toEqual([]);
	await jest.advanceTimersByTimeAsync(1);
	expect(calls).toEqual([
		{
			url: ADDRESS,
			method: 'POST',
			body: expect.objectContaining({
				eventType: 'CONTACT_SILENT',
				date: before(0),
				content: expect.objectContaining({
					id: 'one',
					silence: { since: before(5_000), message: expect.objectContaining({ id: 'of one' }) },
				}) as unknown,
			}),
		},
	]);
});

test('what counts is when something was last said, in whatever order the API lists it', async () => {
	const { talk, shown } = editor();
	talk('undated', 1_000, 'TO_HUB', { lastInteractionDate: null });
	talk('old', 3 * DAY_MS, 'TO_HUB');
	talk('new', DAY_MS, 'TO_HUB');
	talk('undated too', 1_000, 'TO_HUB', { lastInteractionDate: undefined });
	talk('older', 5 * DAY_MS, 'TO_HUB');
	expect(await shown('CONTACT_SILENT')).toEqual(['new']);
});

test.each<[string, SilenceEvent[], string]>([
	['one of them', ['CONTACT_SILENT'], 'silent'],
	['the other', ['CONTACT_UNANSWERED'], 'unanswered'],
	['the window', ['WINDOW_CLOSING'], 'open'],
	['several', ['CONTACT_SILENT', 'CONTACT_UNANSWERED'], 'unanswered'],
])('the silence is of a kind that is chosen: %s', async (_name, events, id) => {
	const { talk, shown } = editor();
	const lastMessageIn = before(3_000);
	talk('unanswered', 1_000, 'FROM_HUB');
	talk('silent', 2_000, 'TO_HUB');
	talk('open', 3_000, 'none', { windowStatus: 'ACTIVE', lastMessageIn });
	expect(await shown(...events)).toEqual([id]);
});

test('conversations that are over, that a filter leaves out, or in which nothing is said have none', async () => {
	const { talk, show } = editor();
	talk('over', 1_000, 'TO_HUB', { status: 'COMPLETED' });
	talk('elsewhere', 1_000, 'TO_HUB', { channelId: 'other' });
	talk('empty', 1_000, 'none');
	await expect(show('CONTACT_SILENT')).rejects.toThrow(NOTHING);
});

test('conversations of seven days are read with all who have to do with them, the newest first', async () => {
	const { account, talk, shown } = editor();
	talk('one', 1_000, 'TO_HUB');
	await shown('CONTACT_SILENT');
	expect(account.requests[0]).toMatchObject({
		path: '/chat/v2/session',
		query: {
			'LastInteractionAt.After': before(7 * DAY_MS),
			IncludeDetails: expect.arrayContaining(['ContactDetails', 'AgentDetails']) as unknown,
			OrderBy: 'lastInteractionDate',
			OrderDirection: 'DESCENDING',
		},
	});
});

test('of very many conversations the newest hundred are listed, and twenty of them looked at', async () => {
	const { account, talk, show } = editor();
	for (let n = 0; n < 120; n++) talk(`s${n}`, n * 1_000, n < 20 ? 'none' : 'TO_HUB');
	await expect(show('CONTACT_SILENT')).rejects.toThrow(NOTHING);
	expect(account.reads('/chat/v2/session')).toBe(1);
	const looked = account.requests.slice(1).map(({ query }) => query.SessionId);
	expect(looked).toEqual(Array.from({ length: 20 }, (_, n) => `s${n}`));
});

test('a trigger for other events shows none', async () => {
	const { account, talk, show } = editor();
	talk('one', 1_000, 'TO_HUB');
	await show();
	expect(account.requests).toEqual([]);
});

test('somebody who has stopped listening meanwhile is told nothing, and nothing fails', async () => {
	const failures: unknown[] = [];
	const note = (error: unknown) => void failures.push(error);
	process.on('unhandledRejection', note);
	const { talk, shown, calls } = editor(() => {
		throw new Error('404');
	});
	talk('one', 1_000, 'TO_HUB');
	await shown('CONTACT_SILENT');
	await jest.advanceTimersByTimeAsync(1_000);
	process.off('unhandledRejection', note);
	expect(calls).toHaveLength(1);
	expect(failures).toEqual([]);
});
