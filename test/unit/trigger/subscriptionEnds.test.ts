import { recall } from '../../../nodes/WtsChat/trigger/memory';
import type { Order } from '../../../nodes/WtsChat/trigger/order';
import { noteHeard, restore, unsubscribe } from '../../../nodes/WtsChat/trigger/subscription';
import { ADDRESS, n8nFor, type Setting } from './n8n';
import { activate, NOW, orderIn, published, startedAfter, useAccount, type N8n } from './published';

const MINUTE_MS = 60_000;

const account = useAccount();

describe('unpublishing', () => {
	test('removes the subscription and its leftovers, and no other', async () => {
		const { hook } = await published(account());
		const [own] = account().subscriptions;
		const other = { id: 'other', url: 'https://other.example.com/webhook?secret=s' };
		account().subscriptions.push(other, { ...own!, id: 'leftover' }, { id: '', url: own!.url });
		await unsubscribe(hook);
		expect(account().changes().slice(1)).toEqual([`DELETE /${own!.id}`, 'DELETE /leftover']);
		expect(account().subscriptions).toEqual([other, { id: '', url: own!.url }]);
	});

	test('removes it also by its ID, where n8n has another address by now and nobody answers at the old one', async () => {
		const { staticData, workflowId } = await published(account());
		const address = 'https://new.example.com/webhook/trigger';
		await unsubscribe(n8nFor(account(), { staticData, workflowId, address }).hook);
		expect(account().subscriptions).toEqual([]);
	});

	test('leaves that of another n8n at the old address alone', async () => {
		const { staticData, workflowId } = await published(account());
		const address = 'https://copy.example.com/webhook/trigger';
		const answerAt = () => ({ address: ADDRESS });
		await unsubscribe(n8nFor(account(), { staticData, workflowId, address, answerAt }).hook);
		expect(account().subscriptions).toHaveLength(1);
	});

	test('of what n8n keeps, the secret and the beginning of silences stay', async () => {
		const events = ['MESSAGE_RECEIVED', 'CONTACT_SILENT'];
		const { hook } = await published(account(), { parameters: { events } });
		const { secret, silentSince } = recall(hook);
		await unsubscribe(hook);
		expect(recall(hook)).toMatchObject({ secret, silentSince });
		expect(recall(hook).subscriptionId).toBeUndefined();
	});

	test('ends what looks after it; the end of a test in the editor does not', async () => {
		const n8n = await published(account());
		const { staticData, workflowId } = n8n;
		await unsubscribe(n8nFor(account(), { staticData, workflowId, isTest: true }).hook);
		expect(await orderIn(n8n)).toBeDefined();
		await unsubscribe(n8n.hook);
		expect(await orderIn(n8n)).toBeUndefined();
	});

	test('fails where the API refuses', async () => {
		const { hook } = await published(account());
		account().refuses = ({ method }) => method === 'DELETE';
		await expect(unsubscribe(hook)).rejects.toThrow('did not accept the API key');
	});
});

describe('what came while a workflow was published again', () => {
	/** What the new one begins with, so long after the old one was removed. */
	async function publishedAgain(ms: number, setting: Setting = { activation: 'update' }) {
		const first = await published(account());
		const { hook } = first;
		jest.setSystemTime(NOW + MINUTE_MS);
		await unsubscribe(hook);
		jest.setSystemTime(NOW + MINUTE_MS + ms);
		const again = await startedAfter(account(), first, setting);
		const { heardUntil = 0, mayHaveMissed } = (await orderIn(again)) ?? {};
		return { since: heardUntil - NOW - MINUTE_MS, mayHaveMissed };
	}

	test('starts it, up to five minutes back', async () => {
		expect(await publishedAgain(5 * MINUTE_MS - 1)).toEqual({ since: 0, mayHaveMissed: true });
		expect(account().subscriptions).toMatchObject([
			{ name: 'n8n: Vendas · heard 2026-11-30T12:01:00Z' },
		]);
	});

	test('starts nothing after that', async () => {
		const ms = 5 * MINUTE_MS;
		expect(await publishedAgain(ms)).toEqual({ since: ms, mayHaveMissed: false });
	});

	test('starts nothing where a person has published it', async () => {
		const setting = { activation: 'activate' } as const;
		expect(await publishedAgain(1_000, setting)).toEqual({ since: 1_000, mayHaveMissed: false });
	});

	test('starts nothing where this process has removed none', async () => {
		const n8n = await published(account(), { activation: 'update' });
		expect(await orderIn(n8n)).toMatchObject({ heardUntil: NOW, mayHaveMissed: false });
	});
});

describe('an n8n that has another address', () => {
	const ANOTHER = 'https://new.example.com/webhook/trigger';
	const moved = async (first: N8n, answer: unknown) =>
		await startedAfter(account(), first, {
			address: ANOTHER,
			answerAt: () => {
				if (answer === undefined) throw new Error('ECONNREFUSED');
				return answer;
			},
		});

	test.each<[string, unknown]>([
		['nobody answers', undefined],
		['it answers itself', { address: ANOTHER }],
		['something else answers', {}],
	])('takes its subscription along where %s at the old one', async (_name, answer) => {
		const first = await published(account());
		const [before] = account().subscriptions.map((one) => ({ ...one }));
		const { warnings, calls } = await moved(first, answer);
		expect(calls.map(({ url }) => url)).toEqual([before!.url]);
		expect(account().subscriptions).toEqual([
			{ ...before, url: before!.url?.replace(ADDRESS, ANOTHER) },
		]);
		expect(warnings).toEqual([]);
	});

	test('has one of its own where another n8n answers at the old one, and says so', async () => {
		const events = ['MESSAGE_RECEIVED', 'CONTACT_SILENT'];
		const first = await published(account(), { parameters: { events } });
		const { secret, silentSince } = recall(first.hook);
		const [before] = account().subscriptions.map((one) => ({ ...one }));
		jest.setSystemTime(NOW + MINUTE_MS);
		const copy = n8nFor(account(), {
			...first,
			parameters: { events },
			activation: 'init',
			address: ANOTHER,
			answerAt: () => ({ address: ADDRESS }),
			apiKey: 'another',
		});
		await activate(copy);
		expect(account().subscriptions).toEqual([
			before,
			expect.objectContaining({ url: `${ANOTHER}?secret=${secret}` }),
		]);
		expect(recall(copy.hook)).toMatchObject({ secret, silentSince });
		expect(copy.warnings).toEqual([
			"The subscription of 'Gatilho' leads to https://n8n.example.com, where another n8n answers for the same workflow. This n8n has one of its own.",
		]);
	});
});

describe('while n8n runs', () => {
	async function standing(setting: Setting = {}): Promise<Order> {
		const n8n = await published(account(), setting);
		const order = (await orderIn(n8n))!;
		jest.setSystemTime(NOW + 5 * MINUTE_MS);
		return order;
	}

	test('a subscription is found right, put right, or made again', async () => {
		const order = await standing();
		const { url } = account().subscriptions[0]!;
		expect(await restore(order)).toBe('right');
		expect(account().changes()).toHaveLength(1);
		Object.assign(account().subscriptions[0]!, { enabled: false });
		expect(await restore(order)).toBe('wrong');
		account().subscriptions = [];
		jest.setSystemTime(NOW + 7 * MINUTE_MS);
		expect(await restore(order)).toBe('gone');
		expect(account().subscriptions).toMatchObject([{ url, enabled: true }]);
		expect(order).toMatchObject({
			subscriptionId: account().subscriptions[0]!.id,
			seenAt: NOW + 7 * MINUTE_MS,
		});
	});

	test('silences need none', async () => {
		const order = await standing({ parameters: { events: ['CONTACT_SILENT'] } });
		expect(await restore(order)).toBe('right');
		expect(account().requests).toEqual([]);
	});

	test('it is noted that everything was heard up to two minutes before it was last seen', async () => {
		const order = await standing();
		await restore(order);
		await noteHeard(order);
		const heard = 'n8n: Vendas · heard 2026-11-30T12:03:00Z';
		expect(account().changes().slice(1)).toEqual([
			[`PUT /${order.subscriptionId}`, { fields: ['Name'], name: heard }],
		]);
		await noteHeard(order);
		expect(account().changes()).toHaveLength(2);
		expect(await restore(order)).toBe('right');
	});

	test('a moment is not noted that is no later, and nothing where there is no subscription', async () => {
		const order = await standing();
		order.seenAt = NOW + 2 * MINUTE_MS;
		await noteHeard(order);
		await noteHeard({ ...order, seenAt: NOW + 5 * MINUTE_MS, subscriptionId: undefined });
		expect(account().changes()).toHaveLength(1);
		order.seenAt++;
		await noteHeard(order);
		expect(account().changes()).toHaveLength(2);
	});

	test('what could not be noted is noted the next time', async () => {
		const order = await standing();
		await restore(order);
		account().refuses = () => true;
		await expect(noteHeard(order)).rejects.toThrow();
		account().refuses = () => false;
		await noteHeard(order);
		expect(account().subscriptions[0]!.name).toBe('n8n: Vendas · heard 2026-11-30T12:03:00Z');
	});
});
