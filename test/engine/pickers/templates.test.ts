import type { IDataObject, ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { useSandbox } from '../../support/account';
import { editorContext } from '../../support/engine';
import { pageOfList } from '../../support/lists';
import { wtsChat } from '../../support/nodes';

const base = { resource: 'message', operation: 'sendTemplate' };

describe('a small account', () => {
	const sandbox = useSandbox();

	async function search(method: string, filter?: string, parameters: IDataObject = {}) {
		const asked = { parameters: { ...base, ...parameters }, typed: filter };
		return (await pageOfList(sandbox(), method, asked)).results;
	}

	async function parametersOf(templateId: unknown): Promise<ResourceMapperFields> {
		const load = wtsChat.methods?.resourceMapping?.getTemplateParameters;
		const parameters = { ...base, templateId } as IDataObject;
		const context = await editorContext({ parameters, account: sandbox() });
		return await (load as (this: ILoadOptionsFunctions) => Promise<ResourceMapperFields>).call(
			context,
		);
	}

	test('channels show by name, and give what messages name them by', async () => {
		const text = { operation: 'sendText' };
		expect(await search('searchSenders', undefined, text)).toEqual([
			{ name: 'Loja Exemplo – WhatsApp · (11) 3000-0000', value: '+551130000000' },
			{ name: 'Loja Exemplo – Instagram · @lojaexemplo', value: '@lojaexemplo' },
		]);
		expect(await search('searchSenders', 'insta', text)).toHaveLength(1);
	});

	test.each<[string, IDataObject]>([
		['Send Template', {}],
		['a message that holds a template', { operation: 'sendAndWait', content: 'template' }],
		['a one-time password', { resource: 'otp', operation: 'send' }],
		['a text with a template in its place', { operation: 'sendText', ifWindowClosed: 'template' }],
		['a scheduled template', { operation: 'create', messageType: 'TEMPLATE' }],
	])('%s is offered the channels that have a template', async (_, parameters) => {
		const senders = await search('searchSenders', undefined, parameters);
		expect(senders.map(({ value }) => value)).toEqual(['+551130000000']);
	});

	test('where no template tells its channel, all channels are offered', async () => {
		for (const template of sandbox().account.templates) template.channelId = null;
		expect(await search('searchSenders')).toHaveLength(2);
	});

	test('a channel whose templates are not approved or archived is not offered', async () => {
		const [whatsapp, instagram] = sandbox().account.channels;
		for (const [change, senders] of [
			[{ status: 'InRevision' }, [whatsapp]],
			[{ status: 'Approved', archived: true }, [whatsapp]],
			[{ status: 'Approved', archived: false }, [whatsapp, instagram]],
		] as const) {
			Object.assign(sandbox().account.templates[1]!, { channelId: instagram!.id, ...change });
			expect(await search('searchSenders')).toHaveLength(senders.length);
		}
	});

	test('a channel that is switched off is marked', async () => {
		Object.assign(sandbox().account.channels[0] ?? {}, { active: false });
		const [first] = await search('searchSenders');
		expect(first?.name).toBe('Loja Exemplo – WhatsApp · (11) 3000-0000 (Inactive)');
	});

	test('only templates that can be sent are offered', async () => {
		const names = (await search('searchTemplates')).map(({ name }) => name);
		expect(names).toEqual([
			'Atualização de pedido · Olá {{nome}}, seu pedido {{pedido}} saiu para entrega.',
			'Catálogo do mês · Olá {{nome}}, veja as novidades.',
			'codigo_de_acesso · Seu código é {{codigo}}.',
			'agradecimento · Obrigado pelo contato!',
		]);
	});

	test.each(['pedido', 'ENTREGA'])(
		'a template is found by %s in its name or text',
		async (typed) => {
			const [found, ...others] = await search('searchTemplates', typed);
			expect(found?.value).toBe(sandbox().account.templates[0]?.id);
			expect(others).toEqual([]);
		},
	);

	test('the templates follow the channel', async () => {
		const from = { __rl: true, mode: 'number', value: '(11) 3000-0000' };
		const names = (await search('searchTemplates', undefined, { from })).map(({ name }) => name);
		expect(names.join()).not.toContain('agradecimento');
		expect(names).toHaveLength(3);
	});

	test.each(['', '={{ $json.from }}', '+55 11'])(
		'the channel %j, which is none, leaves all templates',
		async (value) => {
			const from = { __rl: true, mode: 'number', value };
			expect(await search('searchTemplates', undefined, { from })).toHaveLength(4);
			expect(sandbox().requests.map(({ path }) => path)).toEqual(['/chat/v1/template']);
		},
	);

	test('one-time passwords have templates of their own', async () => {
		const names = (await search('searchOtpTemplates')).map(({ name }) => name);
		expect(names).toEqual(['codigo_de_acesso · Seu código é {{codigo}}.']);
	});

	test('the text and the parameters of the chosen template make the form', async () => {
		const templateId = { __rl: true, mode: 'list', value: sandbox().account.templates[0]?.id };
		const { fields } = await parametersOf(templateId);
		const text = 'Olá {{nome}}, seu pedido {{pedido}} saiu para entrega.';
		const shared = { type: 'string', display: true };
		expect(fields).toMatchObject([
			{ ...shared, id: 'text:', displayName: 'Text', readOnly: true, defaultValue: text },
			{ ...shared, id: 'nome', displayName: 'nome · Olá {{nome}}, seu pedido…' },
			{ id: 'pedido', displayName: 'pedido · …seu pedido {{pedido}} saiu para…' },
		]);
		expect(fields.map(({ required }) => required)).toEqual([true, true, true]);
	});

	test.each([
		['IMAGE', 'text:IMAGE', 'Text Below the Image'],
		['DOCUMENT', 'text:DOCUMENT', 'Text Below the Document'],
		['UNDEFINED', 'text:', 'Text'],
	] as const)(
		'the text tells the file that goes with it: %s',
		async (fileType, id, displayName) => {
			const [template] = sandbox().account.templates;
			Object.assign(template!, { fileType, text: '=Oi,\n{{outro}}' });
			const { fields } = await parametersOf(template?.id);
			expect(fields[0]).toMatchObject({ id, displayName, defaultValue: ' =Oi, {{outro}}' });
			expect(fields[1]?.displayName).toBe('nome');
		},
	);

	test.each([
		['Olá {{nome}}.', 'nome · Olá {{nome}}.'],
		['Veja https://loja.example.com/{{nome}}/pedidos-e-entregas', 'nome · …{{nome}}…'],
		['Total = 5, {{nome}}', 'nome · Total = 5, {{nome}}'],
	])('a parameter of %j goes by the whole words around it', async (text, displayName) => {
		const [template] = sandbox().account.templates;
		Object.assign(template!, { text });
		const { fields } = await parametersOf(template?.id);
		expect(fields[0]?.defaultValue).toBe(text);
		expect(fields[1]?.displayName).toBe(displayName);
	});

	test('the field for the text can be taken out where the template has none', async () => {
		const [template] = sandbox().account.templates;
		Object.assign(template!, { text: null });
		const { fields } = await parametersOf(template?.id);
		expect(fields.map(({ id, required }) => [id, required])).toEqual([
			['text:', false],
			['nome', true],
			['pedido', true],
		]);
	});

	test('nothing is asked before a template is chosen', async () => {
		expect(await parametersOf({ __rl: true, mode: 'list', value: '' })).toEqual({
			fields: [],
			emptyFieldsNotice: 'Choose a template to see its text and its parameters.',
		});
		expect(sandbox().requests).toEqual([]);
	});

	test('an expression in place of the template leads to JSON', async () => {
		const { fields, emptyFieldsNotice } = await parametersOf('={{ $json.template }}');
		expect(fields).toEqual([]);
		expect(emptyFieldsNotice).toContain("'Using JSON'");
		expect(sandbox().requests).toEqual([]);
	});

	test('a template that is gone is said', async () => {
		expect(await parametersOf('00000000-0000-4000-8000-00000000dead')).toMatchObject({
			emptyFieldsNotice: expect.stringContaining('The chosen template is not in this account'),
		});
	});

	test('a problem is said in place of the fields', async () => {
		const load = wtsChat.methods?.resourceMapping?.getTemplateParameters;
		const templateId = sandbox().account.templates[0]?.id;
		const context = await editorContext({
			parameters: { ...base, templateId },
			account: { ...sandbox(), apiKey: 'pn_wrong' },
		});
		expect(await load?.call(context)).toEqual({
			fields: [],
			emptyFieldsNotice: expect.stringMatching(/^The fields could not be read\. WTS Chat did not/),
		});
	});

	test('a wrong key is said, not shown as an empty list', async () => {
		const account = { ...sandbox(), apiKey: 'pn_wrong' };
		const asked = { parameters: base };
		await expect(pageOfList(account, 'searchTemplates', asked)).rejects.toMatchObject({
			message: expect.stringContaining('WTS Chat did not accept the API key'),
		});
	});
});

describe('a large account', () => {
	const sandbox = useSandbox('large');

	test('templates come page by page, and the form finds one on a later page', async () => {
		const load = wtsChat.methods?.resourceMapping?.getTemplateParameters as (
			this: ILoadOptionsFunctions,
		) => Promise<ResourceMapperFields>;
		const values: unknown[] = [];
		let token: string | undefined;
		do {
			const asked = { parameters: base, token };
			const page = await pageOfList(sandbox(), 'searchTemplates', asked);
			values.push(...page.results.map(({ value }) => value));
			token = page.paginationToken as string | undefined;
		} while (token);
		expect(new Set(values).size).toBe(247);

		const templateId = sandbox().account.templates.at(-1)?.id;
		const last = await editorContext({ parameters: { ...base, templateId }, account: sandbox() });
		expect((await load.call(last)).fields.map(({ id }) => id)).toEqual(['text:', 'nome']);
		const numbers = sandbox().requests.map(({ query }) => (query as IDataObject).PageNumber);
		expect(numbers.slice(-3)).toEqual(['1', '2', '3']);
	});

	test('no page is read after the one with the template', async () => {
		const [template] = sandbox().account.templates;
		const parameters = { ...base, templateId: template?.id };
		const context = await editorContext({ parameters, account: sandbox() });
		await wtsChat.methods?.resourceMapping?.getTemplateParameters?.call(context);
		expect(sandbox().requests).toHaveLength(1);
	});
});
