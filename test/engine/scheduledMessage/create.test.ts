import type { IBinaryData, IDataObject } from 'n8n-workflow';
import { departmentNamed } from '../../../playground/sandbox';
import { useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const sandbox = useSandbox();

/** An expression that gives nothing; n8n itself refuses a required field that is empty. */
const NOTHING = '={{ $json.nothing }}';
const UNKNOWN_ID = '00000000-0000-4000-8000-00000000dead';
const botKey = '6e000000-0000-4000-8000-000000000002';

/** Schedules the order update, but for what `values` say otherwise. */
async function create(values: IDataObject, binary?: Record<string, IBinaryData>) {
	const account = sandbox();
	const outcome = await run({
		parameters: {
			resource: 'scheduledMessage',
			operation: 'create',
			from: { __rl: true, mode: 'number', value: '+55 11 3000-0000' },
			to: '(11) 90000-0001',
			scheduledAt: '2099-10-01T09:00:00',
			messageType: 'TEMPLATE',
			templateId: account.account.templates[0]?.id,
			specifyParameters: 'json',
			templateParametersJson: '{ "nome": "Júlia", "pedido": 9876 }',
			...values,
		},
		account,
		binary,
	});
	return { outcome, requests: account.requests, sent: account.requests.at(-1)?.body };
}

const newest = () => sandbox().account.scheduledMessages.at(-1);

test('a template is scheduled with all that goes with it', async () => {
	const { id: departmentId } = departmentNamed(sandbox().account, 'Financeiro');
	const { outcome, sent } = await create({ options: { departmentId, hiddenSession: true } });
	expect(sent).toEqual({
		from: '551130000000',
		to: '5511900000001',
		scheduling: '2099-10-01T12:00:00.000Z',
		department: { id: departmentId },
		hiddenSession: true,
		type: 'TEMPLATE',
		templateId: sandbox().account.templates[0]?.id,
		templateParams: { parameters: { nome: 'Júlia', pedido: '9876' } },
	});
	expect(newest()).toMatchObject({
		status: 'SCHEDULED',
		scheduling: '2099-10-01T12:00:00.000Z',
		contactId: sandbox().account.contacts[0]?.id,
		departmentId,
		hiddenSession: true,
	});
	expect(outcome.items[0]?.json).toMatchObject({ id: newest()?.id, status: 'SCHEDULED' });
	expect(outcome.items[0]?.json).not.toHaveProperty('contact');
});

test('a chatbot is scheduled without what belongs to templates', async () => {
	const { sent } = await create({
		messageType: 'CHATBOT',
		botKey,
		from: '',
		options: { departmentId: 'Suporte' },
	});
	expect(sent).toEqual({
		to: '5511900000001',
		scheduling: '2099-10-01T12:00:00.000Z',
		department: { name: 'Suporte' },
		type: 'CHATBOT',
		botKey,
	});
	expect(newest()).toMatchObject({ type: 'CHATBOT', botId: botKey, templateId: null });
});

describe('the file of a template', () => {
	const catalogue = () => ({
		templateId: sandbox().account.templates[1]?.id,
		templateParametersJson: '{ "nome": "Júlia" }',
	});

	test('goes by its address', async () => {
		const fileUrl = 'https://files.example.com/catalogo.jpg';
		const { sent } = await create({
			...catalogue(),
			templateFileSource: 'url',
			templateFileUrl: fileUrl,
		});
		expect(sent).toMatchObject({ templateParams: { parameters: { nome: 'Júlia' }, fileUrl } });
	});

	test('goes by its ID', async () => {
		const fileId = sandbox().account.files[0]?.id;
		const { sent } = await create({
			...catalogue(),
			templateFileSource: 'id',
			templateFileId: fileId,
		});
		expect(sent).toMatchObject({ templateParams: { fileId } });
	});

	test('that the item carries is stored first', async () => {
		const { sent, requests } = await create(
			{ ...catalogue(), templateFileSource: 'binary', templateBinaryPropertyName: 'capa' },
			{ capa: { data: 'eA==', fileName: 'capa.png', mimeType: 'image/png' } },
		);
		expect(requests).toHaveLength(4);
		const [file] = sandbox().account.files.slice(-1);
		expect(file).toMatchObject({ name: 'capa.png', type: 'IMAGE' });
		expect(sent).toMatchObject({ templateParams: { fileId: file?.id } });
	});
});

test("a time that is past is the API's to refuse", async () => {
	const { outcome } = await create({ scheduledAt: '2020-01-01T09:00:00' });
	expect(outcome.error?.description).toContain('A data de agendamento deve ser futura.');
	expect(newest()?.status).not.toBe('SCHEDULED');
});

test('a template that is unknown is not found', async () => {
	const { outcome } = await create({ templateId: UNKNOWN_ID });
	expect(outcome.error?.description).toContain('Modelo não encontrado');
});

test.each<[string, IDataObject, string]>([
	['no recipient', { to: NOTHING }, "'To' is empty"],
	['no time', { scheduledAt: NOTHING }, "'Scheduled At' is empty"],
	['no moment', { scheduledAt: 'amanhã' }, "'Scheduled At' is not a date and time"],
	['no template', { templateId: NOTHING }, "'Template' is empty"],
	['no chatbot', { messageType: 'CHATBOT', botKey: NOTHING }, "'Chatbot' is empty"],
	['another type', { messageType: '={{ "TEXT" }}', botKey }, "'Type' has to be one of"],
	[
		'no address',
		{ templateFileSource: 'url', templateFileUrl: 'catalogo.jpg' },
		"'Template File URL' is not an address",
	],
])('%s is said before any request', async (_, values, message) => {
	const { outcome, requests } = await create(values);
	expect(outcome.error?.message).toContain(message);
	expect(requests).toEqual([]);
});
