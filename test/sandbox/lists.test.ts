import type { AxiosInstance } from 'axios';
import {
	agentNamed,
	contactNamed,
	departmentNamed,
	tagNamed,
	type Account,
} from '../../playground/sandbox';
import { withSandbox } from './support';

interface Listed {
	id: string;
	number: string;
}

async function listed(client: AxiosInstance, query: string): Promise<Listed[]> {
	const answer = await client.get(`/chat/v2/session?PageSize=100&${query}`);
	expect(answer.status).toBe(200);
	return answer.data.items as Listed[];
}

/** The last digits of the numbers of the sessions that a filter lets through. */
async function passing(client: AxiosInstance, query: string): Promise<number[]> {
	return (await listed(client, query)).map(({ number }) => Number(number.slice(-5)));
}

describe('pages', () => {
	it.each(['/chat/v2/session', '/core/v1/contact'])(
		'of %s hold every record once and only once',
		async (path) =>
			await withSandbox(
				async (client) => {
					const ids: string[] = [];
					let page = { hasMorePages: true, totalItems: 0, totalPages: 0 };
					let pageNumber = 0;
					while (page.hasMorePages) {
						pageNumber += 1;
						page = (await client.get(path, { params: { PageNumber: pageNumber } })).data;
						const { items } = page as unknown as { items: Listed[] };
						ids.push(...items.map(({ id }) => id));
					}

					expect(pageNumber).toBe(page.totalPages);
					expect(pageNumber).toBe(Math.ceil(page.totalItems / 15));
					expect(pageNumber).toBeGreaterThan(10);
					expect(ids).toHaveLength(page.totalItems);
					expect(new Set(ids).size).toBe(page.totalItems);
				},
				{ account: 'large' },
			)(),
	);

	it(
		'say where they stand, past the end as well',
		withSandbox(async (client) => {
			const page = async (query: string) => (await client.get(`/chat/v2/session?${query}`)).data;

			expect(await page('')).toMatchObject({ pageNumber: 1, pageSize: 15, hasMorePages: false });
			expect(await page('PageSize=5&PageNumber=3')).toMatchObject({
				pageNumber: 3,
				pageSize: 5,
				totalItems: 12,
				totalPages: 3,
				hasMorePages: false,
				items: [expect.anything(), expect.anything()],
			});
			expect(await page('PageSize=5&PageNumber=2')).toMatchObject({ hasMorePages: true });
			expect(await page('PageSize=5&PageNumber=4')).toMatchObject({
				items: [],
				hasMorePages: false,
			});
		}),
	);

	it(
		'are ordered by creation unless told otherwise, and an unknown order is ignored',
		withSandbox(async (client) => {
			const ascending = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
			const descending = [...ascending].reverse();

			expect(await passing(client, '')).toEqual(ascending);
			expect(await passing(client, 'OrderBy=nothing')).toEqual(ascending);
			expect(await passing(client, 'OrderDirection=DESCENDING')).toEqual(descending);
			expect(await passing(client, 'OrderBy=number&OrderDirection=DESCENDING')).toEqual(descending);
			expect((await passing(client, 'OrderBy=UNREADCOUNT')).slice(0, 4)).toEqual([1, 4, 7, 10]);
		}),
	);
});

describe('the filters of sessions', () => {
	const cases: Array<[string, (account: Account) => string, number[]]> = [
		['one status', () => 'Status=PENDING', [1, 7]],
		['several statuses', () => 'Status=PENDING&Status=STARTED', [1, 4, 7, 10]],
		['a department', (a) => `DepartmentId=${departmentNamed(a, 'Financeiro').id}`, [2, 6, 10]],
		['a user', (a) => `UserId=${agentNamed(a, 'Antônio Leitão').userId}`, [2, 3, 11]],
		['a contact', (a) => `ContactId=${contactNamed(a, 'Júlia Paixão').id}`, [1]],
		['a channel', (a) => `ChannelsId=${a.channels[2]!.id}`, [3, 7, 11]],
		['a tag', (a) => `TagsId=${tagNamed(a, 'Lead').id}`, [1, 9]],
		['tag names', () => 'TagsName=Lead&TagsName=VIP', [1, 3, 9, 11]],
		['metadata', () => 'Metadata[origem]=site&Metadata[pedido]=9003', [4]],
		['metadata nobody has', () => 'Metadata[origem]=loja', []],
		['a type', () => 'Type=GROUP', [12]],
		[
			'creation',
			() => 'CreatedAt.After=2026-03-09T11:25:00Z&CreatedAt.Before=2026-03-09T12:10:00Z',
			[2, 3],
		],
		['creation in another zone', () => 'CreatedAt.Before=2026-03-09T08:25:00-03:00', [1, 2]],
		['update', () => 'UpdatedAt.Before=2026-03-09T11:00:00Z', [1]],
		['completion', () => 'EndAt.Before=2026-03-31T00:00:00Z', [3, 9]],
		['last interaction', () => 'LastInteractionAt.After=2026-03-09T19:15:00Z', [12]],
		[
			'activity',
			() => 'ActiveAt.After=2026-03-09T13:00:00Z&ActiveAt.Before=2026-03-09T12:30:00Z',
			[1, 2],
		],
		[
			'several filters at once',
			() => 'Status=IN_PROGRESS&Type=INDIVIDUAL&Metadata[origem]=site',
			[],
		],
	];

	it.each(cases)(
		'keep sessions by %s',
		async (_case, query, expected) =>
			await withSandbox(async (client, { account }) => {
				expect(await passing(client, query(account))).toEqual(expected);
			})(),
	);

	it(
		'take more repeated values than fit a page',
		withSandbox(async (client) => {
			const names = Array.from({ length: 60 }, (_, n) => `TagsName=Tag${n}`).join('&');
			expect(await passing(client, `${names}&TagsName=Lead`)).toEqual([1, 9]);
		}),
	);
});

describe('details', () => {
	it(
		'of a session come only when they are asked for',
		withSandbox(async (client, { account }) => {
			const session = account.sessions.find(({ userId }) => userId !== null)!;
			const path = `/chat/v2/session/${session.id}`;
			const agent = account.agents.find(({ userId }) => userId === session.userId)!;

			expect((await client.get(path)).data).toMatchObject({
				agentDetails: null,
				departmentDetails: null,
				contactDetails: null,
				channelDetails: null,
				channelType: null,
			});
			const names = ['AgentDetails', 'DepartmentsDetails', 'ContactDetails', 'ChannelDetails'];
			const query = [...names, 'ChannelTypeDetails'].map((name) => `includeDetails=${name}`);
			expect((await client.get(`${path}?${query.join('&')}`)).data).toMatchObject({
				agentDetails: { userId: agent.userId, name: agent.name },
				departmentDetails: { id: session.departmentId, name: 'Financeiro' },
				contactDetails: { id: session.contactId, tagsName: ['Cliente'] },
				channelDetails: { platform: 'Instagram' },
				channelType: 'INSTAGRAM',
			});
		}),
	);

	it(
		'of every listed session come with one query',
		withSandbox(async (client) => {
			const items = await listed(client, 'IncludeDetails=ContactDetails');
			expect(items).toHaveLength(12);
			for (const item of items)
				expect(item).toHaveProperty('contactDetails.name', expect.any(String));
		}),
	);

	it(
		'of a department are its members, its channels or both',
		withSandbox(async (client, { account }) => {
			const { id } = departmentNamed(account, 'Pós-venda');
			const read = async (query: string) =>
				(await client.get(`/core/v1/department/${id}${query}`)).data;
			const members = ['Antônio Leitão', 'Conceição Dornelles'].map((name) =>
				expect.objectContaining({ userId: agentNamed(account, name).userId, departmentId: id }),
			);
			const channels = account.channels.map((channel) =>
				expect.objectContaining({ id: channel.id }),
			);

			expect(await read('')).toMatchObject({ name: 'Pós-venda', agents: null, channels: null });
			expect(await read('?includeDetails=Agents')).toMatchObject({
				agents: members,
				channels: null,
			});
			expect(await read('?includeDetails=Channels')).toMatchObject({ agents: null, channels });
			expect(await read('?includeDetails=All')).toMatchObject({ agents: members, channels });
		}),
	);

	it(
		'of a contact are its tags, custom fields and portfolios',
		withSandbox(async (client, { account }) => {
			const { id } = contactNamed(account, 'Júlia Paixão');
			expect((await client.get(`/core/v1/contact/${id}`)).data).toMatchObject({
				tagNames: null,
				customFields: null,
				portfolioNames: null,
			});
			const query = 'IncludeDetails=Tags&IncludeDetails=CustomFields';
			expect((await client.get(`/core/v1/contact/${id}?${query}`)).data).toMatchObject({
				tagNames: ['Lead', 'Orçamento'],
				customFields: { plano: ['Mensal'] },
				portfolioNames: null,
			});
		}),
	);
});

describe('the other lists', () => {
	it(
		'of contacts hold the active ones unless another status is asked for',
		withSandbox(async (client) => {
			const count = async (query: string) =>
				(await client.get(`/core/v1/contact${query}`)).data.totalItems as number;

			expect(await count('')).toBe(10);
			expect(await count('?Status=ARCHIVED')).toBe(1);
			expect(await count('?Status=BLOCKED')).toBe(1);
			expect(await count('?CreatedAt.After=2026-03-02T20:00:00Z')).toBe(2);
			expect((await client.get('/core/v1/contact?Name=Ana')).status).toBe(400);
		}),
	);

	it(
		'of channels follow the platform',
		withSandbox(async (client) => {
			const types = async (query: string) => {
				const channels = (await client.get(`/chat/v1/channel${query}`)).data as Array<{
					type: string;
				}>;
				return channels.map(({ type }) => type);
			};
			expect(await types('?ChannelType=Whatsapp')).toEqual(['CloudAPI_WhatsApp']);
			expect(await types('?ChannelType=All')).toHaveLength(4);
			expect(await types('?ChannelType=WebChat')).toEqual(['WebChat']);
			expect(await types('')).toHaveLength(4);
		}),
	);

	it(
		'of departments, agents and tags are whole, and agents are read by their user id',
		withSandbox(
			async (client, { account }) => {
				expect((await client.get('/core/v2/department')).data).toHaveLength(250);
				expect((await client.get('/core/v1/agent')).data).toHaveLength(1200);
				expect((await client.get('/core/v1/tag')).data).toHaveLength(8);

				const { id, userId } = account.agents[1199]!;
				expect((await client.get(`/core/v1/agent/${userId}`)).data.id).toBe(id);
				expect((await client.get(`/core/v1/agent/${id}`)).status).toBe(500);
			},
			{ account: 'large' },
		),
	);
});
