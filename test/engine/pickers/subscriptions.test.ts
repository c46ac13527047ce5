import { useSandbox } from '../../support/account';
import type { Scenario } from '../../support/engine';
import { dropdownOf, pageOfList } from '../../support/lists';

const sandbox = useSandbox();
const parameters = { resource: 'webhook', operation: 'update', subscriptionId: '' };

const events = async (account: Scenario['account'] = sandbox()) =>
	await dropdownOf(account, 'getWebhookEvents', parameters);

const subscriptions = async (typed?: string) =>
	await pageOfList(sandbox(), 'searchSubscriptions', { parameters, typed });

test("the events are the account's own, in words and by name", async () => {
	sandbox().account.webhookEvents = [
		{ event: 'SESSION_NEW', description: 'Conversa iniciada' },
		{ event: 'MESSAGE_RECEIVED', description: 'Mensagem recebida' },
	];
	expect(await events()).toMatchObject([
		{ name: 'Message Received', value: 'MESSAGE_RECEIVED' },
		{ name: 'Session Created', value: 'SESSION_NEW' },
	]);
});

test('an account that lists no events gets the 18 known ones', async () => {
	const { webhookEvents } = sandbox().account;
	sandbox().account.webhookEvents = [];
	const shown = await events();
	expect(shown.map(({ value }) => value).sort()).toEqual(
		webhookEvents.map(({ event }) => event).sort(),
	);
	expect(shown).toHaveLength(18);
});

test('events that cannot be read are said, not replaced by the known ones', async () => {
	const account = { url: sandbox().url, apiKey: 'pn_wrong' };
	await expect(events(account)).rejects.toThrow('WTS Chat did not accept the API key');
});

test('the subscriptions are all there, and the paused ones marked', async () => {
	const { results } = await subscriptions();
	expect(results).toEqual([
		{ name: 'n8n - fluxo 1 (Paused)', value: sandbox().account.subscriptions[0]?.id },
		{ name: 'n8n - fluxo 2', value: sandbox().account.subscriptions[1]?.id },
		{ name: 'n8n - fluxo 3', value: sandbox().account.subscriptions[2]?.id },
	]);
});

test('what is typed chooses among them', async () => {
	const { results } = await subscriptions('FLUXO 2');
	expect(results.map(({ name }) => name)).toEqual(['n8n - fluxo 2']);
});
