import axios from 'axios';
import { sessionInStatus, startSandbox } from '../../playground/sandbox';
import { clientOf, UNKNOWN_ID, withSandbox } from './support';

describe('the key', () => {
	it.each(['/core/v1/tag', '/core/v1/no-such-path', '/no-such-service'])(
		'is asked for before anything else is looked at: %s',
		async (path) =>
			await withSandbox(async (_client, { url }) => {
				const answer = await axios.get(url + path, { validateStatus: () => true });

				expect(answer.status).toBe(401);
				expect(answer.data).toEqual({
					id: { value: expect.any(String), shortValue: expect.any(String) },
					httpStatusCode: 401,
					error: true,
					date: expect.any(String),
					key: 'ERROR_UNAUTHORIZED',
					text: 'Acesso negado',
					isUnsolvableError: false,
					details: null,
					version: null,
					environment: null,
				});
			})(),
	);

	it.each(['Bearer wrong', 'pn_example', 'Basic pn_example'])(
		'is refused when it comes as "%s"',
		async (authorization) =>
			await withSandbox(
				async (client) => {
					const headers = { Authorization: authorization };
					expect((await client.get('/core/v1/tag', { headers })).status).toBe(401);
				},
				{ apiKey: 'pn_example' },
			)(),
	);
});

describe('a request that breaks the contract', () => {
	it.each([
		['an unknown query name', '/chat/v2/session?Statuz=PENDING', 'Statuz'],
		['an unknown query name, open object or not', '/chat/v2/session?Metadata[a]=b&X=1', 'X'],
		['a query name in the wrong case', '/chat/v2/session?pageSize=5', 'pageSize'],
		['a value outside the list', '/chat/v2/session?Status=OPEN', 'Status.0'],
		['a malformed uuid in the query', '/chat/v2/session?DepartmentId=12', 'DepartmentId'],
		['a malformed uuid in the path', '/chat/v2/session/12', 'id'],
		['a date without time', '/chat/v2/session?CreatedAt.After=2026-03-09', 'CreatedAt.After'],
		['a number that is none', '/chat/v2/session?PageSize=many', 'PageSize'],
		['a page beyond the largest', '/chat/v2/session?PageSize=101', 'PageSize'],
	])(
		'is refused: %s',
		async (_case, path, property) =>
			await withSandbox(async (client) => {
				const answer = await client.get(path);

				expect(answer.status).toBe(400);
				expect(answer.data).toMatchObject({
					type: 'https://tools.ietf.org/html/rfc9110#section-15.5.1',
					title: 'One or more validation errors occurred.',
					status: 400,
				});
				expect(Object.keys(answer.data.errors)).toEqual([property]);
			})(),
	);

	it.each([
		['an unknown property', { type: 'USER', userId: UNKNOWN_ID }, 'userId'],
		['a missing property', { newUserId: UNKNOWN_ID }, 'type'],
		['a wrong type', { type: 'USER', newUserId: 7 }, 'newUserId'],
		['a malformed uuid', { type: 'USER', newUserId: 'maria' }, 'newUserId'],
		['an unknown option', { type: 'USER', options: { stop: true } }, 'options.stop'],
		['no body', undefined, 'body'],
	])(
		'is refused for its body: %s',
		async (_case, body, property) =>
			await withSandbox(async (client, { account }) => {
				const { id } = sessionInStatus(account, 'PENDING');
				const answer = await client.put(`/chat/v1/session/${id}/transfer`, body);

				expect(answer.status).toBe(400);
				expect(Object.keys(answer.data.errors)).toEqual([property]);
			})(),
	);

	it(
		'is refused when its body is not JSON',
		withSandbox(async (client, { account }) => {
			const { id } = sessionInStatus(account, 'PENDING');
			const path = `/chat/v1/session/${id}/complete`;
			const broken = Buffer.from('{"reactivate');

			const headers = { 'Content-Type': 'application/json' };
			const answer = await client.put(path, broken, { headers });
			expect(answer.status).toBe(400);
			expect(answer.data.detail).toBe('The body is not valid JSON.');

			const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
			expect((await client.put(path, 'a=b', { headers: form })).status).toBe(415);
		}),
	);
});

describe('a path', () => {
	it(
		'without a service is a bad request, and one that leads nowhere is not found',
		withSandbox(async (client) => {
			expect(await client.get('/v1/tag')).toMatchObject({ status: 400, data: { status: 400 } });
			expect(await client.get('/core/v9/tag')).toMatchObject({
				status: 404,
				data: { error: true, httpStatusCode: 404 },
			});
			expect((await client.delete('/core/v1/agent')).status).toBe(405);
		}),
	);

	it(
		'of each service finds its own document',
		withSandbox(async (client) => {
			const notBuilt = await Promise.all([
				client.get('/core/v1/company'),
				client.get('/crm/v1/panel'),
				client.post('/auth/v1/login/authenticate', { email: 'ana@example.com' }),
			]);
			expect(notBuilt.map((answer) => answer.data.text)).toEqual(
				['listAccounts', 'listPanelsV1', 'createLoginLink'].map(
					(name) => `The sandbox does not implement the operation ${name} yet.`,
				),
			);
			expect(notBuilt.map((answer) => answer.status)).toEqual([501, 501, 501]);
		}),
	);

	it.each([
		['/chat/v2/session', 'Registro não encontrado'],
		['/core/v1/department', 'Departamento não encontrado'],
		['/core/v1/agent', 'Usuário não encontrado'],
		['/core/v1/contact', 'Contato não encontrado'],
	])(
		'to a record that does not exist answers 500 as the platform does: %s',
		async (path, text) =>
			await withSandbox(async (client) => {
				expect(await client.get(`${path}/${UNKNOWN_ID}`)).toMatchObject({
					status: 500,
					data: { key: 'FORM_ERROR', text, error: true, httpStatusCode: 'INTERNALSERVERERROR' },
				});
			})(),
	);
});

describe('the ledger', () => {
	it(
		'tells in order what arrived and how it was answered',
		withSandbox(async (client, { account, requests }) => {
			const { id } = sessionInStatus(account, 'PENDING');
			await client.get('/chat/v2/session?Status=PENDING&Status=STARTED&Metadata[pedido]=9000');
			await client.put(`/chat/v1/session/${id}/complete`, { stopBotInExecution: true });
			await client.get('/core/v1/nowhere');

			expect(requests).toEqual([
				{
					method: 'GET',
					path: '/chat/v2/session',
					query: { Status: ['PENDING', 'STARTED'], Metadata: { pedido: '9000' } },
					body: undefined,
					status: 200,
					processed: true,
					fault: null,
				},
				{
					method: 'PUT',
					path: `/chat/v1/session/${id}/complete`,
					query: {},
					body: { stopBotInExecution: true },
					status: 200,
					processed: true,
					fault: null,
				},
				{
					method: 'GET',
					path: '/core/v1/nowhere',
					query: {},
					body: undefined,
					status: 404,
					processed: false,
					fault: null,
				},
			]);
		}),
	);

	it(
		'holds no key, wherever a client put it',
		withSandbox(async (client, { account, apiKey, requests }) => {
			const { id } = sessionInStatus(account, 'PENDING');
			await client.get(`/core/v1/tag?token=${apiKey}`);
			await client.get(`/core/v1/${apiKey}`);
			await client.put(`/chat/v2/session/${id}/partial`, { fields: ['Number'], number: apiKey });

			expect(requests).toHaveLength(3);
			expect(JSON.stringify(requests)).not.toContain(apiKey);
		}),
	);
});

describe('starting', () => {
	it('says plainly that a port is taken', async () => {
		const first = await startSandbox();
		const port = Number(new URL(first.url).port);
		try {
			await expect(startSandbox({ port })).rejects.toThrow(
				`Port ${port} is already in use. Choose another port or stop what uses it.`,
			);
		} finally {
			await first.close();
		}
	});

	it('gives every sandbox an account of its own', async () => {
		const [one, other] = await Promise.all([startSandbox(), startSandbox()]);
		try {
			const own = { url: '', openedAt: 0 };
			expect({ ...one.account, ...own }).toEqual({ ...other.account, ...own });
			const { id } = sessionInStatus(one.account, 'PENDING');
			await clientOf(one).put(`/chat/v1/session/${id}/complete`, {});

			expect({ ...one.account, url: '' }).not.toEqual({ ...other.account, url: '' });
			expect(new URL(one.url).hostname).toBe('127.0.0.1');
		} finally {
			await Promise.all([one.close(), other.close()]);
		}
	});
});
