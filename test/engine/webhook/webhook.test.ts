import type { IDataObject } from 'n8n-workflow';
import { useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const sandbox = useSandbox();

async function webhook(operation: string, values: IDataObject = {}) {
	const account = sandbox();
	const outcome = await run({ parameters: { resource: 'webhook', operation, ...values }, account });
	return { outcome, sent: account.requests.at(-1)?.body };
}

const URL = 'https://n8n.example.com/webhook/pedidos';

/** The first subscription as the sandbox holds it now; it is paused at the start. */
function first() {
	const [subscription] = sandbox().account.subscriptions;
	if (!subscription) throw new Error('The sandbox has no subscription');
	return subscription;
}

describe('Create', () => {
	const form = { name: 'n8n - pedidos', url: URL, events: ['MESSAGE_RECEIVED', 'CONTACT_NEW'] };

	test('the events are sent by name, and come back with their descriptions', async () => {
		const { outcome, sent } = await webhook('create', form);
		expect(sent).toEqual(form);
		expect(outcome.items[0]?.json).toMatchObject({
			name: 'n8n - pedidos',
			enabled: true,
			events: [
				{ event: 'MESSAGE_RECEIVED', description: 'Mensagem recebida' },
				{ event: 'CONTACT_NEW', description: 'Contato criado' },
			],
		});
		expect(sandbox().account.subscriptions.at(-1)).toMatchObject(form);
	});

	test('it can be created paused', async () => {
		await webhook('create', { ...form, additionalFields: { enabled: false } });
		expect(sandbox().account.subscriptions.at(-1)?.enabled).toBe(false);
	});

	test('an expression can give the events with commas', async () => {
		const { sent } = await webhook('create', {
			...form,
			events: "={{ 'SESSION_NEW, SESSION_COMPLETE' }}",
		});
		expect(sent).toMatchObject({ events: ['SESSION_NEW', 'SESSION_COMPLETE'] });
	});

	test.each<[string, IDataObject, string]>([
		['no event', { events: '={{ [] }}' }, 'No event is chosen'],
		['a blank name', { name: '={{ $json.name }}' }, "'Name' is empty"],
		['a path instead of an address', { url: '/webhook/pedidos' }, "'URL' is not an address"],
	])('%s is said before any request', async (_, wrong, message) => {
		const { outcome } = await webhook('create', { ...form, ...wrong });
		expect(outcome.error?.message).toContain(message);
		expect(sandbox().requests).toEqual([]);
	});

	test("an event that the API does not know is the API's to refuse, with its reason", async () => {
		const { outcome } = await webhook('create', { ...form, events: ['ORDER_NEW'] });
		expect(outcome.error).toMatchObject({ message: 'WTS Chat refused the request' });
		expect(outcome.error?.description).toContain('events');
	});
});

describe('Update', () => {
	test('what is filled in is written and listed for the API', async () => {
		const updateFields = {
			enabled: true,
			events: ['SESSION_NEW'],
			name: 'n8n - conversas',
			url: URL,
		};
		const { sent } = await webhook('update', { subscriptionId: first().id, updateFields });
		expect(sent).toEqual({ ...updateFields, fields: ['Name', 'Url', 'Events', 'Enabled'] });
		expect(first()).toMatchObject(updateFields);
	});

	test('it pauses and resumes, and leaves the rest as it was', async () => {
		const { id, name, url, events } = first();
		for (const enabled of [true, false]) {
			const { sent } = await webhook('update', {
				subscriptionId: id,
				updateFields: { enabled, name: '', url: ' ', events: [] },
			});
			expect(sent).toEqual({ fields: ['Enabled'], enabled });
			expect(first()).toMatchObject({ enabled, name, url, events });
		}
	});

	test.each<[string, IDataObject, string]>([
		['nothing chosen', {}, 'There is nothing to update'],
		['a path instead of an address', { url: '/webhook' }, "'URL' is not an address"],
	])('%s is said before any request', async (_, updateFields, message) => {
		const { outcome } = await webhook('update', { subscriptionId: first().id, updateFields });
		expect(outcome.error?.message).toContain(message);
		expect(sandbox().requests).toEqual([]);
	});
});

test('Get reads a subscription', async () => {
	const { id, name, url } = first();
	const { outcome } = await webhook('get', { subscriptionId: id });
	expect(outcome.items.map(({ json }) => json)).toMatchObject([{ id, name, url }]);
});

test('Get Many gives them all, the paused ones too', async () => {
	const { outcome } = await webhook('getMany', { returnAll: true });
	expect(outcome.items.map(({ json }) => [json.id, json.enabled])).toEqual(
		sandbox().account.subscriptions.map(({ id, enabled }) => [id, enabled]),
	);
});

test('Get Many Events gives the events of the account', async () => {
	const { outcome } = await webhook('getManyEvents', { returnAll: true });
	expect(outcome.items.map(({ json }) => json)).toEqual(sandbox().account.webhookEvents);
});

test('Delete removes the subscription and says so', async () => {
	const { id } = first();
	const { outcome } = await webhook('delete', { subscriptionId: id });
	expect(outcome.items.map(({ json }) => json)).toEqual([{ deleted: true }]);
	expect(sandbox().account.subscriptions.map((kept) => kept.id)).not.toContain(id);
});

test('a subscription that does not exist is named with its field', async () => {
	const subscriptionId = '00000000-0000-4000-8000-00000000dead';
	const { outcome } = await webhook('get', { subscriptionId });
	expect(outcome.error?.message).toBe('WTS Chat does not find what this item names');
	expect(outcome.error?.description).toContain(`'Subscription' (${subscriptionId})`);
});
