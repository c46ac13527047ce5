import axios from 'axios';
import type { EventName } from '../../playground/sandbox';
import { Collector } from './support/collector';
import { endings } from './support/endings';
import { openAccount, type OtherAccount } from './support/otherAccount';
import { joinSite, type Site } from './support/stage';
import { manyMessages } from './support/storms';
import { saveTriggered, subscriptionsIn } from './support/triggers';
import { until } from './support/until';

let site: Site;
let collector: Collector;
let refusing: OtherAccount;

const REFUSED = 'e2eRefused';

beforeAll(async () => {
	site = await joinSite();
	collector = await Collector.start();
	refusing = await openAccount(site.api, REFUSED);
	refusing.sandbox.faults.rules = [{ fault: '500 with a key', rate: 1, on: /POST .*subscription/ }];
	// n8n takes a while to give up; other tests run meanwhile
	await saveTriggered(site.api, REFUSED, ['MESSAGE_RECEIVED'], collector, refusing.credentials);
	await site.api.activate(REFUSED);
});

afterAll(async () => {
	await site?.close();
	await refusing?.sandbox.close();
	await collector?.close();
});

const PHONE = '5511900000001';

const ours = () => subscriptionsIn(site.sandbox);

/** Waits until that many workflows are subscribed: n8n publishes beside its other work. */
async function subscribed(count: number): Promise<void> {
	await until(`${count} workflows are subscribed`, () => ours().length === count);
}

async function workflowOn(id: string, events: EventName[]): Promise<string> {
	return await saveTriggered(site.api, id, events, collector);
}

describe('the life of a subscription', () => {
	const id = 'e2eLifeCycle';

	test('begins when the workflow is activated', async () => {
		await site.api.activate(await workflowOn(id, ['MESSAGE_RECEIVED']));
		await subscribed(1);
		expect(ours()).toEqual([
			expect.objectContaining({
				name: expect.stringContaining(`n8n: ${id} · heard 20`),
				enabled: true,
				events: ['MESSAGE_RECEIVED'],
				url: expect.stringMatching(
					new RegExp(`^${site.n8n.url}/webhook/[-\\w]{36}/webhook\\?secret=[-\\w]{32}$`),
				),
			}),
		]);
		site.sandbox.writeAsContact(PHONE, { text: 'um' });
		expect(await collector.arrived(1)).toEqual([
			expect.objectContaining({ eventType: 'MESSAGE_RECEIVED', text: 'um' }),
		]);
	});

	test('is another one for a copy of the workflow', async () => {
		const [original] = ours().map((subscription) => ({ ...subscription }));
		const copy = await workflowOn('e2eCopy', ['MESSAGE_RECEIVED']);
		await site.api.activate(copy);
		await subscribed(2);
		expect(ours()[0]).toEqual(original);
		await site.api.deactivate(copy);
		await subscribed(1);
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
		// an execution of theirs would have begun before this one
		site.sandbox.writeAsContact(PHONE, { text: 'dois' });
		await collector.arrived(2);
		expect(await endings(site.api, id)).toEqual(['success', 'success']);
		expect(collector.items.map(({ text }) => text)).toEqual(['um', 'dois']);
	});

	test('ends when the workflow is deactivated', async () => {
		await site.api.deactivate(id);
		await subscribed(0);
		site.sandbox.writeAsContact(PHONE, { text: 'três' });
		await site.sandbox.events.settled();
		expect(collector.items).toHaveLength(2);
	});
});

test('each event starts one execution', async () => {
	collector.items.length = 0;
	const { account } = site.sandbox;
	const events = account.webhookEvents.map(({ event }) => event as EventName);
	const id = await workflowOn('e2eEveryEvent', events);
	await site.api.activate(id);
	await subscribed(1);

	for (const event of events) site.sandbox.events.tell(event, { id: `record of ${event}` });
	await collector.arrived(events.length);
	expect(collector.items.map(({ eventType }) => eventType).sort()).toEqual([...events].sort());
	await site.api.deactivate(id);
	await subscribed(0);
	expect(await endings(site.api, id)).toEqual(events.map(() => 'success'));
});

test('200 messages in four seconds start 200 executions, however often they are delivered', async () => {
	// faster than n8n takes them, so that they wait for each other
	await manyMessages(site, collector, 200);
});

test('a subscription does not begin when WTS Chat refuses, and n8n says why', async () => {
	const errors = async () => await site.api.triggerErrors(REFUSED);
	await until('n8n tells of the error', async () => (await errors()).length > 0);
	expect((await errors()).join()).toMatch(/^WTS Chat refused the request/);
	expect(subscriptionsIn(refusing.sandbox)).toEqual([]);
});
