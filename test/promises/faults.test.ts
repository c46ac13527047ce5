import { run } from '../support/engine';
import { scriptedApi, type Step } from '../support/scriptedApi';

const ID = '3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10';
const KEY = 'pn_0123456789abcdef';
const session = { id: ID, sessionId: ID, status: 'COMPLETED' };

/** Updates one session on an API that answers these steps. */
async function update(
	steps: Step[],
	{ ending = '', ...account }: { url?: string; apiKey?: string; ending?: string } = {},
) {
	const api = await scriptedApi(...steps);
	const outcome = await run({
		parameters: {
			resource: 'session',
			operation: 'update',
			sessionId: ID,
			updateFields: { status: 'COMPLETED' },
		},
		account: { url: `${api.url}${ending}`, apiKey: KEY, ...account },
	});
	return { ...outcome, requests: api.requests };
}

describe('the key', () => {
	test.each([KEY, ` ${KEY}\n`, `Bearer ${KEY}`, ` bearer  ${KEY} `])(
		'typed as %j is sent as the API wants it',
		async (apiKey) => {
			const { requests } = await update([{ json: session }], { apiKey });
			expect(requests.map(({ authorization }) => authorization)).toEqual([`Bearer ${KEY}`]);
		},
	);

	test('stands in no error, even when the API repeats it', async () => {
		const { error } = await update([{ status: 400, json: { key: 'X', text: `Bearer ${KEY} ?` } }]);
		expect(error?.description).toContain('[API key]');
		expect(JSON.stringify(error)).not.toContain(KEY);
	});

	test.each<[string, Step]>([
		['refused', { status: 401, json: { key: 'ERROR_UNAUTHORIZED', text: 'Acesso negado' } }],
		['broken off', { reset: true }],
	])('stands in no error of a request that was %s', async (_, step) => {
		const { error } = await update([step]);
		expect(error?.message).toBeTruthy();
		expect(JSON.stringify(error)).not.toContain(KEY);
	});
});

describe('the base URL', () => {
	test('may end in slashes and blanks', async () => {
		const { items } = await update([{ json: session }], { ending: '// ' });
		expect(items[0]?.json).toEqual(session);
	});

	test.each(['http://api.helena.run', 'api.helena.run', 'ftp://api.helena.run', '', 'localhost:1'])(
		'%j is refused with what to write instead',
		async (url) => {
			const { error, requests } = await update([{ json: session }], { url });
			expect(error?.message).toBe("The credential's Base URL cannot be used");
			expect(error?.description).toContain('https://api.helena.run');
			expect(requests).toEqual([]);
		},
	);

	test('that leads elsewhere is said; the request does not follow', async () => {
		const { error, requests } = await update([
			{ status: 308, headers: { location: 'http://127.0.0.1:1/' }, body: '' },
		]);
		expect(error?.message).toBe('The Base URL leads to another address');
		expect(requests).toHaveLength(1);
	});
});

describe('what is an answer', () => {
	test('an empty body is a success', async () => {
		const { items } = await update([{ status: 200, body: '' }]);
		expect(items.map(({ json }) => json)).toEqual([{ success: true }]);
	});

	test('no content is a success', async () => {
		const { items } = await update([{ status: 204 }]);
		expect(items.map(({ json }) => json)).toEqual([{ success: true }]);
	});

	test('a list gives one item per record, each paired', async () => {
		const { items } = await update([{ json: [{ id: '1' }, { id: '2' }] }]);
		expect(items).toEqual([
			{ json: { id: '1', sessionId: '1' }, pairedItem: { item: 0 } },
			{ json: { id: '2', sessionId: '2' }, pairedItem: { item: 0 } },
		]);
	});
});

describe('what is not repeated', () => {
	test.each<[string, Step, string]>([
		[
			'401',
			{ status: 401, json: { key: 'ERROR_UNAUTHORIZED', text: 'Acesso negado' } },
			'WTS Chat did not accept the API key',
		],
		[
			'403',
			{ status: 403, json: { text: 'Acesso negado' } },
			'The API key is not allowed to do this',
		],
		[
			'400 with problem details',
			{ status: 400, json: { title: 'Bad Request', detail: 'The field x is required.' } },
			'WTS Chat refused the request',
		],
		[
			'500 with a key',
			{ status: 500, json: { error: true, key: 'FORM_ERROR', text: 'Registro não encontrado' } },
			'WTS Chat does not find what this item names',
		],
		[
			'404',
			{ status: 404, json: { key: 'X', text: '?' } },
			'WTS Chat does not find what this item names',
		],
		[
			'a feature that is off',
			{ status: 500, json: { key: 'ENTITY_NOT_FOUND', text: 'App PANEL não está habilitado' } },
			'This feature is not enabled in the WTS Chat account',
		],
		[
			'a channel that is not of the account',
			{
				status: 500,
				json: { key: 'ENTITY_NOT_FOUND', text: 'Canal de comunicação não encontrado (+55)' },
			},
			'WTS Chat refused the request',
		],
		[
			'an error inside a 200',
			{ status: 200, json: { error: true, key: 'ENTITY_ERROR_SAVE', text: 'Não foi possível' } },
			'WTS Chat refused the request',
		],
	])('%s', async (_, step, message) => {
		const { error, requests } = await update([step]);
		expect(error?.message).toBe(message);
		expect(error?.context.itemIndex).toBe(0);
		expect(requests).toHaveLength(1);
	});
});

describe('what is repeated, because an update may safely be', () => {
	test.each<[string, Step]>([
		['a gateway without the API', { status: 502, body: '<html><title>Bad Gateway</title></html>' }],
		['an API that is busy', { status: 503, json: {} }],
		['a gateway that gave up', { status: 504, body: '' }],
		['a connection that broke', { reset: true }],
		[
			'an answer that breaks off',
			{ headers: { 'content-type': 'application/json' }, body: '{"id":' },
		],
		['too many requests', { status: 429, headers: { 'retry-after': '0' }, json: {} }],
	])('%s', async (_, step) => {
		const { items, requests } = await update([step, { json: session }]);
		expect(items[0]?.json).toEqual(session);
		expect(requests).toHaveLength(2);
		expect(requests[1]).toEqual(requests[0]);
	});
});

test('a gateway that stays down is summarised, and what is uncertain is said', async () => {
	const page = `<html><head><title>502 Bad Gateway</title></head><body>${'<p>nginx</p>'.repeat(500)}</body></html>`;
	const { error, requests } = await update([{ status: 502, body: page }]);
	expect(requests).toHaveLength(4);
	expect(error?.message).toBe('WTS Chat is not available right now; the change may have been made');
	expect(error?.description).toContain('502 Bad Gateway');
	expect(error?.description).not.toContain('<');
	expect(error?.description?.length).toBeLessThan(300);
	expect(error?.httpCode).toBe('502');
});

test('a host that is not there is said, with nothing sent', async () => {
	const { error } = await update([{ json: session }], { url: 'http://127.0.0.1:1' });
	expect(error?.message).toBe('WTS Chat could not be reached');
	expect(error?.description).toContain('Nothing was sent');
	expect(error?.description).toContain('ECONNREFUSED');
});

test('the refusal quotes the API, its key and the ID that its support asks for', async () => {
	const { error } = await update([
		{
			status: 500,
			json: {
				id: { value: '3f6d1c9a-0b2e-4a57-8c1d-9e0f1a2b3c4d', shortValue: '3f6d1c9a' },
				error: true,
				key: 'ENTITY_ERROR_SAVE',
				text: 'A sessão já foi concluída',
			},
		},
	]);
	expect(error?.description).toContain(
		'WTS Chat says: "A sessão já foi concluída" (HTTP 500, ENTITY_ERROR_SAVE, support ID 3f6d1c9a).',
	);
});
