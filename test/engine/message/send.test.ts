import type { IDataObject } from 'n8n-workflow';
import { sessionAt, useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const sandbox = useSandbox();

async function send(operation: string, values: IDataObject, binary?: { mimeType: string }) {
	const account = sandbox();
	const outcome = await run({
		parameters: { resource: 'message', operation, fileSource: 'none', ...values },
		binary: binary && { data: { data: 'eA==', fileName: 'arquivo', ...binary } },
		account,
	});
	const { path, body } = account.requests.at(-1) ?? {};
	return { outcome, path, sent: body as IDataObject };
}

const template = () => ({
	content: 'template',
	templateId: sandbox().account.templates[0]?.id,
	specifyParameters: 'json',
	templateParametersJson: '{ "nome": "Júlia", "pedido": 1 }',
});

describe('Send in Session', () => {
	const inFirst = (values: IDataObject, binary?: { mimeType: string }) =>
		send('sendInSession', { sessionId: sessionAt(sandbox(), 0).id, ...values }, binary);

	test('a text is queued', async () => {
		const { outcome, path, sent } = await inFirst({ text: 'Um momento, por favor.' });
		expect(path).toBe(`/chat/v1/session/${sessionAt(sandbox(), 0).id}/message`);
		expect(sent).toEqual({ text: 'Um momento, por favor.' });
		expect(outcome.items[0]?.json).toMatchObject({ status: 'QUEUED' });
	});

	test('with the wait for the result the whole message comes out, delivered', async () => {
		const { outcome, path } = await inFirst({
			text: 'Um momento, por favor.',
			simplify: false,
			options: { waitForResult: true },
		});
		expect(path).toBe(`/chat/v1/session/${sessionAt(sandbox(), 0).id}/message/sync`);
		expect(outcome.items[0]?.json).toMatchObject({
			status: 'DELIVERED',
			type: 'TEXT',
			direction: 'TO_HUB',
		});
	});

	test('a text can quote a message and carry a file', async () => {
		const refId = sandbox().account.messages[0]?.id;
		const { sent } = await inFirst({
			text: 'Segue a proposta',
			fileSource: 'url',
			fileUrl: 'https://files.example.com/proposta.pdf',
			options: { refId },
		});
		expect(sent).toEqual({
			text: 'Segue a proposta',
			fileUrl: 'https://files.example.com/proposta.pdf',
			refId,
		});
	});

	test('a file of the item is stored first and sent by its ID, without any text', async () => {
		const { sent } = await inFirst(
			{ fileSource: 'binary', binaryPropertyName: 'data' },
			{ mimeType: 'image/png' },
		);
		const file = sandbox().account.files.at(-1);
		expect(file).toMatchObject({ type: 'IMAGE' });
		expect(sent).toEqual({ fileId: file?.id });
	});

	test('a template goes with its parameters; a text that is not shown does not', async () => {
		const { sent } = await inFirst({ ...template(), text: 'left over' });
		expect(sent).toEqual({
			templateId: sandbox().account.templates[0]?.id,
			parameters: { nome: 'Júlia', pedido: '1' },
		});
	});

	test('the delivery is followed by the status of messages', async () => {
		const { outcome, path } = await inFirst({ text: 'Oi', waitForDelivery: true });
		const id = sandbox().account.messages.at(-1)?.id;
		expect(path).toBe(`/chat/v1/message/${id}/status`);
		expect(outcome.items[0]?.json).toMatchObject({ id, status: 'DELIVERED' });
	});

	test('nothing to send is said before any request', async () => {
		const { outcome } = await inFirst({ text: ' ' });
		expect(outcome.error).toMatchObject({
			message: 'The message is empty',
			description: "Fill in 'Text', choose a file, or both.",
		});
		expect(sandbox().requests).toEqual([]);
	});
});

describe('Send', () => {
	const from = { __rl: true, mode: 'list', value: '551130000000' };
	const to = '+55 11 97777-1234';

	test('everything that is chosen is sent where this route wants it', async () => {
		const [department] = sandbox().account.departments;
		const [agent] = sandbox().account.agents;
		const botKey = '1b2c3d4e-5f6a-4b7c-9d8e-0f1a2b3c4d5e';
		const { outcome, path, sent } = await send('send', {
			from,
			to,
			...template(),
			options: {
				botKey: { __rl: true, mode: 'id', value: botKey },
				departmentId: department?.id,
				enableBot: true,
				forceStartSession: false,
				hiddenSession: true,
				userId: agent?.email,
			},
		});
		expect(outcome.error).toBeUndefined();
		expect(path).toBe('/chat/v1/message/send');
		expect(sent).toEqual({
			from: '551130000000',
			to: '5511977771234',
			botKey,
			body: {
				templateId: sandbox().account.templates[0]?.id,
				parameters: { nome: 'Júlia', pedido: '1' },
			},
			department: { id: department?.id },
			user: { email: agent?.email },
			options: { enableBot: true, forceStartSession: false, hiddenSession: true },
		});
		expect(sandbox().account.sessions.at(-1)).toMatchObject({ status: 'HIDDEN', botId: botKey });
	});

	test('with the wait for the result the answer is that of the channel', async () => {
		const { outcome, path } = await send('send', {
			from,
			to,
			...template(),
			options: { waitForResult: true },
		});
		expect(path).toBe('/chat/v1/message/send-sync');
		expect(outcome.items[0]?.json).toMatchObject({ status: 'DELIVERED' });
	});

	test.each([{}, { waitForDelivery: true }])(
		'a message that fails at once is an error with its reason, and says what to do (%j)',
		async (waiting) => {
			const options = { waitForResult: true };
			const { outcome } = await send('send', { from, to, text: 'Oi', options, ...waiting });
			expect(outcome.error?.message).toBe('The message did not reach the contact');
			expect(outcome.error?.description).toContain("Use 'Send Template'");
			expect(outcome.error?.description).toContain('"A janela de 24 horas está fechada."');
			expect(outcome.error?.context.data).toMatchObject({ status: 'FAILED' });
		},
	);
});

test('typing is shown in a session', async () => {
	const { id } = sessionAt(sandbox(), 0);
	const { outcome, path, sent } = await send('sendTyping', { sessionId: id });
	expect(path).toBe('/chat/v1/send/typing');
	expect(sent).toEqual({ sessionId: id });
	expect(outcome.items.map(({ json }) => json)).toEqual([{ success: true }]);
});

test('the status of a sent message can be read later', async () => {
	await send('sendText', { to: '+55 11 90000-0001', text: 'Oi' });
	const messageId = sandbox().account.messages.at(-1)?.id;
	const { outcome } = await send('getSendStatus', { messageId });
	expect(outcome.items[0]?.json).toMatchObject({ id: messageId, status: 'SENT' });
});
