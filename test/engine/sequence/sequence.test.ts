import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { contactAt } from '../../../playground/sandbox/contact/records';
import { useSandbox } from '../../support/account';
import { editorContext, run } from '../../support/engine';
import { wtsChat } from '../../support/nodes';

const sandbox = useSandbox();
const large = useSandbox('large');

async function sequence(operation: string, parameters: IDataObject, items: IDataObject[] = [{}]) {
	return await run({
		parameters: {
			resource: 'sequence',
			operation,
			sequenceId: sandbox().account.sequences[1]?.id,
			...parameters,
		},
		account: sandbox(),
		items,
	});
}

const enrolled = () =>
	sandbox()
		.account.sequenceContacts.filter(
			({ sequenceId }) => sequenceId === sandbox().account.sequences[1]?.id,
		)
		.map(({ contactId }) => contactId);

const byPhone = (value: string) => ({ contactId: { __rl: true, mode: 'phone', value } });

test('a contact is enrolled by ID, and taken out by phone number', async () => {
	const { id } = sandbox().account.contacts[0]!;
	const { items } = await sequence('addContact', { contactId: id });
	expect(items[0]?.json).toMatchObject({ contactId: id, origin: 'API' });
	expect(enrolled()).toEqual([id]);

	const removed = await sequence('removeContact', byPhone('+55 11 90000-0001'));
	expect(removed.items[0]?.json).toEqual({ deleted: true });
	expect(enrolled()).toEqual([]);
});

test('a number that nobody has becomes a contact', async () => {
	await sequence('addContact', byPhone('+55 11 95555-5555'));
	const contact = contactAt(sandbox().account, '5511955555555');
	expect(enrolled()).toEqual([contact?.id]);
});

test('one request enrols all items by phone number, and each gets its own enrolment', async () => {
	const phones = Array.from({ length: 120 }, (_, n) => `5511955550${100 + n}`);
	const { items } = await sequence(
		'addContact',
		{ ...byPhone('={{ $json.phone }}'), options: { batching: true } },
		phones.map((phone) => ({ phone })),
	);
	const lists = sandbox().requests.map(
		({ body }) => (body as IDataObject).phoneNumbers as string[],
	);
	expect(lists.map((list) => list.length)).toEqual([100, 20]);
	expect(lists.flat()).toEqual(phones);
	expect(items.map(({ json }) => json.contactName)).toEqual(phones);
});

test('the contacts of a sequence are found by phone number', async () => {
	const { items } = await sequence('getManyContacts', {
		sequenceId: sandbox().account.sequences[0]?.id,
		filters: { phoneNumber: '+55 11 90000-0004' },
		options: { includeDetails: ['ContactDetails'] },
	});
	expect(items.map(({ json }) => json.contactId)).toEqual([sandbox().account.contacts[3]?.id]);
	expect(items[0]?.json.contactDetails).toMatchObject({ phonenumber: '+55|11900000004' });
});

test('the picker searches on the server and marks what is switched off', async () => {
	const search = wtsChat.methods?.listSearch?.searchSequences as (
		this: ILoadOptionsFunctions,
		filter?: string,
	) => Promise<INodeListSearchResult>;
	const context = await editorContext({ parameters: {}, account: large() });
	expect((await search.call(context, 'pesquisa')).results.map(({ name }) => name)).toEqual([
		'Pesquisa de satisfação (Disabled)',
	]);
	expect((await search.call(context)).paginationToken).toBe('2');
});

test('the lists mark a sequence that is switched off, and no other', async () => {
	const context = await editorContext({ parameters: {}, account: sandbox() });
	const shown = await wtsChat.methods?.loadOptions?.getSequences?.call(context);
	expect(shown?.map(({ name }) => name)).toEqual([
		'Boas-vindas',
		'Pesquisa de satisfação (Disabled)',
		'Reativação',
	]);
});

test('the dropdown holds all sequences', async () => {
	const context = await editorContext({ parameters: {}, account: large() });
	expect(await wtsChat.methods?.loadOptions?.getSequences?.call(context)).toHaveLength(130);
});
