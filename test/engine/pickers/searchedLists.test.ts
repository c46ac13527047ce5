import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';
import { departmentNamed } from '../../../playground/sandbox';
import { useSandbox } from '../../support/account';
import type { Scenario } from '../../support/engine';
import { dropdownOf, pageOfList } from '../../support/lists';

/** All entries of a searchable list, page by page. */
async function pages(account: Scenario['account'], method: string, typed?: string) {
	const read: INodeListSearchResult[] = [];
	do {
		read.push(
			await pageOfList(account, method, { typed, token: read.at(-1)?.paginationToken as string }),
		);
	} while (read.at(-1)?.paginationToken);
	return read.map(({ results }) => results);
}

describe('a small account', () => {
	const sandbox = useSandbox();

	test('sessions come the latest first, by contact, number and status', async () => {
		const { sessions, contacts } = sandbox().account;
		const { results } = await pageOfList(sandbox(), 'searchSessions');
		expect(results).toEqual(
			[...sessions].reverse().map(({ id, contactId, number, status }) => ({
				name: `${contacts.find((contact) => contact.id === contactId)?.name} · ${number} · ${status}`,
				value: id,
			})),
		);
	});

	test('sessions are found by whatever is shown of them', async () => {
		const { sessions, contacts } = sandbox().account;
		const [session] = sessions;
		const name = contacts.find(({ id }) => id === session!.contactId)!.name!;
		for (const typed of [name.toUpperCase(), session!.number!.slice(-3)]) {
			const { results } = await pageOfList(sandbox(), 'searchSessions', { typed });
			expect(results.map(({ value }) => value)).toContain(session!.id);
			expect(results.length).toBeLessThan(sessions.length);
		}
	});

	test('a session without a contact or number goes by what there is', async () => {
		const [session] = sandbox().account.sessions;
		Object.assign(session!, { contactId: null, number: null });
		const { results } = await pageOfList(sandbox(), 'searchSessions');
		expect(results.find(({ value }) => value === session!.id)?.name).toBe(session!.status);
	});

	test('tags show their colors, which tell those of the same name apart', async () => {
		const { tags } = sandbox().account;
		const { results } = await pageOfList(sandbox(), 'searchTags');
		expect(results).toEqual(
			tags
				.map(({ id, name, color }) => ({ name: `${name} · ${color}`, value: id }))
				.sort((one, other) => one.name.localeCompare(other.name, 'pt-BR')),
		);
	});

	test('tags are found by a part of their names', async () => {
		const { tags } = sandbox().account;
		const [tag] = tags;
		const { results } = await pageOfList(sandbox(), 'searchTags', {
			typed: tag!.name!.slice(1).toUpperCase(),
		});
		expect(results.map(({ value }) => value)).toContain(tag!.id);
		expect(results.length).toBeLessThan(tags.length);
	});

	test.each([
		['searchDepartments', 'getDepartments'],
		['searchUsers', 'getUsers'],
		['searchAllUsers', 'getAllUsers'],
	])('%s shows what the dropdowns inside collections show', async (search, load) => {
		const entries = await dropdownOf(sandbox(), load);
		expect(entries.length).toBeGreaterThan(0);
		expect(await pages(sandbox(), search)).toEqual([entries]);
	});

	test.each(['Pós-venda', 'pos-venda', 'PÓS', 'Po\u0301s'])(
		'%j finds the department, whatever its capitals and accents',
		async (typed) => {
			const { results } = await pageOfList(sandbox(), 'searchDepartments', { typed });
			expect(results.map(({ name }) => name)).toEqual(['Pós-venda']);
		},
	);

	test('a user is found by the email as well', async () => {
		const [agent] = sandbox().account.agents;
		const { results } = await pageOfList(sandbox(), 'searchAllUsers', {
			typed: agent!.email!.toUpperCase(),
		});
		expect(results.map(({ value }) => value)).toEqual([agent!.userId]);
	});

	describe('the users follow the department', () => {
		const count = async (method: string, departmentId: unknown) =>
			(await pageOfList(sandbox(), method, { parameters: { departmentId } as IDataObject })).results
				.length;
		const everybody = () => sandbox().account.agents.length;

		test.each([
			['picked from its list', (value: string) => ({ __rl: true, mode: 'list', value })],
			['given by its ID', (value: string) => ({ __rl: true, mode: 'id', value })],
			['kept from an older workflow', (value: string) => value],
		])('that is %s', async (_, written) => {
			const { id } = departmentNamed(sandbox().account, 'Financeiro');
			const members = sandbox().account.agents.filter(({ departments }) =>
				departments.some(({ departmentId }) => departmentId === id),
			);
			expect(await count('searchUsers', written(id))).toBe(members.length);
			expect(members.length).toBeLessThan(everybody());
			expect(await count('searchAllUsers', written(id))).toBe(everybody());
		});

		test.each([
			{ __rl: true, mode: 'list', value: '' },
			{ __rl: true, mode: 'id', value: '={{ $json.departmentId }}' },
		])('%j: all users', async (departmentId) => {
			expect(await count('searchUsers', departmentId)).toBe(everybody());
		});
	});

	test('contacts show their name and their number', async () => {
		const [contact] = sandbox().account.contacts;
		const { results } = await pageOfList(sandbox(), 'searchContacts');
		expect(results.find(({ value }) => value === contact!.id)?.name).toBe(
			`${contact!.name} · ${contact!.phoneNumberFormatted}`,
		);
	});

	test.each(['(11) 90000-0001', '11 90000 0001', '+55 11 90000-0001', '90000-0001'])(
		'a contact is found by its number, written like %s',
		async (typed) => {
			const [contact] = sandbox().account.contacts;
			const { results } = await pageOfList(sandbox(), 'searchContacts', { typed });
			expect(results.map(({ value }) => value)).toEqual([contact!.id]);
		},
	);

	test('recipients go by what messages name them with; who has no number or user cannot be chosen', async () => {
		const [first, second, third, fourth] = sandbox().account.contacts;
		const byUser = { phoneNumber: null, phoneNumberFormatted: null };
		Object.assign(second!, { ...byUser, instagram: 'loja' });
		Object.assign(third!, { phoneNumber: null, instagram: null });
		Object.assign(fourth!, { ...byUser, instagram: '@cliente' });
		const { results } = await pageOfList(sandbox(), 'searchRecipients');
		const nameOf = (value: string) => results.find((entry) => entry.value === value)?.name;
		expect(nameOf('+5511900000001')).toBe(`${first!.name} · ${first!.phoneNumberFormatted}`);
		expect(nameOf('@loja')).toBe(`${second!.name} · loja`);
		expect(nameOf('@cliente')).toBe(`${fourth!.name} · @cliente`);
		expect(results.map(({ name }) => name).join()).not.toContain(third!.name);
	});

	test('contacts without a name go by their number', async () => {
		const [contact] = sandbox().account.contacts;
		contact!.name = null;
		const { results } = await pageOfList(sandbox(), 'searchContacts');
		expect(results.find(({ value }) => value === contact!.id)?.name).toBe(
			contact!.phoneNumberFormatted,
		);
	});
});

describe('a large account', () => {
	const sandbox = useSandbox('large');

	test.each([
		['searchSessions', 'sessions'],
		['searchAllUsers', 'agents'],
		['searchDepartments', 'departments'],
	] as const)('%s gives a hundred at a time, each of them once', async (method, records) => {
		const read = await pages(sandbox(), method);
		expect(read.slice(0, -1).every((entries) => entries.length === 100)).toBe(true);
		const seen = read.flat().map(({ value }) => value);
		expect(new Set(seen).size).toBe(sandbox().account[records].length);
		expect(seen).toHaveLength(sandbox().account[records].length);
	});

	test('a user of the last page is found at once', async () => {
		const last = (await pages(sandbox(), 'searchAllUsers')).at(-1)!.at(-1)!;
		const { results } = await pageOfList(sandbox(), 'searchAllUsers', {
			typed: String(last.description),
		});
		expect(results).toEqual([last]);
	});
});
