import type { IDataObject } from 'n8n-workflow';
import { useSandbox } from '../../support/account';
import { run } from '../../support/engine';
import { scriptedApi } from '../../support/scriptedApi';

const sandbox = useSandbox();

const batch = () => ({
	resource: 'message',
	operation: 'sendTemplate',
	from: { __rl: true, mode: 'list', value: '551130000000' },
	to: '={{ $json.to }}',
	templateId: sandbox().account.templates[0]?.id,
	specifyParameters: 'json',
	templateParametersJson: '={{ { nome: $json.nome, pedido: "1" } }}',
});

const people = (count: number) =>
	Array.from({ length: count }, (_, n) => ({
		nome: `Pessoa ${n}`,
		to: `+55 11 96666-${String(n + 1).padStart(4, '0')}`,
	}));

async function send(options: IDataObject, items: IDataObject[], settings = {}) {
	return await run({
		parameters: { ...batch(), options: { batching: true, ...options } },
		items,
		account: sandbox(),
		settings,
	});
}

/** The text that the message with this ID says. */
const textOf = (id: unknown) =>
	sandbox().account.messages.find((message) => message.id === id)?.text;

test('all items go in requests of 100', async () => {
	const { items } = await send({}, people(150));
	expect(items).toHaveLength(150);
	const sizes = sandbox().requests.map(({ path, body }) => [
		path,
		(body as { messages: unknown[] }).messages.length,
	]);
	expect(sizes).toEqual([
		['/chat/v1/send/template/batch', 100],
		['/chat/v1/send/template/batch', 50],
	]);
});

// the sandbox answers in another order, as the contract allows
test('every item gets the result of its own message', async () => {
	const { items } = await send({}, people(5));
	expect(items.map(({ json }) => textOf(json.id))).toEqual(
		people(5).map(({ nome }) => `Olá ${nome}, seu pedido 1 saiu para entrega.`),
	);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual(people(5).map((_, item) => ({ item })));
});

test('sender IDs of the items are kept', async () => {
	const { items } = await send({ senderId: '=campanha-{{ $json.nome }}' }, people(3));
	expect(items.map(({ json }) => json.senderId)).toEqual(
		people(3).map(({ nome }) => `campanha-${nome}`),
	);
});

test('items that differ in what a request has only once go in requests of their own', async () => {
	const teams = ['Comercial', 'Suporte', 'Comercial', 'Financeiro'];
	const { items } = await send(
		{ departmentId: '={{ $json.team }}' },
		people(4).map((person, n) => ({ ...person, team: teams[n] })),
	);
	const batches = sandbox().requests.map(
		({ body }) => body as { options: { department: IDataObject }; messages: IDataObject[] },
	);
	expect(
		batches.map(({ options, messages }) => [options.department.name, messages.length]),
	).toEqual([
		['Comercial', 2],
		['Suporte', 1],
		['Financeiro', 1],
	]);
	expect(items.map(({ json }) => textOf(json.id))).toEqual(
		people(4).map(({ nome }) => `Olá ${nome}, seu pedido 1 saiu para entrega.`),
	);
});

describe('what does not fit into one request is said before any', () => {
	test.each<[string, IDataObject, string]>([
		['the same sender ID', { senderId: 'campanha' }, "the same 'Sender ID'"],
		[
			'a session',
			{ sessionId: '20000000-0000-4000-8000-000000000001' },
			"'Session' cannot go with 'One Request for All Items'",
		],
	])('%s', async (_, options, message) => {
		const { error } = await send(options, people(2));
		expect(error?.message).toContain(message);
		expect(sandbox().requests).toEqual([]);
	});

	test('waiting', async () => {
		const parameters = { ...batch(), waitForDelivery: true, options: { batching: true } };
		const { error } = await run({ parameters, items: people(2), account: sandbox() });
		expect(error).toMatchObject({
			message: "'Wait for Delivery' cannot go with 'One Request for All Items'",
			description: expect.stringContaining("Switch 'Wait for Delivery' off"),
		});
		expect(sandbox().requests).toEqual([]);
	});

	test('a file of the item', async () => {
		const { error } = await run({
			parameters: {
				...batch(),
				templateFileSource: 'binary',
				templateBinaryPropertyName: 'capa',
				options: { batching: true },
			},
			items: people(1),
			binary: { capa: { data: 'eA==', fileName: 'capa.png', mimeType: 'image/png' } },
			account: sandbox(),
		});
		expect(error?.message).toContain('A file that the item carries cannot go');
		expect(error?.description).toContain("'Upload'");
	});
});

test('a wrong number does not keep the others from being sent', async () => {
	const items = [...people(2), { nome: 'Ninguém', to: 'sem telefone' }];
	const outcome = await send({}, items, { onError: 'continueRegularOutput' });
	expect(outcome.items.map(({ json }) => 'error' in json)).toEqual([false, false, true]);
	expect(sandbox().requests).toHaveLength(1);
});

describe('results are told apart by the sender ID alone', () => {
	const UNTOLD = 'WTS Chat does not say what became of this message; it may have been sent';

	/** Sends A, B and C, and gives the ID or the error of each. */
	async function sendThree(results: object[]) {
		const api = await scriptedApi({ json: { results } });
		const { items } = await run({
			parameters: { ...batch(), options: { batching: true, senderId: '={{ $json.senderId }}' } },
			items: people(3).map((person, n) => ({ ...person, senderId: 'ABC'[n] })),
			account: { url: api.url, apiKey: 'pn_0' },
			settings: { onError: 'continueRegularOutput' },
		});
		return items.map(({ json }) => json.error ?? json.id);
	}

	test.each<[string, object[], unknown[]]>([
		[
			'in another order',
			[
				{ id: 3, senderId: 'C' },
				{ id: 1, senderId: 'A' },
				{ id: 2, senderId: 'B' },
			],
			[1, 2, 3],
		],
		[
			'one twice and one missing',
			[
				{ id: 1, senderId: 'A' },
				{ id: 9, senderId: 'A' },
				{ id: 2, senderId: 'B' },
			],
			[UNTOLD, 2, UNTOLD],
		],
		[
			'one without an ID',
			[{ id: 1, senderId: 'A' }, { id: 2, senderId: 'B' }, { id: 3 }],
			[1, 2, UNTOLD],
		],
		['none with an ID', [{ id: 1 }, { id: 2 }, { id: 3 }], [UNTOLD, UNTOLD, UNTOLD]],
		['too few', [{ id: 1, senderId: 'A' }], [1, UNTOLD, UNTOLD]],
		['none', [], [UNTOLD, UNTOLD, UNTOLD]],
		[
			'one that failed',
			[
				{ id: 1, senderId: 'A', status: 'QUEUED' },
				{ id: 2, senderId: 'B', status: 'FAILED', failedReason: 'Bloqueado' },
				{ id: 3, senderId: 'C', status: 'SENT' },
			],
			[1, 'The message did not reach the contact', 3],
		],
	])('%s', async (_, results, told) => {
		expect(await sendThree(results)).toEqual(told);
	});
});
