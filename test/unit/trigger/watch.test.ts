import type { IDataObject } from 'n8n-workflow';
import { watchSubscription } from '../../../nodes/WtsChat/trigger/watch';
import { unsubscribe } from '../../../nodes/WtsChat/trigger/subscription';
import { n8nFor, type Setting } from './n8n';
import {
	activate,
	NOW,
	published,
	startedAfter,
	useAccount,
	useWatch,
	type N8n,
} from './published';

const MINUTE_MS = 60_000;

const watch = useWatch();
const account = useAccount();

async function watched(setting: Setting = {}) {
	const n8n = await published(account(), setting);
	const close = await watch(n8n);
	await passes(0);
	return { ...n8n, n8n, close };
}

const passes = async (minutes: number) => await jest.advanceTimersByTimeAsync(minutes * MINUTE_MS);

const CHANGED =
	"The subscription of 'Gatilho' was switched off or changed; it is as it should be again.";
const REMOVED = "The subscription of 'Gatilho' was removed; it is as it should be again.";

const own = () => account().subscriptions[0]!;

/** From now on the contact has written at this moment. */
function write(id: string, at: number): void {
	const createdAt = new Date(at).toISOString();
	account().lists['/chat/v2/session'] = [{ id: 'one', lastInteractionDate: createdAt }];
	const messages = (account().lists['/chat/v1/message'] ??= []) as IDataObject[];
	messages.push({ id, sessionId: 'one', createdAt, direction: 'FROM_HUB', type: 'TEXT' });
}

const begun = ({ started }: Pick<N8n, 'started'>) =>
	started.map(({ item: { json } }) => (json.body as { content: IDataObject }).content.id);

test('every five minutes n8n looks after the subscription, and notes up to when it has heard', async () => {
	const { warnings } = await watched();
	const before = account().reads();
	await passes(5 - 1 / MINUTE_MS);
	expect(account().reads()).toBe(before);
	await passes(1);
	expect(account().reads()).toBe(before + 1);
	expect(own().name).toBe('n8n: Vendas · heard 2026-11-30T12:03:00Z');
	await passes(15);
	expect(account().reads()).toBe(before + 4);
	expect(own().name).toBe('n8n: Vendas · heard 2026-11-30T12:18:00Z');
	expect(warnings).toEqual([]);
	// nothing was missed, so nothing is read
	expect(account().reads('/chat/v2/session')).toBe(0);
});

test.each<[string, () => unknown, string]>([
	['switched off', () => (own().enabled = false), CHANGED],
	['renamed', () => (own().name = 'Antigo'), CHANGED],
	['removed', () => (account().subscriptions = []), REMOVED],
])(
	'a subscription that somebody %s is as it should be again, and what was missed starts the workflow',
	async (_name, happens, told) => {
		const { warnings, started } = await watched();
		await passes(5);
		happens();
		write('old', NOW + 2 * MINUTE_MS);
		write('missed', NOW + 7 * MINUTE_MS);
		await passes(6);
		expect(account().subscriptions).toMatchObject([{ enabled: true, events: [{}] }]);
		expect(warnings).toEqual([
			told,
			"'Gatilho' catches up on 1 of 1 events that may have been missed.",
		]);
		await passes(30);
		expect(begun({ started })).toEqual(['missed']);
		expect(warnings).toHaveLength(2);
	},
);

test('what came while n8n was away starts the workflow as soon as n8n is there again, and is caught up on once', async () => {
	const first = await published(account());
	await passes(60);
	write('missed', NOW + 30 * MINUTE_MS);
	const again = await startedAfter(account(), first);
	await watch(again);
	await passes(1);
	expect(begun(again)).toEqual(['missed']);
	await passes(60);
	expect(account().reads('/chat/v2/session')).toBe(1);
	expect(begun(again)).toEqual(['missed']);
});

test('where nothing is to be caught up on, nothing is read and nothing noted', async () => {
	const parameters = { options: { catchUp: false } };
	const { warnings, started } = await watched({ parameters });
	own().enabled = false;
	write('missed', NOW + MINUTE_MS);
	await passes(11);
	expect(own()).toMatchObject({ name: 'n8n: Vendas', enabled: true });
	expect([warnings, started]).toEqual([[CHANGED], []]);
	expect(account().reads('/chat/v2/session')).toBe(0);
});

test('an API that refuses is asked again in five minutes, and what came meanwhile is caught up on', async () => {
	const { warnings, started } = await watched();
	account().refuses = () => true;
	await passes(6);
	expect(warnings).toHaveLength(2);
	expect(warnings[0]).toMatch(
		/^The subscription of 'Gatilho' could not be looked after; n8n tries again in 5 minutes\. WTS Chat did not accept/,
	);
	write('meanwhile', Date.now());
	account().refuses = () => false;
	await passes(5);
	expect(warnings.slice(2)).toEqual([
		"'Gatilho' catches up on 1 of 1 events that may have been missed.",
	]);
	expect(begun({ started })).toEqual(['meanwhile']);
	const reads = account().reads('/chat/v2/session');
	await passes(60);
	expect(account().reads('/chat/v2/session')).toBe(reads);
});

test('what n8n could not store begins five minutes later, before it is noted as heard', async () => {
	let failures = 1;
	const first = await published(account());
	await passes(60);
	write('missed', NOW + 30 * MINUTE_MS);
	const again = await startedAfter(account(), first, {
		store: () => {
			if (failures-- > 0) throw new Error('SQLITE_BUSY: database is locked');
		},
	});
	await watch(again);
	await passes(1);
	expect(again.warnings.at(-1)).toContain('n8n could not store every execution.');
	expect(own().name).toBe('n8n: Vendas · heard 2026-11-30T12:00:00Z');
	await passes(6);
	expect(begun(again)).toEqual(['missed']);
	expect(own().name).toContain('heard 2026-11-30T13:03');
});

describe('it ends', () => {
	test('when n8n closes the trigger', async () => {
		const { close } = await watched();
		const before = account().requests.length;
		await passes(1);
		await close();
		await passes(60);
		expect(account().requests).toHaveLength(before);
		expect(jest.getTimerCount()).toBe(0);
	});

	test('when the workflow is unpublished, until it is published again', async () => {
		const { hook, n8n, warnings } = await watched();
		await unsubscribe(hook);
		const before = account().requests.length;
		await passes(60);
		expect(account().requests).toHaveLength(before);
		await activate(n8n);
		own().enabled = false;
		await passes(10);
		expect(own().enabled).toBe(true);
		expect(warnings).toEqual([CHANGED]);
	});

	test('when n8n begins another one for the same trigger', async () => {
		const { n8n } = await watched();
		await watch(n8n);
		const before = account().reads();
		await passes(60);
		expect(account().reads()).toBe(before + 12);
	});

	test.each<[string, (n8n: Awaited<ReturnType<typeof watched>>) => Promise<unknown>]>([
		['closed', async ({ close }) => await close()],
		['unpublished', async ({ hook }) => await unsubscribe(hook)],
	])('at once, and without a word, where it is %s in the middle of its work', async (_, end) => {
		const first = await published(account());
		await passes(60);
		for (let n = 0; n < 5; n++) write(`m${n}`, NOW + MINUTE_MS + n);
		const again = await startedAfter(account(), first);
		const close = await watch(again);
		await jest.advanceTimersByTimeAsync(1_100);
		const before = begun(again).length;
		await end({ ...again, n8n: again, close });
		await passes(60);
		expect(before).toBeGreaterThan(0);
		expect(begun(again)).toHaveLength(before);
		expect(again.warnings).toEqual([
			"'Gatilho' catches up on 5 of 5 events that may have been missed.",
		]);
	});
});

test('nothing is looked after before n8n has the subscription, and then it is', async () => {
	const n8n = n8nFor(account());
	await watch(n8n);
	await passes(60);
	expect(account().requests).toEqual([]);
	await activate(n8n);
	own().enabled = false;
	await passes(5);
	expect(own().enabled).toBe(true);
});

test('who listens in the editor is not looked after', async () => {
	const n8n = await published(account(), { isTest: true });
	expect(await watchSubscription.call(n8n.trigger)).toEqual({});
	const before = account().requests.length;
	await passes(60);
	expect(account().requests).toHaveLength(before);
});
