import type { IDataObject } from 'n8n-workflow';
import { sessionAt, useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const sandbox = useSandbox();

const templateNamed = (name: string) =>
	sandbox().account.templates.find((template) => template.name === name)?.id;

const addressed = () => ({
	resource: 'message',
	operation: 'sendTemplate',
	from: { __rl: true, mode: 'list', value: '551130000000' },
	to: '+55 11 97777-1234',
	templateId: { __rl: true, mode: 'list', value: templateNamed('atualizacao_de_pedido') },
});

/** The form as the editor keeps it: its first field shows the text, and knows the file that goes with it. */
const inFields = (value: IDataObject | null, fileType = '') => ({
	specifyParameters: 'fields',
	templateParameters: {
		mappingMode: 'defineBelow',
		value,
		schema: [
			{ id: `text:${fileType}`, displayName: 'Text', readOnly: true },
			{ id: 'nome', displayName: 'nome · Olá {{nome}},…', type: 'string', required: true },
		],
	},
});

const inJson = (templateParametersJson: string) => ({
	specifyParameters: 'json',
	templateParametersJson,
});

async function sendTemplate(values: IDataObject) {
	const account = sandbox();
	const outcome = await run({ parameters: { ...addressed(), ...values }, account });
	return { outcome, sent: account.requests.at(-1)?.body as IDataObject };
}

test('it opens a conversation with a contact that nobody knew', async () => {
	const contacts = sandbox().account.contacts.length;
	const { outcome, sent } = await sendTemplate(inFields({ nome: 'Júlia', pedido: '9876' }));
	expect(sent).toEqual({
		from: '551130000000',
		to: '5511977771234',
		templateId: templateNamed('atualizacao_de_pedido'),
		parameters: { nome: 'Júlia', pedido: '9876' },
	});
	expect(sandbox().account.contacts).toHaveLength(contacts + 1);
	expect(sandbox().account.messages.at(-1)?.text).toBe(
		'Olá Júlia, seu pedido 9876 saiu para entrega.',
	);
	// the session is not there yet when the API answers
	expect(outcome.items[0]?.json).toMatchObject({ status: 'QUEUED', sessionId: null });
});

test('parameters as JSON are sent as texts, as the API wants them', async () => {
	const { sent } = await sendTemplate(inJson('{ "nome": "Júlia", "pedido": 9876 }'));
	expect(sent.parameters).toEqual({ nome: 'Júlia', pedido: '9876' });
});

test('an ID from an expression and an object as parameters work', async () => {
	const account = sandbox();
	const { error } = await run({
		parameters: {
			...addressed(),
			templateId: '={{ $json.template }}',
			specifyParameters: 'json',
			templateParametersJson: '={{ $json.values }}',
		},
		items: [
			{ template: templateNamed('atualizacao_de_pedido'), values: { nome: 'Ana', pedido: 1 } },
		],
		account,
	});
	expect(error).toBeUndefined();
	expect(account.requests.at(-1)?.body).toMatchObject({ parameters: { nome: 'Ana', pedido: '1' } });
});

test('metadata and the session go along', async () => {
	const { id } = sessionAt(sandbox(), 0);
	const { sent } = await sendTemplate({
		...inJson('{ "nome": "Júlia", "pedido": "1" }'),
		options: {
			sessionId: id,
			sessionMetadata: { pairs: [{ key: 'pedido', value: '1' }] },
			senderId: 'pedido-1',
		},
	});
	expect(sent).toMatchObject({
		sessionId: id,
		sessionMetadata: { pedido: '1' },
		senderId: 'pedido-1',
	});
	expect(sessionAt(sandbox(), 0).metadata).toMatchObject({ pedido: '1', origem: 'site' });
});

test('the header of a template takes a file of the item', async () => {
	const account = sandbox();
	const { error } = await run({
		parameters: {
			...addressed(),
			templateId: templateNamed('catalogo_do_mes'),
			...inFields({ nome: 'Júlia' }, 'IMAGE'),
			templateFileSource: 'binary',
			templateBinaryPropertyName: 'capa',
		},
		binary: { capa: { data: 'Ynl0ZXM=', fileName: 'capa.png', mimeType: 'image/png' } },
		account,
	});
	expect(error).toBeUndefined();
	const file = account.account.files.at(-1);
	expect(file).toMatchObject({ name: 'capa.png', type: 'IMAGE' });
	expect(account.requests.at(-1)?.body).toMatchObject({ fileIdOrUrl: file?.id });
});

test('what the form cannot know is said in the words of WTS Chat', async () => {
	const { outcome } = await sendTemplate(inFields({ nome: 'Júlia' }));
	expect(outcome.error?.description).toContain('Informe os parâmetros do modelo: pedido.');
});

test('a template for a document refuses no type of file, one for an image only an image', async () => {
	const file = { fileName: 'capa.pdf', mimeType: 'application/pdf', data: 'eA==' };
	const sendWith = async (fileType: string) =>
		await run({
			parameters: {
				...addressed(),
				...inFields({ nome: 'Júlia', pedido: '1' }, fileType),
				templateFileSource: 'binary',
				templateBinaryPropertyName: 'capa',
			},
			binary: { capa: file },
			account: sandbox(),
		});
	const { error } = await sendWith('IMAGE');
	expect(error?.message).toBe('The file that the item carries is no image');
	expect(sandbox().requests).toEqual([]);
	expect((await sendWith('DOCUMENT')).error).toBeUndefined();
});

describe('what cannot be sent is said before any request', () => {
	test.each<[string, IDataObject, string]>([
		[
			'an object as a parameter',
			inJson('{ "nome": { "primeiro": "Júlia" } }'),
			"'Parameters (JSON)' holds a value that is not a text",
		],
		['a list as parameters', inJson('["Júlia"]'), "'Parameters (JSON)' has to be a JSON object"],
		[
			'metadata in both forms',
			{
				...inFields({ nome: 'Júlia' }),
				options: {
					sessionMetadata: { pairs: [{ key: 'a', value: 'b' }] },
					sessionMetadataJson: '{}',
				},
			},
			"'Session Metadata' is filled in twice",
		],
		['a parameter without a value', inFields({ nome: '={{ $json.nome }}' }), "'nome' is empty"],
		[
			'no image',
			{ ...inFields({ nome: 'Júlia' }, 'IMAGE'), templateFileUrl: '={{ $json.a }}' },
			"'Template File URL' is empty",
		],
		['the name of a template', { templateId: 'boas_vindas' }, "'Template' is not an ID"],
	])('%s', async (_, values, message) => {
		const { outcome } = await sendTemplate(values);
		expect(outcome.error?.message).toContain(message);
		expect(sandbox().requests).toEqual([]);
	});
});
