import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { departmentNamed } from '../../../playground/sandbox';
import { useSandbox } from '../../support/account';
import { editorContext, type Scenario } from '../../support/engine';
import { wtsChat } from '../../support/nodes';
import { scriptedApi } from '../../support/scriptedApi';

/** The entries of a dropdown, as the editor loads them. */
async function entries(
	method: 'getChannels' | 'getDepartments' | 'getTags' | 'getUsers',
	scenario: Scenario,
	path?: string,
): Promise<INodePropertyOptions[]> {
	const load = wtsChat.methods?.loadOptions?.[method] as (
		this: ILoadOptionsFunctions,
	) => Promise<INodePropertyOptions[]>;
	return await load.call(await editorContext(scenario, path));
}

const transfer = { resource: 'session', operation: 'transfer', sessionId: '' };
const update = { resource: 'session', operation: 'update', sessionId: '' };

describe('a small account', () => {
	const sandbox = useSandbox();

	test('departments come sorted by name, with their IDs', async () => {
		const departments = await entries('getDepartments', {
			parameters: transfer,
			account: sandbox(),
		});
		expect(departments.map(({ name }) => name)).toEqual([
			'Comercial',
			'Financeiro',
			'Pós-venda',
			'Suporte',
		]);
		expect(departments[1]?.value).toBe(departmentNamed(sandbox().account, 'Financeiro').id);
	});

	test('users come sorted by name, with the ID that sessions hold, and the unavailable marked', async () => {
		const { agents } = sandbox().account;
		const users = await entries('getUsers', { parameters: transfer, account: sandbox() });
		expect(users).toHaveLength(agents.length);
		expect(users.map(({ value }) => value).sort()).toEqual(
			agents.map(({ userId }) => userId).sort(),
		);
		const names = users.map(({ name }) => name);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'pt-BR')));
		expect(users.map(({ description }) => description).sort()).toEqual(
			agents.map(({ email }) => email).sort(),
		);
		const unavailable = agents.filter(({ availability }) => availability === 'UNAVAILABLE');
		expect(names.filter((name) => name.endsWith('(Unavailable)'))).toEqual(
			unavailable.map(({ name }) => `${name} (Unavailable)`),
		);
	});

	describe('the users follow the department', () => {
		const membersOf = (departmentId: string) =>
			sandbox()
				.account.agents.filter(({ departments }) =>
					departments.some((entry) => entry.departmentId === departmentId),
				)
				.map(({ userId }) => userId)
				.sort();

		test('that is chosen for a transfer', async () => {
			const { id } = departmentNamed(sandbox().account, 'Financeiro');
			const users = await entries('getUsers', {
				parameters: { ...transfer, departmentId: id },
				account: sandbox(),
			});
			expect(users.map(({ value }) => value).sort()).toEqual(membersOf(id));
			expect(users.length).toBeGreaterThan(0);
			expect(users.length).toBeLessThan(sandbox().account.agents.length);
		});

		test('that is chosen among the fields of an update', async () => {
			const { id } = departmentNamed(sandbox().account, 'Suporte');
			const users = await entries(
				'getUsers',
				{ parameters: { ...update, updateFields: { departmentId: id } }, account: sandbox() },
				'parameters.updateFields.userId',
			);
			expect(users.map(({ value }) => value).sort()).toEqual(membersOf(id));
		});

		test.each(['', '={{ $json.departmentId }}'])('%j: all users', async (departmentId) => {
			const users = await entries('getUsers', {
				parameters: { ...transfer, departmentId },
				account: sandbox(),
			});
			expect(users).toHaveLength(sandbox().account.agents.length);
		});
	});

	test('users of several departments are found in each of them', async () => {
		const agent = sandbox().account.agents.find(({ departments }) => departments.length > 1)!;
		for (const { departmentId } of agent.departments) {
			const users = await entries('getUsers', {
				parameters: { ...transfer, departmentId },
				account: sandbox(),
			});
			expect(users.map(({ value }) => value)).toContain(agent.userId);
		}
	});

	test('channels come sorted by the name that people see, and those that are off marked', async () => {
		const { channels } = sandbox().account;
		Object.assign(channels[1] ?? {}, { active: false });
		expect(await entries('getChannels', { parameters: transfer, account: sandbox() })).toEqual(
			channels
				.map(({ id, identity, active }) => ({
					name: `${identity?.displayName}${active ? '' : ' (Inactive)'}`,
					value: id,
				}))
				.sort((one, other) => one.name.localeCompare(other.name, 'pt-BR')),
		);
	});

	test('channels without a name go by their user or number', async () => {
		const [one, other] = sandbox().account.channels;
		Object.assign(one!, { identity: null });
		Object.assign(other!, { identity: { ...other!.identity, displayName: ' ' } });
		const shown = await entries('getChannels', { parameters: transfer, account: sandbox() });
		const nameOf = (id: string) => shown.find(({ value }) => value === id)?.name;
		expect(nameOf(one!.id)).toBe(one!.number);
		expect(nameOf(other!.id)).toBe(other!.identity?.humanId);
	});

	test('tags come sorted as people sort them, with their IDs', async () => {
		const { tags } = sandbox().account;
		const shown = await entries('getTags', { parameters: transfer, account: sandbox() });
		expect(shown.map(({ value }) => value).sort()).toEqual(tags.map(({ id }) => id).sort());
		expect(shown.map(({ name }) => name)).toEqual(
			tags.map(({ name }) => name).sort((a, b) => String(a).localeCompare(String(b), 'pt-BR')),
		);
	});

	test('a wrong key is said, not shown as an empty list', async () => {
		const account = { ...sandbox(), apiKey: 'pn_wrong' };
		const loading = entries('getDepartments', { parameters: transfer, account });
		await expect(loading).rejects.toThrow(
			/^WTS Chat did not accept the API key\. Check the API key in the credential.*Integração via API/,
		);
	});
});

describe('a large account', () => {
	const sandbox = useSandbox('large');

	test('250 departments and 1,200 users are all there', async () => {
		const scenario = { parameters: transfer, account: sandbox() };
		expect(
			new Set((await entries('getDepartments', scenario)).map(({ value }) => value)).size,
		).toBe(250);
		expect(new Set((await entries('getUsers', scenario)).map(({ value }) => value)).size).toBe(
			1_200,
		);
	});
});

test('a host that pages its departments is read to the last page', async () => {
	const page = (pageNumber: number) => ({
		json: {
			pageNumber,
			pageSize: 100,
			totalItems: 150,
			totalPages: 2,
			hasMorePages: pageNumber < 2,
			items: Array.from({ length: pageNumber === 1 ? 100 : 50 }, (_, index) => ({
				id: `${pageNumber}-${index}`,
				name: `Equipe ${pageNumber}-${index}`,
			})),
		},
	});
	const api = await scriptedApi(page(1), page(1), page(2));
	const account = { url: api.url, apiKey: 'k' };
	const departments = await entries('getDepartments', { parameters: transfer, account });
	expect(departments).toHaveLength(150);
	expect(api.requests.map(({ url }) => url)).toEqual([
		'/core/v2/department',
		'/core/v2/department?PageNumber=1&PageSize=100',
		'/core/v2/department?PageNumber=2&PageSize=100',
	]);
});

test('names sort without regard to capitals and accents, and numbers by their value', async () => {
	const names = ['Equipe 10', 'órgãos', 'Equipe 9', 'Zona', 'Orçamento', 'ação'];
	const api = await scriptedApi({ json: names.map((name) => ({ id: name, name })) });
	const account = { url: api.url, apiKey: 'k' };
	const departments = await entries('getDepartments', { parameters: transfer, account });
	expect(departments.map(({ name }) => name)).toEqual([
		'ação',
		'Equipe 9',
		'Equipe 10',
		'Orçamento',
		'órgãos',
		'Zona',
	]);
});

test('users without a name go by their email', async () => {
	const api = await scriptedApi({
		json: [{ id: 'a', userId: 'u', name: null, email: 'ana@example.com', departments: null }],
	});
	const account = { url: api.url, apiKey: 'k' };
	expect(await entries('getUsers', { parameters: transfer, account })).toEqual([
		{ name: 'ana@example.com', value: 'u', description: 'ana@example.com' },
	]);
});

test('records without a name are still there, by their ID', async () => {
	const api = await scriptedApi({
		json: [
			{ id: 'b', name: null },
			{ id: 'a', name: 'Vendas' },
		],
	});
	const account = { url: api.url, apiKey: 'k' };
	expect(await entries('getDepartments', { parameters: transfer, account })).toEqual([
		{ name: 'b', value: 'b' },
		{ name: 'Vendas', value: 'a' },
	]);
});
