import type { IDataObject } from 'n8n-workflow';
import { toQuery } from '../../../nodes/WtsChat/replies/question';
import { recall, remember } from '../../../nodes/WtsChat/trigger/memory';
import { ADDRESS, n8nFor, newWorkflow, type Setting } from './n8n';
import { activate, NOW, orderIn, published, startedAfter, useAccount } from './published';

const MINUTE_MS = 60_000;

const account = useAccount();

const secretIn = (url: unknown) => new URL(String(url)).searchParams.get('secret');

/** The one subscription of the account. */
function only() {
	expect(account().subscriptions).toHaveLength(1);
	return account().subscriptions[0]!;
}

test('publishing a workflow subscribes it to its events, with a secret that n8n keeps', async () => {
	const events = ['MESSAGE_RECEIVED', 'CARD_UPDATE', 'CONTACT_SILENT'];
	const { hook } = await published(account(), { parameters: { events } });
	expect(account().changes()).toEqual([
		[
			'POST',
			{
				name: 'n8n: Vendas · heard 2026-11-30T12:00:00Z',
				url: expect.stringMatching(/^https:\/\/n8n\.example\.com\/webhook\/trigger\?secret=.{32}$/),
				events: ['MESSAGE_RECEIVED', 'CARD_UPDATE'],
				enabled: true,
			},
		],
	]);
	const { id, url } = only();
	expect(recall(hook)).toMatchObject({
		secret: secretIn(url),
		subscriptionId: id,
		silentSince: { CONTACT_SILENT: NOW },
	});
});

test('publishing it where it is subscribed already changes nothing', async () => {
	const n8n = await published(account());
	await activate(n8n);
	expect(account().changes()).toHaveLength(1);
});

test('an n8n that starts finds the subscription as it was, and goes on from what was heard', async () => {
	const first = await published(account());
	jest.setSystemTime(NOW + 60 * MINUTE_MS);
	const again = await startedAfter(account(), first);
	expect(account().changes()).toHaveLength(1);
	expect(await orderIn(again)).toMatchObject({
		heardUntil: NOW,
		mayHaveMissed: true,
		subscriptionId: only().id,
		seenAt: NOW + 60 * MINUTE_MS,
	});
	expect([again.warnings, again.calls]).toEqual([[], []]);
});

test.each(['activate', 'update'] as const)(
	'whoever publishes it (%s) has missed nothing before',
	async (activation) => {
		const first = await published(account());
		jest.setSystemTime(NOW + 60 * MINUTE_MS);
		const again = await startedAfter(account(), first, { activation });
		expect(await orderIn(again)).toMatchObject({
			heardUntil: NOW + 60 * MINUTE_MS,
			mayHaveMissed: false,
		});
	},
);

test('an n8n that takes the lead goes on from what the other one has heard', async () => {
	const first = await published(account());
	jest.setSystemTime(NOW + MINUTE_MS);
	const other = await startedAfter(account(), first, { activation: 'leadershipChange' });
	expect(await orderIn(other)).toMatchObject({ heardUntil: NOW, mayHaveMissed: true });
});

test('where nobody noted what was heard, it goes on from now', async () => {
	const first = await published(account());
	only().name = 'n8n: Vendas';
	jest.setSystemTime(NOW + MINUTE_MS);
	const again = await startedAfter(account(), first);
	expect(await orderIn(again)).toMatchObject({
		heardUntil: NOW + MINUTE_MS,
		mayHaveMissed: false,
	});
});

test.each<[string, IDataObject]>([
	['switched off', { enabled: false }],
	['gave other events', { events: [{ event: 'CONTACT_NEW' }] }],
	['took its events from', { events: null }],
	['renamed', { name: 'Antigo' }],
	['gave another address', { url: 'https://n8n.example.com/old' }],
	['took the address from', { url: null }],
])('a subscription that somebody %s is put right', async (_name, change) => {
	const first = await published(account());
	const { id, url } = Object.assign(only(), { url: only().url, ...change });
	await startedAfter(account(), first);
	expect(account().changes().slice(1)).toEqual([
		[
			`PUT /${id}`,
			{
				fields: ['Name', 'Url', 'Events', 'Enabled'],
				name: 'n8n: Vendas · heard 2026-11-30T12:00:00Z',
				url: expect.stringContaining(`${ADDRESS}?secret=`),
				events: ['MESSAGE_RECEIVED'],
				enabled: true,
			},
		],
	]);
	expect(url === only().url).toBe(!('url' in change));
});

test('of several with the address of the trigger one is left, and those of others are never touched', async () => {
	const first = await published(account());
	const own = { ...only() };
	const strange = { id: 'strange', url: `${ADDRESS}/other?secret=s`, name: 'n8n: Vendas' };
	const open = { id: 'open', url: ADDRESS };
	const nameless = { id: '', url: own.url };
	account().subscriptions.unshift(strange);
	account().subscriptions.push({ ...own, id: 'leftover' }, nameless, open);
	const { calls } = await startedAfter(account(), first);
	expect(calls).toEqual([]);
	expect(account().changes().slice(1)).toEqual(['DELETE /leftover']);
	expect(account().subscriptions).toEqual([strange, own, nameless, open]);
});

test('one that n8n had forgotten is found by its address', async () => {
	const { workflowId } = await published(account());
	const { id, url } = only();
	const { hook } = await published(account(), { workflowId, activation: 'init' });
	expect([only().id, only().url]).toEqual([id, url]);
	expect(recall(hook)).toMatchObject({ subscriptionId: id });
});

test("those that the API lists without an ID are taken for nobody's", async () => {
	const strange = { url: 'https://other.example.com/webhook?secret=s' };
	account().subscriptions.push(strange);
	const { workflowId, calls } = await published(account());
	const again = await published(account(), { workflowId, activation: 'init' });
	expect(account().changes()).toHaveLength(1);
	expect(account().subscriptions[0]).toBe(strange);
	expect([...calls, ...again.calls]).toEqual([]);
});

test('one that was removed while n8n was away is made again, and the log says what that means', async () => {
	const first = await published(account());
	const { url } = only();
	account().subscriptions = [];
	const again = await startedAfter(account(), first);
	expect(only()).toMatchObject({ url, enabled: true });
	expect(recall(again.hook)).toMatchObject({ subscriptionId: only().id });
	expect(again.warnings).toEqual([
		"The subscription of 'Gatilho' was removed while n8n was away. It is there again, but what was missed meanwhile cannot be told.",
	]);
});

test.each<[string, Setting]>([
	['nothing is to be caught up on', { parameters: { options: { catchUp: false } } }],
	['somebody publishes it', { activation: 'activate' }],
	['n8n has never had one', { staticData: {} }],
])('where %s, the log says nothing of that', async (_name, setting) => {
	const first = await published(account());
	account().subscriptions = [];
	const again = await startedAfter(account(), first, setting);
	expect(only().enabled).toBe(true);
	expect(again.warnings).toEqual([]);
});

test('a trigger for silences alone subscribes to nothing, and its silences begin when it is published', async () => {
	const n8n = await published(account(), { parameters: { events: ['CONTACT_SILENT'] } });
	expect(account().requests).toEqual([]);
	expect(recall(n8n.hook)).toMatchObject({ silentSince: { CONTACT_SILENT: NOW } });
	expect(await orderIn(n8n)).toMatchObject({ silences: { since: { CONTACT_SILENT: NOW } } });
	jest.setSystemTime(NOW + MINUTE_MS);
	const setting = { parameters: { events: ['CONTACT_SILENT'] } };
	const again = await startedAfter(account(), n8n, setting);
	expect(await orderIn(again)).toMatchObject({ silences: { since: { CONTACT_SILENT: NOW } } });
});

describe('whoever listens in the editor', () => {
	const LISTENING = { isTest: true };

	test('has a subscription beside that of the published workflow, which nothing looks after', async () => {
		const { workflowId } = await published(account());
		const address = 'https://n8n.example.com/webhook-test/trigger';
		const listening = await published(account(), { ...LISTENING, workflowId, address });
		expect(account().subscriptions.map(({ name }) => name)).toEqual([
			'n8n: Vendas · heard 2026-11-30T12:00:00Z',
			'n8n test: Vendas',
		]);
		expect(await orderIn(listening)).toMatchObject({ address: ADDRESS });
	});

	test('is shown a silence where nothing else is chosen', async () => {
		const parameters = { events: ['CONTACT_SILENT'] };
		const trying = published(account(), { ...LISTENING, parameters });
		await expect(trying).rejects.toThrow('there is nothing to show');
		expect(account().reads('/chat/v2/session')).toBe(1);
	});
});

test('executions that wait for replies are looked after as soon as n8n starts', async () => {
	const question = { sessionId: 's', askedAt: NOW - 1, waitMs: MINUTE_MS, until: NOW + MINUTE_MS };
	const query = new URLSearchParams(toQuery({ ...question, alone: false }));
	const url = `https://n8n.example.com/webhook-waiting/1?${query.toString()}&signature=s`;
	account().subscriptions.push({ id: 'wait', name: 'n8n waits for a reply', url, enabled: true });
	const over = { statusCode: 200, body: { message: 'The question waits no more' } };
	const { calls } = await published(account(), { answerAt: () => over });
	await jest.advanceTimersByTimeAsync(10 * MINUTE_MS);
	expect(calls[0]).toMatchObject({ url });
	expect(account().subscriptions.map(({ id }) => id)).not.toContain('wait');
});

test.each<[string, Setting]>([
	['an API that refuses', {}],
	['a filter that cannot be read', { parameters: { filters: { phoneNumbers: 'Maria Silva' } } }],
])('%s fails the publishing, and nothing is kept', async (name, setting) => {
	account().refuses = () => name === 'an API that refuses';
	const staticData: IDataObject = {};
	const n8n = n8nFor(account(), { staticData, workflowId: newWorkflow(), ...setting });
	await expect(activate(n8n)).rejects.toThrow();
	expect([account().changes(), staticData, await orderIn(n8n)]).toEqual([[], {}, undefined]);
});

test('a secret that n8n has kept stays in the address when the API key is another one', async () => {
	const { staticData, workflowId, hook } = n8nFor(account());
	remember(hook, { secret: 'kept' });
	await published(account(), { staticData, workflowId });
	expect(secretIn(only().url)).toBe('kept');
});
