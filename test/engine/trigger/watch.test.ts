import type { IDataObject } from 'n8n-workflow';
import { randomUUID } from 'node:crypto';
import type { Sandbox } from '../../../playground/sandbox';
import { useSandbox } from '../../support/account';
import { useHeldClock } from '../../support/heldClock';
import {
	publisherOn,
	useTriggers,
	type TriggerScenario,
	type TriggerStage,
} from '../../support/trigger';

const sandbox = useSandbox();
const trigger = useTriggers();
const listening = publisherOn(trigger, sandbox);

const MINUTE_MS = 60_000;

const clock = useHeldClock(MINUTE_MS);
const { asMinutesPass } = clock;

type Subscription = Sandbox['account']['subscriptions'][number];

function ours(): Subscription[] {
	return sandbox().account.subscriptions.filter(({ url }) => url?.startsWith('http://127.0.0.1'));
}

/** The trigger of a published workflow, which n8n keeps in memory. */
async function published(
	parameters: IDataObject = {},
	more: Partial<TriggerScenario> = {},
): Promise<{ stage: TriggerStage; close: () => Promise<void> }> {
	const stage = await listening(parameters, more);
	const close = await stage.watch('activate');
	return { stage, close };
}

const lists = () =>
	sandbox().requests.filter(
		({ method, path }) => method === 'GET' && path === '/core/v1/webhook/subscription',
	).length;

/** Lets time pass in which n8n would look several times, and gives how often it has. */
async function looksInAnHour(): Promise<number> {
	const before = lists();
	for (let minute = 0; minute < 60; minute++) {
		clock.pass(MINUTE_MS);
		await new Promise((resolve) => setImmediate(resolve));
	}
	return lists() - before;
}

describe('while n8n runs', () => {
	test.each<[string, Partial<Subscription>]>([
		['switched off', { enabled: false }],
		['gave other events', { events: ['CONTACT_NEW'] }],
		['gave another address', { url: 'https://n8n.example.com/webhook/antigo' }],
		['renamed', { name: 'Antigo' }],
	])('a subscription that somebody %s is put right, and the log says so', async (_name, change) => {
		const { stage } = await published();
		const [subscription] = ours();
		const before = { ...subscription };
		Object.assign(subscription!, change);
		await asMinutesPass(() => stage.warnings.length > 0);
		expect(subscription).toEqual({
			...before,
			name: expect.stringMatching(/^n8n: Atendimento · heard /),
			updatedAt: expect.any(String),
		});
		expect(stage.warnings).toEqual([
			"The subscription of 'WTS Chat Trigger' was switched off or changed; it is as it should be again.",
		]);
	});

	test('a subscription that somebody removed is made again with the same address', async () => {
		const { stage } = await published();
		const [before] = ours();
		sandbox().account.subscriptions = [];
		await asMinutesPass(() => stage.warnings.length > 0);
		expect(ours()).toMatchObject([{ url: before?.url, enabled: true, events: before?.events }]);
		expect(stage.warnings).toEqual([
			"The subscription of 'WTS Chat Trigger' was removed; it is as it should be again.",
		]);
	});

	test('of one that is as it should be only the name changes, which tells up to when n8n has heard', async () => {
		const heard = () => Date.parse(ours()[0]?.name?.split(' heard ')[1] ?? '');
		const { stage } = await published();
		const atFirst = heard();
		await asMinutesPass(() => heard() > atFirst);
		expect(stage.warnings).toEqual([]);
		const changes = sandbox().requests.filter(({ method }) => method === 'PUT');
		expect(changes.map(({ body }) => (body as { fields: string[] }).fields)).toEqual(
			changes.map(() => ['Name']),
		);
		expect(heard()).toBeLessThan(Date.now() - MINUTE_MS);
	});

	test('subscriptions of others are left alone', async () => {
		const { stage } = await published();
		const others = sandbox().account.subscriptions.filter((one) => !ours().includes(one));
		for (const one of others) one.enabled = false;
		const before = others.map((one) => ({ ...one }));
		Object.assign(ours()[0]!, { enabled: false });
		await asMinutesPass(() => stage.warnings.length > 0);
		expect(others).toEqual(before);
	});

	test('nothing that other nodes remember is written over', async () => {
		const { stage } = await published();
		const before = stage.staticData;
		sandbox().account.subscriptions = [];
		await asMinutesPass(() => stage.warnings.length > 0);
		expect(stage.staticData).toEqual(before);
	});

	test('an API that cannot be reached is asked again, and the log has no key in it', async () => {
		const { stage } = await published();
		const { apiKey } = sandbox();
		Object.assign(ours()[0]!, { enabled: false });
		sandbox().faults.rules = [{ fault: '500 with a key', rate: 1 }];
		await asMinutesPass(() => stage.warnings.length > 0);
		sandbox().faults.rules = [];
		await asMinutesPass(() => ours()[0]?.enabled === true);
		expect(stage.warnings[0]).toMatch(
			/^The subscription of 'WTS Chat Trigger' could not be looked after; n8n tries again in 5 minutes\. WTS Chat /,
		);
		expect(stage.warnings.join()).not.toContain(apiKey);
	});
});

describe('it ends', () => {
	test('when n8n closes the trigger', async () => {
		const { close } = await published();
		await close();
		expect(await looksInAnHour()).toBe(0);
	});

	test('when the workflow is unpublished, even where n8n does not close the trigger', async () => {
		const { stage } = await published();
		await stage.deactivate();
		expect(await looksInAnHour()).toBe(0);
		expect(ours()).toEqual([]);
	});

	test('when n8n begins another one for the same trigger', async () => {
		const { stage } = await published();
		await stage.watch('update');
		sandbox().account.subscriptions = [];
		await asMinutesPass(() => stage.warnings.length > 0);
		expect(ours()).toHaveLength(1);
	});
});

test('who listens in the editor is not looked after', async () => {
	const { stage } = await published({}, { test: true });
	expect(await looksInAnHour()).toBe(0);
	expect(stage.warnings).toEqual([]);
});

test('nothing is looked after before n8n has the subscription, and then it is', async () => {
	const id = randomUUID();
	const stage = await trigger({
		parameters: { events: ['MESSAGE_RECEIVED'] },
		account: sandbox(),
		workflow: { id },
		webhookId: id,
	});
	await stage.watch('init');
	expect(await looksInAnHour()).toBe(0);
	await stage.activate();
	Object.assign(ours()[0]!, { enabled: false });
	await asMinutesPass(() => stage.warnings.length > 0);
	expect(ours()[0]?.enabled).toBe(true);
});
