import type { IDataObject } from 'n8n-workflow';
import { editorContext } from '../../support/engine';
import { dropdownOf, pageOfList } from '../../support/lists';
import { wtsChat } from '../../support/nodes';
import { scriptedApi } from '../../support/scriptedApi';

/** An account whose every answer is this one. */
async function accountThatAnswers(json: unknown) {
	const api = await scriptedApi({ json });
	return { url: api.url, apiKey: 'pn_odd', requests: api.requests };
}

const record = { id: 'a', name: 'Ana' };
const card = { resource: 'card', operation: 'update' };
const onPanel = { ...card, panelId: 'p1' };
const names = (entries: Array<{ name: string }>) => entries.map(({ name }) => name);

describe('a list goes on as long as any of its counts says so', () => {
	test.each<[string, IDataObject, string | undefined]>([
		['a number of pages', { items: [record], totalPages: 2, hasMorePages: false }, '2'],
		['that of an empty page', { items: [], totalPages: 2, hasMorePages: false }, '2'],
		['a word that there are more', { items: [record], hasMorePages: true }, '2'],
		['a number of records', { items: [record], totalItems: 101 }, '2'],
		['as many records as a page has', { items: [record], totalItems: 100 }, undefined],
		['an empty page that says more', { items: [], hasMorePages: true }, undefined],
		['an empty page of many records', { items: [], totalItems: 101 }, undefined],
		['nothing at all', { items: [record] }, undefined],
	])('%s', async (_, answer, token) => {
		const account = await accountThatAnswers(answer);
		expect((await pageOfList(account, 'searchSessions')).paginationToken).toBe(token);
	});

	test('the second page of two is the last', async () => {
		const account = await accountThatAnswers({ items: [record], totalPages: 2, totalItems: 101 });
		const { paginationToken } = await pageOfList(account, 'searchSessions', { token: '2' });
		expect(paginationToken).toBeUndefined();
	});
});

test('a record without an ID cannot be chosen', async () => {
	const unnamed = [{ name: 'Um' }, { id: null, name: 'Dois' }, { id: '', name: 'Três' }];
	const account = await accountThatAnswers([...unnamed, record]);
	expect(names(await dropdownOf(account, 'getDepartments'))).toEqual(['Ana']);
	expect(names((await pageOfList(account, 'searchTags')).results)).toEqual(['Ana']);
});

test('a record is found by nothing but what is shown of it', async () => {
	const account = await accountThatAnswers([{ ...record, userId: 'u', email: null }]);
	const found = async (typed: string) =>
		names((await pageOfList(account, 'searchAllUsers', { typed })).results);
	expect(await found('ana')).toEqual(['Ana']);
	expect(await found('null')).toEqual([]);
});

test.each([
	['getSteps', { steps: [null, { id: 's', title: 'Novo', position: 1 }] }, ['Novo']],
	['getSteps', { steps: null }, []],
	['getPanelTags', { tags: [null, { id: 't', name: 'Urgente' }] }, ['Urgente']],
	['getPanelTags', { tags: null }, []],
])('%s passes over what is nothing in %j', async (method, panel, shown) => {
	const account = await accountThatAnswers({ id: 'p1', ...panel });
	expect(names(await dropdownOf(account, method, onPanel))).toEqual(shown);
});

test('steps without a position come first, in the order of the API', async () => {
	const steps = [
		{ id: 's1', title: 'Depois', position: 1 },
		{ id: 's2', title: 'Sem lugar', position: null },
		{ id: 's3', title: 'Também sem' },
	];
	const account = await accountThatAnswers({ id: 'p1', steps });
	expect(names(await dropdownOf(account, 'getSteps', onPanel))).toEqual([
		'Sem lugar',
		'Também sem',
		'Depois',
	]);
});

test.each<[string, IDataObject, string]>([
	[
		'its text, in one line',
		{ text: 'Pediu\nretorno', files: [{ name: 'a.pdf' }] },
		'Pediu retorno',
	],
	['its files', { text: null, files: [{ name: 'a.pdf' }, { name: 'b.png' }] }, 'a.pdf, b.png'],
	[
		'those of its files that have a name',
		{ text: '', files: [{ name: null }, { name: 'b.png' }] },
		'b.png',
	],
	['its ID', { text: null, files: null }, 'n1'],
])('a note goes by %s', async (_, note, shown) => {
	const account = await accountThatAnswers({ items: [{ id: 'n1', ...note }] });
	const parameters = { ...card, cardId: 'c1' };
	expect(names((await pageOfList(account, 'searchCardNotes', { parameters })).results)).toEqual([
		shown,
	]);
});

test.each<[string, IDataObject | null, string]>([
	['its contact', { name: 'Ana', phonenumberFormatted: '(11) 90000-0001' }, 'Ana'],
	['its number', { name: null, phonenumberFormatted: '(11) 90000-0001' }, '(11) 90000-0001'],
	['nobody', null, ''],
])(
	'a scheduled message goes by %s, and without a time where it has none',
	async (_, contact, who) => {
		const account = await accountThatAnswers({
			items: [{ id: 'm1', status: 'SCHEDULED', scheduling: null, contact }],
		});
		const { results } = await pageOfList(account, 'searchScheduledMessages');
		expect(names(results)).toEqual([who ? `${who} · SCHEDULED` : 'SCHEDULED']);
	},
);

test("a scheduled message tells its time in the workflow's zone", async () => {
	const account = await accountThatAnswers({
		items: [{ id: 'm1', status: 'SENT', scheduling: '2026-03-01T20:00:00.000Z' }],
	});
	const { results } = await pageOfList(account, 'searchScheduledMessages', {
		timezone: 'Asia/Tokyo',
	});
	expect(names(results)).toEqual(['2026-03-02 05:00 · SENT']);
});

test('an event that is newer than the contract goes by its name', async () => {
	const account = await accountThatAnswers([{ event: 'CALL_STARTED' }]);
	expect(await dropdownOf(account, 'getWebhookEvents')).toEqual([
		{ name: 'CALL_STARTED', value: 'CALL_STARTED', description: 'CALL_STARTED' },
	]);
});

test('a template is not looked for behind an empty page', async () => {
	const account = await accountThatAnswers({ items: [], hasMorePages: true });
	const parameters = { resource: 'message', operation: 'sendTemplate', templateId: 't1' };
	const context = await editorContext({ parameters, account });
	const form = await wtsChat.methods?.resourceMapping?.getTemplateParameters?.call(context);
	expect(form?.emptyFieldsNotice).toContain('not in this account');
	expect(account.requests).toHaveLength(1);
});

test('the keys of custom fields show by name, or by the key where they have none; groups have no value', async () => {
	const account = await accountThatAnswers([
		{ key: 'dados', name: 'Dados', type: 'GROUP' },
		{ key: 'plano', name: null, type: 'STRING' },
		{ key: null, name: 'Sem chave', type: 'STRING' },
		{ key: 'cpf', name: 'CPF', type: 'STRING' },
	]);
	expect(await dropdownOf(account, 'getContactCustomFieldKeys')).toEqual([
		{ name: 'plano', value: 'plano' },
		{ name: 'CPF', value: 'cpf' },
	]);
	expect(account.requests[0]?.url).toContain('EntityType=CONTACT');
});
