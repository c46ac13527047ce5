import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { useSandbox } from '../../support/account';
import { editorContext, run } from '../../support/engine';
import { wtsChat } from '../../support/nodes';

const sandbox = useSandbox();
const large = useSandbox('large');

async function contacts(parameters: IDataObject, account = sandbox()) {
	return await run({
		parameters: { resource: 'contact', operation: 'getMany', returnAll: true, ...parameters },
		account,
	});
}

const requests = () => sandbox().requests.map(({ method, path }) => `${method} ${path}`);

test('the plain list gives active contacts, one item each', async () => {
	const { items } = await contacts({ simplify: false });
	const active = sandbox().account.contacts.filter(({ status }) => status === 'ACTIVE');
	expect(items.map(({ json }) => json.id)).toEqual(active.map(({ id }) => id));
	expect(requests()).toEqual(['GET /core/v1/contact']);
});

test('whatever else is filtered by goes to the search, with status and dates', async () => {
	const { items } = await contacts({
		simplify: false,
		filters: { text: 'contato3@', status: 'ACTIVE', createdAfter: '2026-01-01T00:00:00' },
		options: { includeDetails: ['Tags'] },
		sort: { field: 'name', direction: 'ASCENDING' },
	});
	expect(requests()).toEqual(['POST /core/v1/contact/filter']);
	expect(sandbox().requests[0]?.body).toEqual({
		textFilter: 'contato3@',
		status: 'ACTIVE',
		createdAt: { after: '2026-01-01T03:00:00.000Z' },
		includeDetails: ['Tags'],
		orderBy: 'name',
		orderDirection: 'ASCENDING',
		pageNumber: 1,
		pageSize: 100,
	});
	expect(items.map(({ json }) => json.email)).toEqual(['contato3@example.com']);
	expect(items[0]?.json.tagNames).toEqual(['VIP']);
});

test.each<[string, IDataObject, number]>([
	['tag', { tagIds: 'Lead' }, 2],
	[
		'custom field',
		{ customFieldFilters: { pairs: [{ customField: 'plano', value: 'Anual' }] } },
		4,
	],
	['metadata', { metadata: { pairs: [{ key: 'crmId', value: '1002' }] } }, 1],
	['phone number', { phoneNumber: '11 90000-0005' }, 1],
	['phone number without its ninth digit', { phoneNumber: '+55 11 0000-0005' }, 1],
	['phone number that nobody has', { phoneNumber: '+55 11 98888-7777' }, 0],
	['email', { email: 'contato2@example.com' }, 1],
])('filters by %s', async (_, filters, count) => {
	const { items } = await contacts({ filters });
	expect(items).toHaveLength(count);
});

test('a search is read to its last page', async () => {
	const { items } = await contacts({ filters: { origin: 'CREATED_FROM_HUB' } }, large());
	expect(new Set(items.map(({ json }) => json.id)).size).toBe(250);
	const bodies = large().requests.map(({ body }) => (body as IDataObject).pageNumber);
	expect(bodies.sort()).toEqual([1, 2, 3]);
});

describe('the picker', () => {
	async function search(filter?: string, paginationToken?: string): Promise<INodeListSearchResult> {
		const searchContacts = wtsChat.methods?.listSearch?.searchContacts as (
			this: ILoadOptionsFunctions,
			filter?: string,
			token?: string,
		) => Promise<INodeListSearchResult>;
		const context = await editorContext({ parameters: {}, account: large() });
		return await searchContacts.call(context, filter, paginationToken);
	}

	test('pages by a hundred', async () => {
		const first = await search();
		expect(first.results).toHaveLength(100);
		const second = await search(undefined, String(first.paginationToken));
		expect(second.results).toHaveLength(100);
		expect(second.results[0]?.value).not.toBe(first.results[0]?.value);
	});

	test('searches on the server', async () => {
		const { results } = await search('contato77@');
		expect(results.map(({ value }) => value)).toEqual([large().account.contacts[76]?.id]);
	});
});
