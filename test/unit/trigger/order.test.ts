import type { IDataObject, IHookFunctions } from 'n8n-workflow';
import type { Subscription } from '../../../nodes/WtsChat/subscriptions/subscriptions';
import {
	addressOf,
	isAsWanted,
	nameFor,
	orderOf,
	type Order,
} from '../../../nodes/WtsChat/trigger/order';
import { NOW, useClock } from './executions';
import { Account, ADDRESS, n8nFor, type Setting } from './n8n';

useClock();

const HOUR_MS = 3_600_000;
const WORKFLOW = 'workflow';

/** What n8n works out of a node that remembers this. */
async function ordered(
	{ staticData, ...setting }: Setting = {},
	{ since, more = {} }: { since?: number; more?: object } = {},
) {
	const owner = `this n8n/${WORKFLOW}/node`;
	const kept = Object.entries(staticData ?? {}).map(([place, memory]) => [
		place,
		{ ...(memory as IDataObject), owner },
	]);
	const known = { staticData: Object.fromEntries(kept), workflowId: WORKFLOW, ...setting };
	const { hook } = n8nFor(new Account(), known);
	const context = { ...hook, ...more } as IHookFunctions;
	return { ...(await orderOf(context, since)), context };
}

const MEMORY = { secret: 'segredo', subscriptionId: 'subscription' };

test('a node has one subscription, of its events, in the name of the workflow and with its secret', async () => {
	const { secret, order, context } = await ordered({ staticData: { production: MEMORY } });
	expect(secret).toBe('segredo');
	expect(order).toEqual({
		context,
		address: ADDRESS,
		wanted: {
			name: 'n8n: Vendas',
			url: `${ADDRESS}?secret=segredo`,
			events: ['MESSAGE_RECEIVED'],
		},
		subscriptionId: 'subscription',
		catchUp: expect.objectContaining({ events: ['MESSAGE_RECEIVED'], mostMs: 24 * HOUR_MS }),
		silences: undefined,
		heardUntil: NOW,
		seenAt: NOW,
		mayHaveMissed: false,
	});
});

test('a node that remembers nothing has a secret all the same, and no subscription', async () => {
	const { secret, order } = await ordered();
	expect(secret).toMatch(/^[\w-]{20,}$/);
	expect(order.wanted.url).toBe(`${ADDRESS}?secret=${secret}`);
	expect(order.subscriptionId).toBeUndefined();
});

test.each([NOW - HOUR_MS, 0])('from %i on events may have been missed', async (since) => {
	const { order } = await ordered({}, { since });
	expect(order).toMatchObject({ heardUntil: since, seenAt: NOW, mayHaveMissed: true });
});

test('a test in the editor has one of its own, and catches up on nothing', async () => {
	const staticData = { production: MEMORY, test: { secret: 'teste', subscriptionId: 'other' } };
	const { secret, order } = await ordered({ isTest: true, staticData });
	expect(secret).toBe('teste');
	expect(order).toMatchObject({ wanted: { name: 'n8n test: Vendas' }, subscriptionId: 'other' });
	expect(order.catchUp).toBeUndefined();
});

const HOUR_AGO = { CONTACT_SILENT: NOW - HOUR_MS };

test.each([
	['init', HOUR_AGO, NOW - HOUR_MS],
	['update', HOUR_AGO, NOW - HOUR_MS],
	['leadershipChange', HOUR_AGO, NOW - HOUR_MS],
	['init', undefined, NOW],
	['activate', HOUR_AGO, NOW],
] as const)(
	'of silences it is told from when they were chosen on, or from publishing: %s, %j',
	async (activation, silentSince, since) => {
		const parameters = { events: ['CONTACT_SILENT', 'SESSION_NEW', 'WINDOW_CLOSING'] };
		const staticData = { production: { ...MEMORY, silentSince } };
		const { order } = await ordered({ activation, parameters, staticData });
		expect(order.wanted.events).toEqual(['SESSION_NEW']);
		expect(order.silences?.since).toEqual({ CONTACT_SILENT: since, WINDOW_CLOSING: NOW });
	},
);

test.each<[string, unknown, string]>([
	['of the workflow', 'Vendas', 'n8n: Vendas'],
	['of the node, where the workflow has none', undefined, 'n8n: Gatilho'],
	['that is long, as far as the API takes it', 'x'.repeat(200), `n8n: ${'x'.repeat(95)}`],
])('the subscription has the name %s', async (_, name, expected) => {
	const more = { getWorkflow: () => ({ id: WORKFLOW, name }) };
	const { order } = await ordered({ staticData: { production: MEMORY } }, { more });
	expect(order.wanted.name).toBe(expected);
});

describe('nothing is subscribed where', () => {
	test('the form cannot be read: what to do stands in the message, as n8n shows no more', async () => {
		const fails = ordered({ parameters: { events: [] } });
		await expect(fails).rejects.toMatchObject({
			message: expect.stringMatching(/\. Choose one or more under 'Trigger On'\.$/),
			node: expect.objectContaining({ name: 'Gatilho' }),
		});
	});

	const NO_ADDRESS = /^n8n gives this node no address\. Put a new WTS Chat Trigger in its place/;

	test('n8n gives no address', async () => {
		await expect(ordered({ address: '' })).rejects.toThrow(NO_ADDRESS);
	});

	test.each<[string, string | undefined, boolean]>([
		[`${ADDRESS}%20novo`, undefined, false],
		[`${ADDRESS}%20novo`, 'w', true],
		[`${ADDRESS}-novo`, undefined, true],
		[`${ADDRESS}?nome=a%20b`, undefined, true],
	])(
		'n8n answers the address %s of a node with the ID %p otherwise',
		async (address, webhookId, isGood) => {
			const more = {
				getNode: () => ({ id: 'node', name: 'Gatilho', type: 'wtsChatTrigger', webhookId }),
			};
			const came = await ordered({ address }, { more }).catch((error: Error) => error);
			if (isGood) expect(came).toMatchObject({ order: { address } });
			else expect(came).toMatchObject({ message: expect.stringMatching(NO_ADDRESS) });
		},
	);

	test.each([
		[500, true],
		[501, false],
	])('the address is too long: %i characters', async (length, isGood) => {
		const address = ADDRESS.padEnd(length - '?secret=segredo'.length, 'x');
		const staticData = { production: MEMORY };
		const came = await ordered({ address, staticData }).catch((error: Error) => error);
		if (isGood) return expect(came).toMatchObject({ order: { address } });
		expect(came).toMatchObject({
			message: 'The webhook address is longer than the 500 characters that WTS Chat takes',
			description: 'Shorten the webhook address of this n8n (WEBHOOK_URL).',
		});
	});
});

test('the address of a node is the one that n8n gives it, whether it answers there or not', () => {
	const getNodeWebhookUrl = (name: string) => (name === 'default' ? `${ADDRESS}%20` : undefined);
	expect(addressOf({ getNodeWebhookUrl } as unknown as IHookFunctions)).toBe(`${ADDRESS}%20`);
});

const MARK = ' · heard 2026-11-30T10:00:00Z';
const EARLIER = ' · heard 2026-11-30T09:59:00Z';
const catching = { catchUp: {} as Order['catchUp'], heardUntil: NOW };
const wanted = {
	name: 'n8n: Vendas',
	url: `${ADDRESS}?secret=s`,
	events: ['SESSION_NEW', 'MESSAGE_SENT', 'CONTACT_NEW'],
} as Order['wanted'];

test.each<[string, object, string]>([
	['catches up', catching, `n8n: Vendas${MARK}`],
	['does not', { heardUntil: NOW }, 'n8n: Vendas'],
])('the name tells up to when everything was heard where the node %s', (_, more, name) => {
	expect(nameFor({ wanted, ...more } as Order)).toBe(name);
});

const right = {
	enabled: true,
	name: 'n8n: Vendas',
	url: wanted.url,
	events: ['SESSION_NEW', 'MESSAGE_SENT', 'CONTACT_NEW'],
};

test.each<[string, boolean, object, object]>([
	['as it was made', true, {}, {}],
	['with its events in the order of the alphabet', true, { events: [...right.events].sort() }, {}],
	['with its events in reverse', true, { events: [...right.events].reverse() }, {}],
	['switched off', false, { enabled: false }, {}],
	['not said to be on', false, { enabled: null }, {}],
	['under another name', false, { name: 'n8n: Suporte' }, {}],
	['under a name that tells what was heard', false, { name: `n8n: Vendas${MARK}` }, {}],
	['at another address', false, { url: ADDRESS }, {}],
	['with an event less', false, { events: ['SESSION_NEW', 'MESSAGE_SENT'] }, {}],
	['with another event', false, { events: ['SESSION_NEW', 'MESSAGE_SENT', 'CARD'] }, {}],
	['with no events', false, { events: null }, {}],
	['that tells that all was heard', true, { name: `n8n: Vendas${MARK}` }, catching],
	['that tells that less was heard', false, { name: `n8n: Vendas${EARLIER}` }, catching],
	['that tells nothing of that', false, {}, catching],
])('a subscription %s is as it should be: %p', (_, isRight, change, order) => {
	const { events, ...given } = { ...right, ...change };
	const told = events?.map((event: string) => ({ event }));
	const found = { ...given, events: told ?? null } as unknown as Subscription;
	expect(isAsWanted(found, { wanted, ...order } as Order)).toBe(isRight);
});

test('a subscription without events is right where none are wanted', () => {
	const none = { ...wanted, events: [] };
	const found = { ...right, events: null } as unknown as Subscription;
	expect(isAsWanted(found, { wanted: none } as unknown as Order)).toBe(true);
});
