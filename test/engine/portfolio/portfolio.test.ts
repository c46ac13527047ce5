import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { portfoliosOf } from '../../../playground/sandbox/contact/portfolios';
import { useSandbox } from '../../support/account';
import { editorContext, run } from '../../support/engine';
import { wtsChat } from '../../support/nodes';

const sandbox = useSandbox();
const large = useSandbox('large');

async function portfolio(
	operation: string,
	parameters: IDataObject,
	items: IDataObject[] = [{}],
	account = sandbox(),
) {
	return await run({
		parameters: {
			resource: 'portfolio',
			operation,
			portfolioId: account.account.portfolios[1]?.id,
			...parameters,
		},
		account,
		items,
	});
}

const contact = (n: number) => sandbox().account.contacts[n]!;
const namesOf = (n: number) =>
	portfoliosOf(sandbox().account, contact(n).id).map(({ name }) => name);
const requests = () =>
	sandbox().requests.map(({ method, path, body }) => [`${method} ${path.split('/').at(-1)}`, body]);

test('a contact is added by ID, and removed by phone number', async () => {
	const { items } = await portfolio('addContact', { contactId: contact(1).id });
	expect(items[0]?.json).toMatchObject({ contactId: contact(1).id });
	expect(namesOf(1)).toEqual(['Carteira Norte']);

	const contactId = { __rl: true, mode: 'phone', value: '(11) 90000-0002' };
	const removed = await portfolio('removeContact', { contactId });
	expect(removed.items[0]?.json).toEqual({ deleted: true });
	expect(namesOf(1)).toEqual([]);
	expect(requests()).toEqual([
		['POST contact', { contactId: contact(1).id }],
		['DELETE contact', { phoneNumber: '5511900000002' }],
	]);
});

test('one request adds all items, and each gets its own link', async () => {
	const { items } = await portfolio(
		'addContact',
		{ contactId: '={{ $json.id }}', options: { batching: true } },
		sandbox().account.contacts.map(({ id }) => ({ id })),
	);
	expect(requests()).toHaveLength(1);
	expect(items.map(({ json }) => json.contactId)).toEqual(
		sandbox().account.contacts.map(({ id }) => id),
	);
});

test('one request for each portfolio that the items name', async () => {
	const { items } = await portfolio(
		'removeContact',
		{ portfolioId: '={{ $json.list }}', contactId: '={{ $json.id }}', options: { batching: true } },
		sandbox().account.portfolioContacts.map((link) => ({
			id: link.contactId,
			list: link.portfolioId,
		})),
	);
	expect(requests()).toHaveLength(3);
	expect(items.every(({ json }) => json.deleted === true)).toBe(true);
	expect(sandbox().account.portfolioContacts).toEqual([]);
});

test('a number that nobody has is refused, and nobody is added', async () => {
	const contactId = { __rl: true, mode: 'phone', value: '+55 11 95555-5555' };
	const { error } = await portfolio('addContact', { contactId });
	expect(error?.description).toContain('Contato não encontrado');
	expect(sandbox().account.contacts).toHaveLength(12);
});

test('the contacts of a portfolio are read to the last page', async () => {
	const { id } = large().account.portfolios[0]!;
	const links = large().account.portfolioContacts.map((link) => ({ ...link, portfolioId: id }));
	large().account.portfolioContacts = links;
	const { items } = await portfolio(
		'getManyContacts',
		{ portfolioId: id, returnAll: true },
		[{}],
		large(),
	);
	expect(items).toHaveLength(150);
	expect(large().requests.map(({ query }) => (query as IDataObject).Page)).toEqual(['1', '2']);
});

test.each<[string, IDataObject]>([
	['ASCENDING', { OrderBy: 'createdAt' }],
	['DESCENDING', { OrderByDesc: 'createdAt' }],
])('sorts %s by the parameter that this list has for it', async (direction, query) => {
	await portfolio('getManyContacts', { sort: { field: 'createdAt', direction } });
	expect(sandbox().requests[0]?.query).toEqual({ ...query, Page: '1', PageSize: '100' });
});

test('the picker pages, and finds by name', async () => {
	const search = wtsChat.methods?.listSearch?.searchPortfolios as (
		this: ILoadOptionsFunctions,
		filter?: string,
		token?: string,
	) => Promise<INodeListSearchResult>;
	const context = await editorContext({ parameters: {}, account: large() });
	const { results, paginationToken } = await search.call(context);
	expect(results).toHaveLength(100);
	expect((await search.call(context, undefined, String(paginationToken))).results).toHaveLength(30);
	expect((await search.call(context, 'norte')).results.map(({ name }) => name)).toEqual([
		'Carteira Norte',
	]);
});

test('the lists mark a portfolio that is switched off, and no other', async () => {
	const context = await editorContext({ parameters: {}, account: sandbox() });
	const shown = await wtsChat.methods?.loadOptions?.getPortfolios?.call(context);
	expect(shown?.map(({ name }) => name)).toEqual([
		'Carteira Inativos (Inactive)',
		'Carteira Norte',
		'Carteira Sul',
	]);
});

test('the dropdown holds all portfolios', async () => {
	const context = await editorContext({ parameters: {}, account: large() });
	expect(await wtsChat.methods?.loadOptions?.getPortfolios?.call(context)).toHaveLength(130);
});
