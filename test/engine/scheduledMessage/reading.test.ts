import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import type { Account } from '../../../playground/sandbox';
import { useSandbox } from '../../support/account';
import { editorContext, run } from '../../support/engine';
import { wtsChat } from '../../support/nodes';

type Message = Account['scheduledMessages'][number];

const sandbox = useSandbox();

async function read(operation: string, values: IDataObject) {
	const { items, error } = await run({
		parameters: { resource: 'scheduledMessage', operation, ...values },
		account: sandbox(),
	});
	expect(error).toBeUndefined();
	return items.map(({ json }) => json);
}

const idsOf = (records: Array<{ id?: unknown }>) => records.map(({ id }) => id).sort();

test('a message comes out with what is asked for', async () => {
	const [message] = sandbox().account.scheduledMessages;
	const [record] = await read('get', {
		scheduledMessageId: message?.id,
		simplify: false,
		options: { includeDetails: ['Contact', 'Template'] },
	});
	expect(record).toMatchObject({
		id: message?.id,
		contact: { name: sandbox().account.contacts[0]?.name },
		template: { templateParams: { parameters: { nome: 'Júlia' } } },
		channel: null,
	});
});

test('it is short by default', async () => {
	const [record] = await read('get', {
		scheduledMessageId: sandbox().account.scheduledMessages[0]?.id,
	});
	expect(Object.keys(record ?? {})).toHaveLength(10);
});

describe('a filter lets through what fits, by', () => {
	test.each<[string, (account: Account) => [IDataObject, (message: Message) => boolean]]>([
		['status', () => [{ status: 'SCHEDULED' }, ({ status }) => status === 'SCHEDULED']],
		['type', () => [{ messageType: 'CHATBOT' }, ({ type }) => type === 'CHATBOT']],
		[
			'user',
			({ agents }) => [{ userId: agents[1]?.userId }, ({ userId }) => userId === agents[1]?.userId],
		],
		[
			'department',
			({ departments }) => [
				{ departmentId: departments[1]?.id },
				({ departmentId }) => departmentId === departments[1]?.id,
			],
		],
		[
			'contact',
			({ contacts }) => [
				{ contactId: contacts[2]?.id },
				({ contactId }) => contactId === contacts[2]?.id,
			],
		],
		[
			'phone number',
			({ contacts }) => [
				{ contactId: { __rl: true, mode: 'phone', value: '(11) 90000-0003' } },
				({ contactId }) => contactId === contacts[2]?.id,
			],
		],
		[
			'scheduled time',
			() => [{ scheduledAfter: '2099-01-01T00:00:00' }, ({ scheduling }) => scheduling > '2099'],
		],
	])('%s', async (_, filterOf) => {
		const [filters, fits] = filterOf(sandbox().account);
		const wanted = sandbox().account.scheduledMessages.filter(fits);
		expect(wanted.length).toBeGreaterThan(0);
		expect(wanted.length).toBeLessThan(sandbox().account.scheduledMessages.length);
		expect(idsOf(await read('getMany', { filters }))).toEqual(idsOf(wanted));
	});

	test('channel', async () => {
		const [first, second] = sandbox().account.channels;
		expect(await read('getMany', { filters: { channelId: first?.id } })).toHaveLength(8);
		expect(await read('getMany', { filters: { channelId: second?.id } })).toHaveLength(0);
	});
});

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

async function picker(method: 'searchPendingMessages' | 'searchScheduledMessages') {
	const search = wtsChat.methods?.listSearch?.[method] as Search;
	const parameters = { resource: 'scheduledMessage', operation: 'get', scheduledMessageId: '' };
	const context = await editorContext({ parameters, account: sandbox() });
	return async (typed?: string) => (await search.call(context, typed)).results;
}

describe('the list', () => {
	test("shows recipient, time of the workflow's zone and status, the latest made first", async () => {
		const search = await picker('searchScheduledMessages');
		const results = await search();
		expect(results).toHaveLength(8);
		const { contacts, scheduledMessages } = sandbox().account;
		expect(results.at(-1)).toEqual({
			name: `${contacts[0]?.name} · 2099-12-01 12:00 · SCHEDULED`,
			value: scheduledMessages[0]?.id,
		});
	});

	test('holds only what is still to be sent where nothing else can be chosen', async () => {
		const results = await (await picker('searchPendingMessages'))();
		expect(idsOf(results.map(({ value }) => ({ id: value })))).toEqual(
			idsOf(sandbox().account.scheduledMessages.filter(({ status }) => status === 'SCHEDULED')),
		);
	});

	test('is searched by what it shows', async () => {
		const search = await picker('searchScheduledMessages');
		expect(await search('failed')).toHaveLength(1);
	});
});
