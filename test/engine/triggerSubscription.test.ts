import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../../playground/sandbox';
import { useSandbox } from '../support/account';
import { useTriggers } from '../support/trigger';
import { tidied } from '../support/waiting';

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

test('activating the workflow subscribes it to its events, under its own name and with a secret', async () => {
	const stage = await trigger({
		parameters: { events: ['MESSAGE_RECEIVED', 'PANEL_CARD_STEP_CHANGE'] },
		account: sandbox(),
	});
	await stage.activate();

	const [subscription, ...others] = ours(sandbox());
	expect(others).toEqual([]);
	expect(subscription).toMatchObject({
		name: 'n8n: Atendimento',
		enabled: true,
		events: ['MESSAGE_RECEIVED', 'PANEL_CARD_STEP_CHANGE'],
	});
	expect(subscription?.url).toMatch(
		/\/webhook\/0f2a4c6e-8b0d-4f2a-9c4e-6f8a0b2d4c5e\/webhook\?secret=[\w-]{32}$/,
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

test('a restart of n8n finds the subscription as it was', async () => {
	const stage = await trigger({ parameters: messages, account: sandbox() });
	await stage.activate();
	const before = ours(sandbox());
	const written = sandbox().requests.length;

	await stage.activate();
	expect(ours(sandbox())).toEqual(before);
	expect(
		sandbox()
			.requests.slice(written)
			.map(({ method }) => method),
	).toEqual(['GET']);
});

test('a subscription that somebody deleted is made again', async () => {
	const stage = await trigger({ parameters: messages, account: sandbox() });
	await stage.activate();
	sandbox().account.subscriptions = theirs(sandbox());
	await stage.activate();
	expect(ours(sandbox())).toHaveLength(1);
});

test('a subscription that somebody switched off or gave other events is put right', async () => {
	const stage = await trigger({ parameters: messages, account: sandbox() });
	await stage.activate();
	const [subscription] = ours(sandbox());
	Object.assign(subscription!, { enabled: false, events: ['CONTACT_NEW'] });
	await stage.activate();
	expect(ours(sandbox())).toEqual([
		expect.objectContaining({ id: subscription?.id, enabled: true, events: ['MESSAGE_RECEIVED'] }),
	]);
});

test('when n8n gets another address, the same subscription moves with it', async () => {
	const before = await trigger({ parameters: messages, account: sandbox() });
	await before.activate();
	const [old] = ours(sandbox());
	const oldUrl = old?.url;

	const after = await trigger({
		parameters: messages,
		account: sandbox(),
		workflow: { staticData: before.staticData },
	});
	await after.activate();
	const [moved, ...others] = ours(sandbox());
	expect(others).toEqual([]);
	expect(moved?.id).toBe(old?.id);
	expect(moved?.url).not.toBe(oldUrl);
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
	expect(ours(sandbox()).map(({ name }) => name)).toEqual([
		'n8n: Atendimento',
		'n8n test: Atendimento',
	]);
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

test('a subscription that is gone already is no error when the workflow is deactivated', async () => {
	const stage = await trigger({ parameters: messages, account: sandbox() });
	await stage.activate();
	sandbox().account.subscriptions = theirs(sandbox());
	await expect(stage.deactivate()).resolves.toBeUndefined();
});

test('a subscription that somebody made for the same address without our secret is left alone', async () => {
	const stage = await trigger({ parameters: messages, account: sandbox() });
	await stage.activate();
	const [subscription] = ours(sandbox());
	const foreign = {
		...subscription!,
		id: '99999999-0000-4000-8000-000000000002',
		url: subscription?.url?.split('?')[0] ?? null,
	};
	sandbox().account.subscriptions.push(foreign);
	await stage.deactivate();
	expect(ours(sandbox())).toEqual([foreign]);
});

test('what an execution left behind that n8n has stopped waiting for is removed', async () => {
	const { account } = sandbox();
	const left = (until: number) => ({
		...account.subscriptions[0]!,
		id: `99999999-0000-4000-8000-${String(until).padStart(12, '0').slice(0, 12)}`,
		name: 'n8n waits for a reply until then',
		url: `https://n8n.example.com/webhook-waiting/7/node?session=s&asked=1&until=${until}`,
	});
	const [over, waiting] = [left(Date.now() - 60_000), left(Date.now() + 60_000)];
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
		expect(await failing({ events: [] })).toBe('No event is chosen');
		expect(ours(sandbox())).toEqual([]);
	});

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
