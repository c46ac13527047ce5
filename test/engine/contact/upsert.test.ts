import type { IDataObject } from 'n8n-workflow';
import { contactNamed } from '../../../playground/sandbox/account';
import { contactAt } from '../../../playground/sandbox/contact/records';
import { useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const sandbox = useSandbox();

const bodies = () => sandbox().requests.map(({ body }) => body as IDataObject);

async function upsert(parameters: IDataObject, items: IDataObject[] = [{}]) {
	return await run({
		parameters: { resource: 'contact', operation: 'upsert', simplify: false, ...parameters },
		account: sandbox(),
		items,
	});
}

test('a new number becomes a contact', async () => {
	const { items } = await upsert({ phoneNumber: '(11) 91234-5678', name: 'Júlia' });
	expect(items[0]?.json).toMatchObject({ name: 'Júlia', phoneNumber: '+55|11912345678' });
	expect(contactAt(sandbox().account, '5511912345678')?.name).toBe('Júlia');
});

test('of a contact that exists, only what is filled in is written', async () => {
	const [kept] = structuredClone(sandbox().account.contacts);
	await upsert({ phoneNumber: '+55 11 90000-0001', additionalFields: { annotation: 'VIP' } });
	expect(bodies()).toEqual([
		{
			phoneNumber: '5511900000001',
			annotation: 'VIP',
			options: {
				upsert: true,
				upsertFields: ['PhoneNumber', 'Annotation'],
				upsertTagOperation: 'INSERTIFNOTEXISTS',
			},
		},
	]);
	expect(sandbox().account.contacts[0]).toEqual({
		...kept,
		annotation: 'VIP',
		phoneNumberFormatted: '(11) 90000-0001',
		updatedAt: expect.any(String),
	});
	expect(sandbox().account.contacts).toHaveLength(12);
});

test('every field that is filled in is sent', async () => {
	const { portfolios, sequences } = sandbox().account;
	await upsert({
		phoneNumber: '(11) 91234-5678',
		name: 'Júlia',
		specifyCustomFields: 'json',
		customFieldsJson: '{ "plano": "Anual" }',
		additionalFields: {
			annotation: 'VIP',
			email: 'julia@example.com',
			instagram: '@julia',
			metadata: { pairs: [{ key: 'crmId', value: '9' }] },
			portfolioIds: portfolios[0]?.name,
			sequenceIds: [sequences[0]?.id],
			tagIds: 'Lead,VIP',
		},
	});
	const { options, ...contact } = bodies()[0]!;
	expect(contact).toEqual({
		name: 'Júlia',
		phoneNumber: '5511912345678',
		email: 'julia@example.com',
		instagram: '@julia',
		annotation: 'VIP',
		tagNames: ['Lead', 'VIP'],
		portfolioNames: [portfolios[0]?.name],
		sequenceIds: [sequences[0]?.id],
		customFields: { plano: 'Anual' },
		metadata: { crmId: '9' },
	});
	expect(options).toMatchObject({ upsert: true });
});

test.each<[string, IDataObject]>([
	['email', { email: 'nova@example.com' }],
	['Instagram', { instagram: '@nova' }],
])('a contact that is known by %s alone is created', async (_name, additionalFields) => {
	const { items, error } = await upsert({ name: 'Nova', additionalFields });
	expect(error).toBeUndefined();
	expect(items[0]?.json).toMatchObject({ name: 'Nova', ...additionalFields });
});

test.each<[string | undefined, string[], string[]]>([
	[undefined, ['VIP'], ['Lead', 'Orçamento', 'VIP']],
	['INSERTIFNOTEXISTS', ['VIP'], ['Lead', 'Orçamento', 'VIP']],
	['DELETEIFEXISTS', ['Lead', 'VIP'], ['Orçamento']],
	['REPLACEALL', ['VIP'], ['VIP']],
])('tags with the operation %s', async (tagOperation, given, left) => {
	const { items } = await upsert({
		phoneNumber: '+55 11 90000-0001',
		additionalFields: { tagIds: given.join(','), ...(tagOperation && { tagOperation }) },
	});
	expect(items[0]?.json.tagNames).toEqual(left);
});

test('is found by email or by Instagram name as well', async () => {
	const { id } = sandbox().account.contacts[1]!;
	const { items } = await upsert({
		name: 'Antônio',
		additionalFields: { email: 'contato2@example.com' },
	});
	expect(items[0]?.json).toMatchObject({ id, name: 'Antônio' });
});

describe('one request for all items', () => {
	const people = (count: number) =>
		Array.from({ length: count }, (_, n) => ({ name: `Pessoa ${n}`, phone: `1191234${1000 + n}` }));
	const parameters = {
		phoneNumber: '={{ $json.phone }}',
		name: '={{ $json.name }}',
		options: { batching: true },
	};

	test('takes a hundred at a time, and each item gets its contact', async () => {
		const { items } = await upsert(parameters, people(250));
		expect(bodies().map(({ items: sent }) => (sent as unknown[]).length)).toEqual([100, 100, 50]);
		expect(items.map(({ json }) => json.name)).toEqual(people(250).map(({ name }) => name));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			people(250).map((_, item) => ({ item })),
		);
	});

	test('items that fill in other fields go in a request of their own, so that nothing is cleared', async () => {
		await upsert({ ...parameters, additionalFields: { email: '={{ $json.email }}' } }, [
			{ phone: '+55 11 90000-0001', name: 'Um' },
			{ phone: '+55 11 90000-0002', name: 'Dois', email: 'dois@example.com' },
			{ phone: '+55 11 90000-0003', name: 'Três' },
		]);
		expect(bodies().map(({ options }) => (options as IDataObject).upsertFields)).toEqual([
			['Name', 'PhoneNumber'],
			['Name', 'PhoneNumber', 'Email'],
		]);
		const { contacts } = sandbox().account;
		expect(contacts.slice(0, 3).map(({ name, email }) => [name, email])).toEqual([
			['Um', 'contato1@example.com'],
			['Dois', 'dois@example.com'],
			['Três', 'contato3@example.com'],
		]);
	});

	test('one item without a way to know the contact spoils nothing', async () => {
		const { items } = await run({
			parameters: { resource: 'contact', operation: 'upsert', ...parameters },
			account: sandbox(),
			items: [{ phone: '11912341000', name: 'Um' }, { name: 'Dois' }],
			settings: { onError: 'continueRegularOutput' },
		});
		expect(items.map(({ json }) => json.name ?? json.error)).toEqual([
			'Um',
			"'Phone Number' is empty, and so are 'Email' and 'Instagram'",
		]);
	});
});

test('what cannot be sent is said before any request', async () => {
	const { error } = await upsert({
		phoneNumber: '11912341000',
		additionalFields: { tagIds: [sandbox().account.tags[0]?.id, 'Lead'] },
	});
	expect(error?.message).toContain("'Tags' holds names beside IDs");
	expect(bodies()).toEqual([]);
});

test('Create refuses one that exists, or returns it untouched when told to', async () => {
	const existing = sandbox().account.contacts[0]!;
	const create = async (options: IDataObject) =>
		await run({
			parameters: {
				resource: 'contact',
				operation: 'create',
				phoneNumber: '+55 11 90000-0001',
				name: 'Outra',
				options,
			},
			account: sandbox(),
		});
	const refused = await create({});
	expect(refused.error?.description).toContain('Contato já cadastrado');
	const { items } = await create({ getIfExists: true });
	expect(items[0]?.json).toMatchObject({ id: existing.id, name: existing.name });
	expect(contactNamed(sandbox().account, String(existing.name))).toBe(existing);
});
