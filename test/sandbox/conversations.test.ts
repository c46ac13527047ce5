import type { Envelope, Sandbox } from '../../playground/sandbox';
import { listen } from '../support/server';
import { preparedSession, withSandbox } from './support';

const HOUR_MS = 3_600_000;
const PHONE = '5511900000001';
const audio = { name: 'voz.ogg', mimeType: 'audio/ogg', content: Buffer.from('ogg') };

/** Listens to everything, and gives what was delivered since the last time that somebody asked. */
async function listenTo({ account, events }: Sandbox): Promise<() => Promise<Envelope[]>> {
	const arrived: Envelope[] = [];
	const { url } = await listen(({ body, reply }) => {
		arrived.push(JSON.parse(body) as Envelope);
		reply(200);
	});
	const every = account.webhookEvents.flatMap(({ event }) => event ?? []);
	Object.assign(account.subscriptions[1]!, { url, enabled: true, events: every });
	events.notice();
	return async () => {
		await events.settled();
		return arrived.splice(0);
	};
}

const namesOf = (envelopes: Envelope[]) => envelopes.map(({ eventType }) => eventType).sort();

describe('an audio', () => {
	it(
		'comes with its words where the account has them at once',
		withSandbox(async (client, sandbox) => {
			const news = await listenTo(sandbox);
			const transcription = { text: 'Bom dia!', processing: false, error: false };
			const { id } = sandbox.writeAsContact(PHONE, { file: audio, transcription });
			const [received] = (await news()).filter(({ eventType }) => eventType === 'MESSAGE_RECEIVED');
			expect(received?.content).toMatchObject({ type: 'AUDIO', details: { transcription } });
			const { data } = await client.get(`/chat/v1/message/${id}`);
			expect(data).toMatchObject({ type: 'AUDIO', text: null, details: { transcription } });
		}),
	);

	it.each([
		['its words', 'Bom dia!', { text: 'Bom dia!', processing: false, error: false }],
		['that it could not be written down', null, { text: null, processing: false, error: true }],
	])('tells %s later where the account still listens to it', async (_what, text, transcription) =>
		withSandbox(async (client, sandbox) => {
			const news = await listenTo(sandbox);
			const processing = { text: null, processing: true, error: false };
			const words = { file: audio, transcription: processing };
			const { id } = sandbox.writeAsContact(PHONE, words);
			await news();
			sandbox.transcribe(id, text);
			expect(await news()).toMatchObject([
				{ eventType: 'MESSAGE_UPDATED', content: { id, details: { transcription } } },
			]);
			const { data } = await client.get(`/chat/v1/message/${id}`);
			expect(data.details).toMatchObject({ transcription, file: { name: 'voz.ogg' } });
		})(),
	);
});

describe('the window of 24 hours', () => {
	const statusOf = async (client: Parameters<Parameters<typeof withSandbox>[0]>[0], id: string) =>
		(await client.get(`/chat/v2/session/${id}`)).data.windowStatus;

	it(
		'is open for 24 hours from the last message of the contact',
		withSandbox(async (client, sandbox) => {
			const { sessionId } = sandbox.writeAsContact(PHONE, { text: 'Oi' });
			sandbox.letPass(23.9 * HOUR_MS);
			expect(await statusOf(client, sessionId)).toBe('ACTIVE');
			sandbox.letPass(0.2 * HOUR_MS);
			expect(await statusOf(client, sessionId)).toBe('EXPIRED');
			sandbox.writeAsContact(PHONE, { text: 'Voltei' });
			expect(await statusOf(client, sessionId)).toBe('ACTIVE');
		}),
	);

	it(
		'of a session from before is open from the start of the sandbox',
		withSandbox(async (client, sandbox) => {
			const { id } = preparedSession(sandbox.account);
			sandbox.letPass(23.9 * HOUR_MS);
			expect(await statusOf(client, id)).toBe('ACTIVE');
			sandbox.letPass(0.2 * HOUR_MS);
			expect(await statusOf(client, id)).toBe('EXPIRED');
		}),
	);

	it(
		'is not open before the contact has written',
		withSandbox(async (client) => {
			const body = { to: '5511977770000', body: { text: 'Olá' } };
			const { data } = await client.post('/chat/v1/message/send', body);
			expect(await statusOf(client, data.sessionId)).toBe('NOT_STARTED');
		}),
	);

	it(
		'closes for one conversation, where a text is then queued and fails, and a template arrives',
		withSandbox(async (client, sandbox) => {
			const { id } = preparedSession(sandbox.account, { status: 'IN_PROGRESS' });
			const other = sandbox.writeAsContact('5511977770000', { text: 'Oi' });
			sandbox.closeWindow(id);
			expect(await statusOf(client, id)).toBe('EXPIRED');
			expect(await statusOf(client, other.sessionId)).toBe('ACTIVE');

			const send = async (body: object) => {
				const { data } = await client.post(`/chat/v1/session/${id}/message`, body);
				const { data: later } = await client.get(`/chat/v1/message/${data.id}/status`);
				return [data.status, later.status, later.failureReason];
			};
			expect(await send({ text: 'Olá' })).toEqual([
				'QUEUED',
				'FAILED',
				'A janela de 24 horas está fechada.',
			]);
			const [template] = sandbox.account.templates;
			const parameters = { nome: 'Ana', pedido: '12' };
			expect(await send({ templateId: template!.id, parameters })).toEqual([
				'QUEUED',
				'SENT',
				null,
			]);
		}),
	);
});

describe('time that passes', () => {
	it(
		'makes the conversations older, and no event tells of it',
		withSandbox(async (_client, sandbox) => {
			const news = await listenTo(sandbox);
			const message = sandbox.writeAsContact(PHONE, { text: 'Oi' });
			await news();
			const before = { ...message };
			sandbox.letPass(HOUR_MS);
			sandbox.closeWindow(message.sessionId);
			expect(Date.parse(before.createdAt) - Date.parse(message.createdAt)).toBe(25 * HOUR_MS);
			const session = sandbox.account.sessions.find(({ id }) => id === message.sessionId);
			expect(session?.lastMessageIn).toBe(message.createdAt);
			expect(message.text).toBe('Oi');
			sandbox.writeAsContact(PHONE, { text: 'Voltei' });
			expect(namesOf(await news())).toEqual(['MESSAGE_RECEIVED', 'SESSION_UPDATE']);
		}),
	);
});

test(
	'a contact presses a button of a template, which opens the window',
	withSandbox(async (client, sandbox) => {
		const news = await listenTo(sandbox);
		const [template] = sandbox.account.templates;
		const parameters = { nome: 'Ana', pedido: '12' };
		const body = { to: '5511977770000', body: { templateId: template!.id, parameters } };
		const { data: sent } = await client.post('/chat/v1/message/send', body);
		await news();

		const [button] = sandbox.account.templateButtons.get(template!.id)!;
		sandbox.pressButton(sent.id, button!);
		const [received] = (await news()).filter(({ eventType }) => eventType === 'MESSAGE_RECEIVED');
		expect(received?.content).toMatchObject({ type: 'BUTTONS', text: button, refId: sent.id });
		const { data: session } = await client.get(`/chat/v2/session/${sent.sessionId}`);
		expect(session).toMatchObject({ windowStatus: 'ACTIVE', lastMessageText: button });
		expect(() => sandbox.pressButton(sent.id, 'Outro')).toThrow('validation');
	}),
);

test(
	'a person takes a conversation over and gives it back',
	withSandbox(async (client, sandbox) => {
		const news = await listenTo(sandbox);
		const { id } = preparedSession(sandbox.account);
		const { userId } = sandbox.account.agents[2]!;
		const now = async () => (await client.get(`/chat/v2/session/${id}`)).data;

		sandbox.takeOver(id, userId);
		expect(await now()).toMatchObject({ userId, status: 'IN_PROGRESS' });
		sandbox.handBack(id);
		expect(await now()).toMatchObject({ userId: null, status: 'PENDING' });
		expect(namesOf(await news())).toEqual(['SESSION_UPDATE', 'SESSION_UPDATE']);
		expect(() => sandbox.takeOver(id, 'nobody')).toThrow('Usuário não encontrado');
	}),
);
