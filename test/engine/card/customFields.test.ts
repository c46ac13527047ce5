import type { IDataObject, ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { panelTitled } from '../../../playground/sandbox/crm/records';
import { useSandbox } from '../../support/account';
import { editorContext, run } from '../../support/engine';
import { wtsChat } from '../../support/nodes';

const sandbox = useSandbox();

const salesPanel = () => panelTitled(sandbox().account, 'Vendas');

/** The dynamic form, as the editor loads it. */
async function form(parameters: IDataObject): Promise<ResourceMapperFields> {
	const load = wtsChat.methods?.resourceMapping?.getPanelCustomFields as (
		this: ILoadOptionsFunctions,
	) => Promise<ResourceMapperFields>;
	return await load.call(await editorContext({ parameters, account: sandbox() }));
}

/** Creates a card with these values in its dynamic form. */
async function create(customFields: IDataObject, more: IDataObject = {}) {
	const { fields } = await form({ panelId: salesPanel().id });
	const outcome = await run({
		parameters: {
			resource: 'card',
			operation: 'create',
			stepId: salesPanel().steps[0]?.id,
			title: 'Plano anual',
			specifyCustomFields: 'fields',
			customFields: { mappingMode: 'defineBelow', schema: fields, ...customFields } as IDataObject,
			...more,
		},
		account: sandbox(),
	});
	const { body } = sandbox().requests.at(-1) as { body?: IDataObject };
	return { outcome, sent: body?.customFields, card: sandbox().account.cards.at(-1) };
}

test('the form has the fields of the panel by key, with their types, and no groups', async () => {
	const { fields } = await form({ panelId: salesPanel().id });
	expect(fields.map(({ id, type }) => [id, type])).toEqual([
		['plano-de-interesse', 'options'],
		['produtos', 'array'],
		['cnpj', 'string'],
		['observacoes', 'string'],
		['funcionarios', 'number'],
		['desconto', 'number'],
		['fechamento-previsto', 'dateTime'],
		['horario-de-contato', 'time'],
		['proxima-reuniao', 'dateTime'],
		['ja-foi-cliente', 'boolean'],
	]);
	expect(fields[0]).toMatchObject({
		displayName: 'Plano de interesse',
		options: [
			{ name: 'Anual', value: 'Anual' },
			{ name: 'Mensal', value: 'Mensal' },
		],
	});
	expect(fields[1]?.displayName).toBe('Produtos (list of Site, Aplicativo, Loja)');
});

test('an existing card tells the panel where none is chosen', async () => {
	const { fields } = await form({ panelId: '', cardId: sandbox().account.cards[0]?.id });
	expect(fields).toHaveLength(10);
});

test('without a panel, or with one without fields, the form says so', async () => {
	expect(await form({})).toEqual({
		fields: [],
		emptyFieldsNotice: expect.stringContaining('Choose a panel'),
	});
	const { id } = panelTitled(sandbox().account, 'Implantação');
	expect(await form({ panelId: id })).toEqual({
		fields: [],
		emptyFieldsNotice: 'This panel has no custom fields.',
	});
});

test('values of every type are sent by key, as lists, and the API keeps them all', async () => {
	const { sent, card } = await create({
		value: {
			'plano-de-interesse': 'Mensal',
			produtos: '["Site", "Loja"]',
			cnpj: '00.000.000/0001-00',
			observacoes: null,
			funcionarios: 42,
			desconto: '={{ "7.5" }}',
			'fechamento-previsto': '2026-09-20T00:00:00',
			'horario-de-contato': '14:30',
			'proxima-reuniao': '2026-09-18T09:00:00',
			'ja-foi-cliente': false,
		},
	});
	expect(sent).toEqual({
		'plano-de-interesse': ['Mensal'],
		produtos: ['Site', 'Loja'],
		cnpj: ['00.000.000/0001-00'],
		funcionarios: [42],
		desconto: [7.5],
		'fechamento-previsto': ['2026-09-20'],
		'horario-de-contato': ['14:30'],
		'proxima-reuniao': ['2026-09-18T12:00:00.000Z'],
		'ja-foi-cliente': [false],
	});
	expect(Object.keys(card?.customFields ?? {})).toEqual(Object.keys(sent as IDataObject));
});

test('nothing filled in sends nothing', async () => {
	const { sent } = await create({ value: { cnpj: null, observacoes: '' } });
	expect(sent).toBeUndefined();
});

test('JSON is sent as it is', async () => {
	const { sent } = await create(
		{ value: { cnpj: '1' } },
		{
			specifyCustomFields: 'json',
			customFieldsJson: '{ "plano-de-interesse": ["Anual"], "cnpj": null }',
		},
	);
	expect(sent).toEqual({ 'plano-de-interesse': ['Anual'], cnpj: null });
});

// the API would drop such values without a word
describe('a value that the field cannot take is said before any request', () => {
	test.each<[string, IDataObject, string]>([
		[
			'an unknown choice',
			{ 'plano-de-interesse': '={{ "Semanal" }}' },
			"'Plano de interesse' has to be one of Anual, Mensal",
		],
		['an unknown choice in a list', { produtos: ['Site', 'Fax'] }, 'has to be one of Site'],
		['no number', { funcionarios: '={{ "muitos" }}' }, "'Funcionários' has to be a number"],
		[
			'no date',
			{ 'fechamento-previsto': '={{ "20/09/2026" }}' },
			"'Fechamento previsto' is not a date",
		],
		[
			'no moment',
			{ 'proxima-reuniao': '={{ "logo" }}' },
			"'Próxima reunião' is not a date and time",
		],
	])('%s', async (_, value, message) => {
		const { outcome } = await create({ value });
		expect(outcome.error?.message).toContain(message);
		expect(sandbox().requests.filter(({ method }) => method === 'POST')).toEqual([]);
	});
});
