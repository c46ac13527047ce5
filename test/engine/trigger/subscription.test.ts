import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../../../playground/sandbox';
import { useSandbox } from '../../support/account';
import { scriptedApi } from '../../support/scriptedApi';
import { useTriggers, type TriggerStage } from '../../support/trigger';
import { tidied } from '../../support/waiting';

const sandbox = useSandbox();
const trigger = useTriggers();

const messages = { events: ['MESSAGE_RECEIVED'] };

/** The subscriptions that lead to this machine; the account has others from the start. */
function ours({ account }: Sandbox) {
	return account.subscriptions.filter(({ url }) => url?.startsWith('http://127.0.0.1'));
}

function theirs({ account }: Sandbox) {
	return account.subscriptions.filter(({ url }) => !url?.startsWith('http://127.0.0.1'));
}

/** The name without the moment that is noted in it. */
function nameOf({ name }: Sandbox['account']['subscriptions'][number]) {
	return name?.replace(/ · heard .*/, '');
}

test('activating the workflow subscribes it to its events, under its own name and with a secret', async () => {
	const stage = await trigger({
		parameters: { events: ['MESSAGE_RECEIVED', 'PANEL_CARD_STEP_CHANGE'] },
		account: sandbox(),
	});
	await stage.activate();

	const [subscription, ...others] = ours(sandbox());
	expect(others).toEqual([]);
	expect(subscription).toMatchObject({
		name: expect.stringMatching(/^n8n: Atendimento · heard 20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
		enabled: true,
		events: ['MESSAGE_RECEIVED', 'PANEL_CARD_STEP_CHANGE'],
	});
	expect(subscription?.url).toMatch(
		/\/webhook\/0f2a4c6e-8b0d-4f2a-9c4e-6f8a0b2d4c5e\/webhook\?secret=[\w-]{32}$/,
	);
});

test.each([
	[{ phoneNumbers: '(011) 90000-0001, 90000-0002' }, "'Contact Phone Numbers' has no area code"],
	[{ phoneNumbers: 'Maria Silva' }, "'Contact Phone Numbers' is not a phone number"],
	[{ departmentIds: ['Financeiro'] }, "'Departments' is not an ID"],
])(
	'a filter that cannot be read is refused before anything is subscribed: %j',
	async (filters, told) => {
		const before = sandbox().account.subscriptions.length;
		const stage = await trigger({ parameters: { ...messages, filters }, account: sandbox() });
		await expect(stage.activate()).rejects.toThrow(told);
		expect(sandbox().account.subscriptions).toHaveLength(before);
		expect(sandbox().requests).toEqual([]);
	},
);

test.each([
	[{ personMinutes: 0 }, "'Person Wrote Within (Minutes)' has to be 1 or more"],
	[{ transcriptionSeconds: -1 }, "'Wait for Transcription at Most (Seconds)' has to be 1 or more"],
	[{ catchUpHours: 0 }, "'Catch Up at Most (Hours)' has to be 1 or more"],
	[{ catchUpEvents: -5 }, "'Catch Up at Most (Events)' has to be 1 or more"],
])('so is a number that the form does not let anybody type: %j', async (options, told) => {
	const stage = await trigger({ parameters: { ...messages, options }, account: sandbox() });
	await expect(stage.activate()).rejects.toThrow(told);
});

test('a filter that cannot be read is refused where the workflow is subscribed already', async () => {
	const filters: IDataObject = {};
	const stage = await trigger({ parameters: { ...messages, filters }, account: sandbox() });
	await stage.activate();
	filters.phoneNumbers = '\u202a90000-0002';
	const again = await trigger({ parameters: { ...messages, filters }, account: sandbox() });
	await expect(again.activate()).rejects.toThrow(
		`'Contact Phone Numbers' has no area code; write it like +55 11 90000-0001. Its value is now "[U+202A]90000-0002".`,
	);
});

test('deactivating it removes the subscription, and no other', async () => {
	const before = theirs(sandbox()).map(({ id }) => id);
	const stage = await trigger({ parameters: messages, account: sandbox() });
	await stage.activate();
	await stage.deactivate();
	expect(ours(sandbox())).toEqual([]);
	expect(theirs(sandbox()).map(({ id }) => id)).toEqual(before);
});

test('a restart of n8n finds the subscription as it was, in whatever order its events come', async () => {
	const events = ['MESSAGE_RECEIVED', 'CONTACT_NEW', 'SESSION_NEW'];
	const stage = await trigger({ parameters: { events }, account: sandbox() });
	await stage.activate();
	const [subscription] = ours(sandbox());
	subscription?.events.reverse();
	const before = ours(sandbox()).map((one) => ({ ...one }));
	const written = sandbox().requests.length;

	await stage.activate('init');
	expect(ours(sandbox())).toEqual(before);
	expect(
		sandbox()
			.requests.slice(written)
			.map(({ method }) => method),
	).toEqual(['GET']);
});

test('a workflow that is published again keeps its address and its secret', async () => {
	const stage = await trigger({ parameters: messages, account: sandbox() });
	await stage.activate();
	const [before] = ours(sandbox());
	await stage.deactivate();
	await stage.activate();
	expect(ours(sandbox()).map(({ url }) => url)).toEqual([before?.url]);
});

test('a workflow whose API key is changed keeps its secret', async () => {
	const id = '99999999-0000-4000-8000-000000000005';
	const api = await scriptedApi(
		{ json: [] },
		{ json: { id } },
		{ json: [{ id }] },
		{ json: { id } },
	);
	let staticData: IDataObject = {};
	for (const apiKey of ['old', 'new']) {
		const account = { url: api.url, apiKey };
		const stage = await trigger({ parameters: messages, account, workflow: { staticData } });
		await stage.activate();
		({ staticData } = stage);
	}
	const [made, corrected] = api.requests
		.filter(({ method }) => method !== 'GET')
		.map(({ body }) => new URL((JSON.parse(body) as { url: string }).url).search);
	expect(made).toMatch(/^\?secret=[\w-]{32}$/);
	expect(corrected).toBe(made);
});

test('every workflow has a secret of its own', async () => {
	for (const id of ['one', 'other']) {
		const stage = await trigger({
			parameters: messages,
			account: sandbox(),
			workflow: { id },
			webhookId: id,
		});
		await stage.activate();
	}
	const secrets = ours(sandbox()).map(({ url }) => new URL(url!).searchParams.get('secret'));
	expect(new Set(secrets).size).toBe(2);
});

test('events that an expression gives as text are listened to', async () => {
	const stage = await trigger({
		parameters: { events: 'MESSAGE_RECEIVED, SESSION_NEW,MESSAGE_RECEIVED' },
		account: sandbox(),
	});
	await stage.activate();
	expect(ours(sandbox())[0]?.events).toEqual(['MESSAGE_RECEIVED', 'SESSION_NEW']);
});

test('a subscription that somebody deleted is made again', async () => {
	const stage = await trigger({ parameters: messages, account: sandbox() });
	await stage.activate();
	sandbox().account.subscriptions = theirs(sandbox());
	await stage.activate();
	expect(ours(sandbox())).toHaveLength(1);
});

test.each<[string, Partial<Sandbox['account']['subscriptions'][number]>]>([
	['switched off', { enabled: false }],
	['gave other events', { events: ['CONTACT_NEW'] }],
	['took an event from', { events: [] }],
	['renamed', { name: 'Antigo' }],
	['gave another address', { url: 'https://n8n.example.com/webhook/antigo' }],
])('a subscription that somebody %s is put right', async (_name, change) => {
	const stage = await trigger({ parameters: messages, account: sandbox() });
	await stage.activate();
	const [subscription] = ours(sandbox());
	const before = { ...subscription };
	Object.assign(subscription!, change);
	await stage.activate('init');
	expect(ours(sandbox()).map((one) => ({ ...one, name: nameOf(one) }))).toEqual([
		{ ...before, name: 'n8n: Atendimento', updatedAt: expect.any(String) },
	]);
});

test('a workflow that is renamed renames its subscription', async () => {
	const before = await trigger({ parameters: messages, account: sandbox() });
	await before.activate();
	const after = await trigger({
		parameters: messages,
		account: sandbox(),
		workflow: { name: 'Vendas', staticData: before.staticData },
		insteadOf: before,
	});
	await after.activate();
	expect(ours(sandbox()).map(nameOf)).toEqual(['n8n: Vendas']);
});

test('a node without an ID of its own is subscribed where n8n answers its address', async () => {
	const parameters = messages;
	const stage = await trigger({ parameters, account: sandbox(), webhookId: '', name: 'Gatilho' });
	await stage.activate();
	expect(ours(sandbox())[0]?.url).toContain('/webhook/workflow/gatilho/webhook?secret=');
});

test('a subscription whose address n8n does not answer is still removed', async () => {
	const stage = await trigger({ parameters: messages, account: sandbox(), webhookId: '' });
	const address = `${stage.url}/webhook/workflow/wts%20chat%20trigger/webhook?secret=x`;
	Object.assign(sandbox().account.subscriptions[0]!, { url: address });
	await stage.deactivate();
	expect(ours(sandbox())).toEqual([]);
});

test('a workflow with a long name gets a subscription that shows the beginning of it', async () => {
	const stage = await trigger({
		parameters: messages,
		account: sandbox(),
		workflow: { name: `Atendimento ${'x'.repeat(200)}` },
	});
	await stage.activate();
	expect(ours(sandbox())[0]?.name).toMatch(/^n8n: Atendimento x+ · heard \S+$/);
	expect(ours(sandbox())[0]?.name).toHaveLength(100);
});

/** The same workflow, published in an n8n with another address that has the data of this one. */
async function startElsewhere(before: TriggerStage): Promise<TriggerStage> {
	return await trigger({
		parameters: messages,
		account: sandbox(),
		workflow: { staticData: before.staticData },
	});
}

describe('when n8n gets another address, the same subscription moves with it', () => {
	const NOBODY = 'http://127.0.0.1:9';

	test.each<[string, (before: TriggerStage, after: TriggerStage) => void]>([
		['nobody answers', ({ url }) => rename(url, NOBODY)],
		['it still answers itself', (before, after) => before.leadTo(after)],
		['something else answers', ({ url }) => rename(url, sandbox().url)],
	])('where %s at the old one', async (_name, happens) => {
		const before = await trigger({ parameters: messages, account: sandbox() });
		await before.activate();
		const after = await startElsewhere(before);
		const old = ours(sandbox()).map(({ id }) => id);
		happens(before, after);
		await after.activate('init');
		const moved = ours(sandbox());
		expect(moved.map(({ id }) => id)).toEqual(old);
		expect(moved[0]?.url).toContain(after.url);
	});

	function rename(from: string, to: string): void {
		for (const one of ours(sandbox())) one.url = one.url!.replace(from, to);
	}
});

describe('a copy of an n8n that starts at another address while the first one lives', () => {
	async function published(): Promise<TriggerStage> {
		const first = await trigger({ parameters: messages, account: sandbox() });
		await first.activate();
		return first;
	}

	test('gets a subscription of its own, says so, and leaves the first one when it ends', async () => {
		const first = await published();
		const [kept] = ours(sandbox()).map((one) => ({ ...one }));
		const copy = await startElsewhere(first);
		await copy.activate('init');
		expect(ours(sandbox())[0]).toEqual(kept);
		expect(ours(sandbox())[1]?.url).toContain(copy.url);
		expect(copy.warnings).toEqual([
			`The subscription of 'WTS Chat Trigger' leads to ${first.url}, where another n8n answers for the same workflow. This n8n has one of its own.`,
		]);

		sandbox().writeAsContact('5511900000001', { text: 'Oi' });
		await sandbox().events.settled();
		const told = sandbox().events.deliveries.map(({ url }) => new URL(url).origin);
		expect(told.sort()).toEqual([first.url, copy.url].sort());

		await copy.activate('init');
		expect(ours(sandbox())).toHaveLength(2);
		await copy.deactivate();
		expect(ours(sandbox())).toEqual([kept]);
	});

	test('does not remove the subscription of the first one, where it is unpublished at once', async () => {
		const first = await published();
		await (await startElsewhere(first)).deactivate();
		expect(ours(sandbox())).toHaveLength(1);
	});

	test('leaves the first one a way back, where it has taken its subscription all the same', async () => {
		const first = await published();
		const copy = await startElsewhere(first);
		const [taken] = ours(sandbox());
		taken!.url = taken!.url!.replace(first.url, copy.url);
		await first.activate('init');
		expect(ours(sandbox()).map(({ url }) => new URL(url!).origin)).toEqual([copy.url, first.url]);
	});
});

test.each([
	['a copy of the workflow', { workflow: { id: 'copy' } }],
	['the same workflow in another n8n', { instanceId: 'another n8n' }],
])('%s gets a subscription of its own and leaves that of the original', async (_name, other) => {
	const original = await trigger({ parameters: messages, account: sandbox() });
	await original.activate();
	const [kept] = ours(sandbox()).map((subscription) => ({ ...subscription }));

	const copy = await trigger({
		parameters: messages,
		account: sandbox(),
		...other,
		webhookId: '11111111-8b0d-4f2a-9c4e-6f8a0b2d4c5e',
		workflow: { ...('workflow' in other && other.workflow), staticData: original.staticData },
	});
	await copy.activate();
	expect(ours(sandbox())).toHaveLength(2);
	expect(ours(sandbox())[0]).toEqual(kept);

	await copy.deactivate();
	expect(ours(sandbox())).toEqual([kept]);
});

test('listening in the editor has a subscription of its own, which it cleans up', async () => {
	const production = await trigger({ parameters: messages, account: sandbox() });
	await production.activate();
	const [kept] = ours(sandbox());
	const listening = await trigger({
		parameters: messages,
		account: sandbox(),
		test: true,
		workflow: { staticData: production.staticData },
	});
	await listening.activate();
	expect(ours(sandbox()).map(nameOf)).toEqual(['n8n: Atendimento', 'n8n test: Atendimento']);
	expect(ours(sandbox())[1]?.url).toContain('/webhook-test/');

	await listening.deactivate();
	expect(ours(sandbox())).toEqual([kept]);
});

test('what n8n had forgotten is found by its address, and one too many is removed', async () => {
	const stage = await trigger({ parameters: messages, account: sandbox() });
	await stage.activate();
	const [subscription] = ours(sandbox());
	sandbox().account.subscriptions.push({
		...subscription!,
		id: '99999999-0000-4000-8000-000000000001',
	});

	await stage.activate();
	expect(ours(sandbox()).map(({ id }) => id)).toEqual([subscription?.id]);
});

test('deactivating removes the subscription by its address, whatever n8n has forgotten', async () => {
	const stage = await trigger({ parameters: messages, account: sandbox() });
	await stage.activate();
	Object.assign(ours(sandbox())[0]!, { id: '99999999-0000-4000-8000-000000000003' });
	await stage.deactivate();
	expect(ours(sandbox())).toEqual([]);
});

test('a subscription that is gone already is no error when the workflow is deactivated', async () => {
	const stage = await trigger({ parameters: messages, account: sandbox() });
	await stage.activate();
	sandbox().account.subscriptions = theirs(sandbox());
	await expect(stage.deactivate()).resolves.toBeUndefined();
});

test('nor is one that goes while the workflow is deactivated', async () => {
	const id = '99999999-0000-4000-8000-000000000004';
	const api = await scriptedApi(
		{ json: [] },
		{ json: { id } },
		{ json: [{ id }] },
		{ status: 404, json: { title: 'Not Found', status: 404 } },
	);
	const account = { url: api.url, apiKey: 'k' };
	const stage = await trigger({ parameters: messages, account });
	await stage.activate();
	await expect(stage.deactivate()).resolves.toBeUndefined();
	expect(api.requests.at(-1)).toMatchObject({
		method: 'DELETE',
		url: `/core/v1/webhook/subscription/${id}`,
	});
});

test.each<[string, (url: string) => string]>([
	['another workflow of this n8n', (url) => url.replace('0f2a4c6e', '1a1a1a1a')],
	['another n8n', (url) => url.replace(/^http:\/\/[^/]+/, 'https://n8n.example.com')],
	['somebody who uses our address without our secret', (url) => url.split('?')[0] ?? ''],
])('a subscription of %s is left alone', async (_name, addressOf) => {
	const stage = await trigger({ parameters: messages, account: sandbox() });
	await stage.activate();
	const [own] = ours(sandbox());
	const foreign = {
		...own!,
		id: '99999999-0000-4000-8000-000000000002',
		url: addressOf(own!.url!),
	};
	const before = { ...foreign };
	sandbox().account.subscriptions.push(foreign);
	await stage.activate();
	await stage.deactivate();
	const { subscriptions } = sandbox().account;
	expect(subscriptions.find(({ id }) => id === foreign.id)).toEqual(before);
	expect(subscriptions).not.toContain(own);
});

test('what an execution left behind that n8n has stopped waiting for is removed', async () => {
	const { account } = sandbox();
	const left = (until: number) => ({
		...account.subscriptions[0]!,
		id: `99999999-0000-4000-8000-${String(until).padStart(12, '0').slice(0, 12)}`,
		name: 'n8n waits for a reply until then',
		url: `https://n8n.example.com/webhook-waiting/7/node?session=s&asked=1&until=${until}`,
	});
	// so long ago that n8n itself has ended it, wherever it was
	const [over, waiting] = [left(Date.now() - 2 * 3_600_000), left(Date.now() + 60_000)];
	account.subscriptions.push(over, waiting);
	const stage = await trigger({ parameters: messages, account: sandbox() });
	await stage.activate();
	await tidied(() => !account.subscriptions.includes(over));
	expect(account.subscriptions).toContain(waiting);
});

describe('what goes wrong is shown', () => {
	const failing = async (
		parameters: IDataObject,
		method: 'activate' | 'deactivate' = 'activate',
	) => {
		const stage = await trigger({ parameters, account: sandbox() });
		return await stage[method]().then(
			() => undefined,
			(error: Error) => error.message,
		);
	};

	test('a wrong key', async () => {
		const stage = await trigger({
			parameters: messages,
			account: { url: sandbox().url, apiKey: 'pn_wrong' },
		});
		const message = await stage.activate().catch((error: Error) => error.message);
		expect(message).toMatch(/^WTS Chat did not accept the API key\. Check the API key/);
		expect(message).not.toContain('pn_wrong');
	});

	test('an API that does not take the subscription away', async () => {
		sandbox().faults.rules = [{ fault: '500 with a key', rate: 1 }];
		expect(await failing(messages, 'deactivate')).toMatch(/^WTS Chat refused the request/);
	});

	test('no event at all', async () => {
		expect(await failing({ events: [] })).toBe(
			"No event is chosen. Choose one or more under 'Trigger On'.",
		);
		expect(ours(sandbox())).toEqual([]);
	});

	test.each([['WTS Chat Trigger'], ['Gatilho Único'], ['100%']])(
		'an address that n8n itself answers with 404: of %s',
		async (name) => {
			const stage = await trigger({
				parameters: messages,
				account: sandbox(),
				webhookId: '',
				name,
			});
			await expect(stage.activate()).rejects.toThrow('n8n gives this node no address. Put a new');
			expect(sandbox().requests).toEqual([]);
		},
	);

	test('a webhook address that is too long for WTS Chat', async () => {
		const stage = await trigger({
			parameters: messages,
			account: sandbox(),
			webhookId: 'x'.repeat(480),
		});
		await expect(stage.activate()).rejects.toThrow(
			'The webhook address is longer than the 500 characters that WTS Chat takes',
		);
	});
});
