import type { IDataObject } from 'n8n-workflow';
import { unsubscribe } from '../../../nodes/WtsChat/trigger/subscription';
import type { Setting } from './n8n';
import { NOW, published, startedAfter, useAccount, useWatch, type N8n } from './published';

const MINUTE_MS = 60_000;

const watch = useWatch();
const account = useAccount();

const SILENT = { parameters: { events: ['CONTACT_SILENT'], minutes: 30 } };

async function watching(n8n: N8n) {
	const close = await watch(n8n);
	await passes(0);
	return { ...n8n, close };
}

/** A published trigger that looks for silences, in an account in whose conversations a bot has just answered. */
async function watched(conversations: number, setting: Setting = {}) {
	const createdAt = new Date(Date.now() + 1).toISOString();
	const sessions = Array.from({ length: conversations }, (_, n) => ({
		id: `s${n}`,
		status: 'IN_PROGRESS',
		lastInteractionDate: createdAt,
		lastMessageIn: createdAt,
		lastMessageOut: createdAt,
	}));
	account().lists['/chat/v2/session'] = ({ query }) =>
		sessions.filter((one) => one.lastInteractionDate >= String(query['LastInteractionAt.After']));
	account().lists['/chat/v1/message'] = ({ query }) => [
		{
			id: `of ${String(query.SessionId)}`,
			type: 'TEXT',
			origin: 'BOT',
			direction: 'TO_HUB',
			createdAt,
		},
	];
	for (const session of sessions) {
		account().records[`/chat/v2/session/${session.id}`] = session;
	}
	return await watching(await published(account(), { ...SILENT, ...setting }));
}

const passes = async (minutes: number) => await jest.advanceTimersByTimeAsync(minutes * MINUTE_MS);
const looks = () => account().reads('/chat/v2/session');
const begun = ({ started }: Pick<N8n, 'started'>) =>
	started.map(({ item: { json } }) => (json.body as { content: IDataObject }).content.id);

test('once a minute n8n looks for silences, with one request as long as none is due', async () => {
	await watched(3);
	await passes(29);
	expect(looks()).toBe(30);
	expect(account().requests).toHaveLength(30);
});

test('each silence starts the workflow once, the executions two a second', async () => {
	const n8n = await watched(2);
	const times: number[] = [];
	const { emit } = n8n.trigger;
	n8n.trigger.emit = (...event) => {
		times.push(Date.now());
		emit(...event);
	};
	await passes(60);
	expect(begun(n8n)).toEqual(['s0', 's1']);
	expect(times[1]! - times[0]!).toBe(500);
	expect(n8n.warnings).toEqual([]);
});

test('a silence that was told of is not told of again when the trigger begins anew', async () => {
	const n8n = await watched(1);
	await passes(40);
	await n8n.close();
	const again = await watching(await startedAfter(account(), n8n, SILENT));
	await passes(10);
	expect([begun(n8n), begun(again)]).toEqual([['s0'], []]);
});

test('what n8n could not store comes with the next look', async () => {
	let failures = 1;
	const n8n = await watched(1, {
		store: () => {
			if (failures-- > 0) throw new Error('SQLITE_BUSY: database is locked');
		},
	});
	await passes(33);
	expect(failures).toBe(-1);
	expect(begun(n8n)).toEqual(['s0']);
});

test('an API that refuses is asked again in a minute, and the log says so', async () => {
	const n8n = await watched(1);
	account().refuses = () => true;
	await passes(1);
	expect(n8n.warnings).toHaveLength(1);
	expect(n8n.warnings[0]).toMatch(
		/^'Gatilho' could not look for silent contacts; n8n tries again in a minute\. WTS Chat did not/,
	);
	account().refuses = () => false;
	await passes(40);
	expect(n8n.warnings).toHaveLength(1);
	expect(begun(n8n)).toEqual(['s0']);
});

test('a trigger for other events looks for none', async () => {
	const { warnings } = await watched(1, { parameters: { events: ['MESSAGE_UPDATED'] } });
	await passes(4);
	expect([looks(), warnings]).toEqual([0, []]);
});

describe('it ends', () => {
	test.each<[string, (n8n: Awaited<ReturnType<typeof watched>>) => Promise<unknown>]>([
		['closed', async ({ close }) => await close()],
		['unpublished', async ({ hook }) => await unsubscribe(hook)],
	])('at once, and without a word, where the trigger is %s while silences come', async (_, end) => {
		const n8n = await watched(4);
		while (begun(n8n).length < 2 && Date.now() < NOW + 60 * MINUTE_MS) {
			await jest.advanceTimersByTimeAsync(100);
		}
		await end(n8n);
		const before = account().requests.length;
		await passes(60);
		expect(begun(n8n)).toEqual(['s0', 's1']);
		expect(account().requests).toHaveLength(before);
		expect(n8n.warnings).toEqual([]);
	});

	test('in the middle of a request, which n8n breaks off', async () => {
		const n8n = await watched(1);
		let held = 0;
		account().hold = async (signal) => {
			held++;
			await new Promise((_, reject) => {
				signal?.addEventListener('abort', () => reject(new Error('aborted')));
			});
		};
		await passes(1);
		expect(held).toBe(1);
		await n8n.close();
		await passes(5);
		expect(n8n.warnings).toEqual([]);
		expect(jest.getTimerCount()).toBe(0);
	});
});
