import type { IDataObject } from 'n8n-workflow';
import { departmentNamed } from '../../../playground/sandbox';
import { useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const sandbox = useSandbox();

const botKey = '6e000000-0000-4000-8000-000000000002';

/** The first message: a template that is still to be sent. */
const first = () => ({ ...sandbox().account.scheduledMessages[0]! });

async function update(updateFields: IDataObject, scheduledMessageId = first().id) {
	const account = sandbox();
	const outcome = await run({
		parameters: {
			resource: 'scheduledMessage',
			operation: 'update',
			scheduledMessageId,
			updateFields,
		},
		account,
	});
	return { outcome, requests: account.requests, sent: account.requests.at(-1)?.body };
}

test('every field that is filled in is written, and listed for the API', async () => {
	const { id: departmentId } = departmentNamed(sandbox().account, 'Suporte');
	const [, catalogue] = sandbox().account.templates;
	const fileId = sandbox().account.files[0]?.id;
	const { outcome, sent } = await update({
		from: { __rl: true, mode: 'list', value: '551130000000' },
		to: '+55 11 90000-0003',
		departmentId,
		messageType: 'TEMPLATE',
		templateId: catalogue?.id,
		botKey,
		scheduledAt: '2099-10-02T10:30:00',
		hiddenSession: false,
		templateParametersJson: '{ "nome": "Otávio" }',
		fileId,
	});
	expect(sent).toEqual({
		fields: [
			'Scheduling',
			'To',
			'From',
			'Type',
			'TemplateId',
			'TemplateParams',
			'BotId',
			'Department',
			'HiddenSession',
		],
		to: '5511900000003',
		from: '551130000000',
		department: { id: departmentId },
		type: 'TEMPLATE',
		templateId: catalogue?.id,
		botKey,
		scheduling: '2099-10-02T13:30:00.000Z',
		hiddenSession: false,
		templateParams: { parameters: { nome: 'Otávio' }, fileId },
	});
	expect(first()).toMatchObject({
		contactId: sandbox().account.contacts[2]?.id,
		departmentId,
		templateId: catalogue?.id,
		botId: botKey,
		scheduling: '2099-10-02T13:30:00.000Z',
		hiddenSession: false,
	});
	expect(outcome.items[0]?.json).toMatchObject({ id: first().id, templateId: catalogue?.id });
});

test('what is left blank is not sent and stays as it was', async () => {
	const before = first();
	const { sent } = await update({
		scheduledAt: '2099-10-02T10:30:00',
		to: '',
		departmentId: '',
		templateId: '',
		templateParametersJson: '',
		clear: [],
	});
	expect(sent).toEqual({ fields: ['Scheduling'], scheduling: '2099-10-02T13:30:00.000Z' });
	expect(first()).toEqual({
		...before,
		scheduling: '2099-10-02T13:30:00.000Z',
		updatedAt: expect.any(String),
	});
});

test('a template becomes a chatbot', async () => {
	const { sent } = await update({ messageType: 'CHATBOT', botKey, clear: ['templateId'] });
	expect(sent).toEqual({
		fields: ['Type', 'BotId', 'TemplateId'],
		type: 'CHATBOT',
		botKey,
		templateId: null,
	});
	expect(first()).toMatchObject({ type: 'CHATBOT', botId: botKey, templateId: null });
});

test('the file of the template may be a public address', async () => {
	const fileUrl = 'https://files.example.com/catalogo.jpg';
	const { sent } = await update({
		fileUrl,
		templateParametersJson: '{ "nome": "A", "pedido": "1" }',
	});
	expect(sent).toMatchObject({
		fields: ['TemplateParams'],
		templateParams: { parameters: { nome: 'A', pedido: '1' }, fileUrl },
	});
});

test('a message that was sent cannot be changed', async () => {
	const sent = sandbox().account.scheduledMessages.find(({ status }) => status === 'SENT');
	const { outcome } = await update({ hiddenSession: false }, sent?.id);
	expect(outcome.error?.description).toContain('A mensagem não está mais agendada.');
});

test.each<[string, IDataObject, string]>([
	['nothing to update', { to: '' }, 'There is nothing to update'],
	[
		'a value that is also cleared',
		{ botKey, clear: ['botKey'] },
		"'Chatbot' is both set and cleared",
	],
	[
		'two files',
		{ fileId: botKey, fileUrl: 'https://files.example.com/catalogo.jpg' },
		'The file is given twice',
	],
	['parameters that are no texts', { templateParametersJson: '{ "nome": [] }' }, 'not a text'],
])('%s is said before any request', async (_, fields, message) => {
	const { outcome, requests } = await update(fields);
	expect(outcome.error?.message).toContain(message);
	expect(requests).toEqual([]);
});
