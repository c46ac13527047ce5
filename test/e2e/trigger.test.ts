import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import { sandboxCredential } from '../../playground/credential';
import { freePort } from '../../playground/ports';
import type { EventName } from '../../playground/sandbox';
import { chain } from '../../playground/workflows/workflow';
import { Collector } from './support/collector';
import { endings } from './support/endings';
import { Server } from './support/stage';
import { until } from './support/until';

let server: Server;
let collector: Collector;

beforeAll(async () => {
	server = await Server.start();
	collector = await Collector.start();
});

afterEach(() => {
	server.sandbox.faults.rules = [];
	server.sandbox.events.options.copies = 1;
});

afterAll(async () => {
	await server?.close();
	await collector?.close();
});

const PHONE = '5511900000001';

/** The subscriptions that lead to this machine. */
const ours = () =>
	server.sandbox.account.subscriptions.filter(({ url }) => url?.startsWith('http://127.0.0.1'));

/** Waits until the sandbox's list is as expected: n8n activates workflows beside its other work. */
async function listed(holds: (subscriptions: ReturnType<typeof ours>) => boolean): Promise<void> {
	await until('the subscriptions are as expected', () => holds(ours()));
}

async function workflowOn(id: string, events: EventName[], parameters = {}): Promise<string> {
	const trigger = {
		name: 'WTS Chat Trigger',
		type: 'n8n-nodes-wts-chat.wtsChatTrigger',
		typeVersion: 1,
		parameters: { events, ...parameters },
		webhookId: randomUUID(),
		credentials: sandboxCredential.reference,
	};
	await server.api.createWorkflow(chain(id, id, 'Workflow of a test', [trigger, collector.node]));
	return id;
}

describe('the life of a subscription', () => {
	const id = 'e2eLifeCycle';

	test('begins when the workflow is activated', async () => {
		await server.api.activate(await workflowOn(id, ['MESSAGE_RECEIVED']));
		await listed(({ length }) => length === 1);
		expect(ours()).toEqual([
			expect.objectContaining({
				name: `n8n: ${id}`,
				enabled: true,
				events: ['MESSAGE_RECEIVED'],
				url: expect.stringMatching(
					new RegExp(`^${server.n8n.url}/webhook/[-\\w]{36}/webhook\\?secret=[-\\w]{32}$`),
				),
			}),
		]);
		server.sandbox.writeAsContact(PHONE, { text: 'um' });
		expect(await collector.arrived(1)).toEqual([
			expect.objectContaining({ eventType: 'MESSAGE_RECEIVED', text: 'um' }),
		]);
	});

	test('is left as it is when n8n starts again', async () => {
		const before = ours();
		const asked = server.sandbox.requests.length;
		await server.restart();
		await listed(() => server.sandbox.requests.length > asked);
		expect(ours()).toEqual(before);
		server.sandbox.writeAsContact(PHONE, { text: 'dois' });
		await collector.arrived(2);
	});

	test('is made again when somebody deleted it while n8n was away', async () => {
		const { account } = server.sandbox;
		const before = ours();
		await server.n8n.stop();
		account.subscriptions = account.subscriptions.filter((one) => !before.includes(one));
		await server.restart();
		await listed(({ length }) => length === 1);
		expect(ours()[0]?.id).not.toBe(before[0]?.id);
		expect(ours()[0]?.url).toBe(before[0]?.url);
	});

	test('is switched on again when somebody switched it off', async () => {
		ours()[0]!.enabled = false;
		await server.restart();
		await listed(([subscription]) => subscription?.enabled === true);
		expect(ours()).toHaveLength(1);
	});

	test('moves when n8n gets another address', async () => {
		const [before] = ours().map((subscription) => ({ ...subscription }));
		await server.restart(await freePort());
		await listed(([subscription]) => subscription?.url !== before?.url);
		const [moved, ...others] = ours();
		expect(others).toEqual([]);
		expect(moved?.id).toBe(before?.id);
		expect(moved?.url).toMatch(new RegExp(`^${server.n8n.url}/webhook/`));
		server.sandbox.writeAsContact(PHONE, { text: 'três' });
		await collector.arrived(3);
	});

	test('is another one for a copy of the workflow', async () => {
		const [original] = ours().map((subscription) => ({ ...subscription }));
		const copy = await workflowOn('e2eCopy', ['MESSAGE_RECEIVED']);
		await server.api.activate(copy);
		await listed(({ length }) => length === 2);
		expect(ours()[0]).toEqual(original);
		await server.api.deactivate(copy);
		await listed(({ length }) => length === 1);
		expect(ours()).toEqual([original]);
	});

	test('lets nobody else in', async () => {
		const url = new URL(ours()[0]!.url!);
		const post = async (address: string, body: object | string) =>
			(await axios.post(address, body, { proxy: false, validateStatus: () => true })).status;
		const event = { eventType: 'MESSAGE_RECEIVED', content: { id: 'x' } };
		expect(await post(url.origin + url.pathname, event)).toBe(401);
		expect(await post(`${url.origin}${url.pathname}?secret=wrong`, event)).toBe(401);
		expect(await post(url.href, { hello: 'there' })).toBe(400);
		await sleep(500);
		expect(collector.items).toHaveLength(3);
	});

	test('ends when the workflow is deactivated', async () => {
		await server.api.deactivate(id);
		await listed(({ length }) => length === 0);
		server.sandbox.writeAsContact(PHONE, { text: 'quatro' });
		await server.sandbox.events.settled();
		expect(collector.items).toHaveLength(3);
	});

	test('does not begin when WTS Chat refuses, and n8n says why', async () => {
		server.sandbox.faults.rules = [{ fault: '500 with a key', rate: 1, on: /POST .*subscription/ }];
		await server.api.activate(id);
		const errors = async () => await server.api.triggerErrors(id);
		await until('n8n tells of the error', async () => (await errors()).length > 0);
		expect((await errors()).join()).toMatch(/^WTS Chat refused the request/);
		expect(ours()).toEqual([]);
	});
});

test('each event starts one execution', async () => {
	collector.items.length = 0;
	const { account } = server.sandbox;
	const events = account.webhookEvents.map(({ event }) => event as EventName);
	const id = await workflowOn('e2eEveryEvent', events);
	await server.api.activate(id);
	await listed(({ length }) => length === 1);

	for (const event of events) server.sandbox.events.tell(event, { id: `record of ${event}` });
	await collector.arrived(events.length);
	expect(collector.items.map(({ eventType }) => eventType).sort()).toEqual([...events].sort());
	await server.api.deactivate(id);
	await listed(({ length }) => length === 0);
	expect(await endings(server.api, id)).toEqual(events.map(() => 'success'));
});

test('500 messages in ten seconds start 500 executions, however often they are delivered', async () => {
	collector.items.length = 0;
	const id = await workflowOn('e2eBurst', ['MESSAGE_RECEIVED']);
	await server.api.activate(id);
	await listed(({ length }) => length === 1);
	server.sandbox.events.options.copies = 2;

	const began = Date.now();
	for (let n = 0; n < 500; n++) {
		server.sandbox.writeAsContact(PHONE, { text: `mensagem ${n}` });
		await sleep(Math.max(0, began + (n + 1) * 20 - Date.now()));
	}
	const writtenMs = Date.now() - began;
	await collector.arrived(500);
	const startedMs = Date.now() - began;
	await server.sandbox.events.settled();
	await sleep(1_000);

	expect(new Set(collector.items.map(({ text }) => text)).size).toBe(500);
	expect(collector.items).toHaveLength(500);
	expect(await endings(server.api, id)).toEqual(Array(500).fill('success'));
	console.log(
		`500 messages written in ${writtenMs} ms, all executions ended after ${startedMs} ms`,
	);
	await server.api.deactivate(id);
});
