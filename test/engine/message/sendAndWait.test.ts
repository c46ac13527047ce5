import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../../../playground/sandbox';
import { useSandbox } from '../../support/account';
import { callAsTool } from '../../support/engine';
import { useFileStorage } from '../../support/storedFile';
import { tidied, useWaiting } from '../../support/waiting';

const sandbox = useSandbox();
const n8n = useWaiting();
useFileStorage();

/** The n-th open conversation with a contact on WhatsApp. */
function conversation({ account }: Sandbox, n = 0) {
	const numberOf = (channelId: string) =>
		account.channels.find(({ id }) => id === channelId)?.number;
	const session = account.sessions.filter(
		({ windowStatus, status, channelId }) =>
			windowStatus === 'ACTIVE' && status !== 'COMPLETED' && numberOf(channelId),
	)[n];
	const contact = account.contacts.find(({ id }) => id === session?.contactId);
	if (!session || !contact?.phoneNumber) throw new Error(`There is no open conversation ${n}`);
	return { session, phone: contact.phoneNumber, number: numberOf(session.channelId) ?? undefined };
}

const inSession = (sessionId: string): IDataObject => ({
	sendTo: 'session',
	sessionId: { __rl: true, mode: 'id', value: sessionId },
});

async function ask(parameters: IDataObject, more = {}) {
	return await n8n().run({
		parameters: {
			resource: 'message',
			operation: 'sendAndWait',
			message: 'Podemos confirmar?',
			...parameters,
		},
		account: sandbox(),
		...more,
	});
}

/** The contact of a conversation writes, and everybody who listens has heard it. */
async function write(
	n: number,
	text?: string,
	file?: { name: string; mimeType: string; content: Buffer },
) {
	const { phone, number } = conversation(sandbox(), n);
	const message = sandbox().writeAsContact(phone, { text, file }, number);
	await sandbox().events.settled();
	await n8n().settled();
	return message;
}

const waits = () =>
	sandbox().account.subscriptions.filter(({ name }) => name?.startsWith('n8n waits for a reply'));

/** A moment after any question so far. */
const soon = () => new Date(Date.now() + 1_000).toISOString();

const sentTexts = () =>
	sandbox()
		.account.messages.filter(({ origin, direction }) => origin === 'API' && direction === 'TO_HUB')
		.map(({ text }) => text);

test('the execution waits, and goes on with the reply of the contact', async () => {
	const { session } = conversation(sandbox());
	const { id, outcome, finished } = await ask(inSession(session.id));
	expect(outcome.status).toBe('waiting');
	expect(sentTexts()).toContain('Podemos confirmar?');
	expect(waits()).toHaveLength(1);

	const { id: messageId, createdAt } = await write(0, 'Pode sim');
	const { status, items } = await finished;
	expect(n8n().isWaiting(id)).toBe(false);
	expect(status).toBe('success');
	expect(items).toEqual([
		{
			json: {
				replied: true,
				sessionId: session.id,
				messageId,
				type: 'TEXT',
				text: 'Pode sim',
				createdAt,
				file: null,
				message: expect.objectContaining({ id: messageId, details: expect.anything() }),
			},
			pairedItem: { item: 0 },
		},
	]);
	await tidied(() => waits().length === 0);
});

test('a contact is asked by phone number, also where the message opens the session', async () => {
	const { finished, outcome } = await ask({ sendTo: 'contact', to: '+55 11 97777-1234' });
	expect(outcome.status).toBe('waiting');
	sandbox().writeAsContact('5511977771234', { text: 'Sim' });
	expect((await finished).items[0]?.json).toMatchObject({ replied: true, text: 'Sim' });
});

test('two contacts that answer in the wrong order each resume their own execution', async () => {
	const first = await ask(inSession(conversation(sandbox(), 0).session.id));
	const second = await ask(inSession(conversation(sandbox(), 1).session.id));

	await write(1, 'da segunda pessoa');
	expect(n8n().isWaiting(first.id)).toBe(true);
	expect((await second.finished).items[0]?.json.text).toBe('da segunda pessoa');

	await write(0, 'da primeira pessoa');
	expect((await first.finished).items[0]?.json.text).toBe('da primeira pessoa');
	await tidied(() => waits().length === 0);
});

describe('does not resume for', () => {
	test('what other contacts, or people of the account, write', async () => {
		const { session } = conversation(sandbox(), 0);
		const { id } = await ask(inSession(session.id));
		await write(1, 'Oi');
		sandbox().writeAsUser(session.id, sandbox().account.agents[0]!.userId!, 'Estou aqui');
		await sandbox().events.settled();
		expect(n8n().isWaiting(id)).toBe(true);
	});

	test('a message that was written before the question and is delivered again', async () => {
		const { session } = conversation(sandbox(), 0);
		const old = sandbox().writeAsContact(
			conversation(sandbox()).phone,
			{ text: 'antes' },
			conversation(sandbox()).number,
		);
		const { id } = await ask(inSession(session.id));
		sandbox().events.tell('MESSAGE_RECEIVED', { ...old });
		await sandbox().events.settled();
		expect(n8n().isWaiting(id)).toBe(true);
	});

	test('the same reply a second time, or a late one', async () => {
		const { finished } = await ask(inSession(conversation(sandbox()).session.id));
		sandbox().events.options.copies = 3;
		await write(0, 'Sim');
		await write(0, 'Quer dizer, não');
		expect((await finished).items.map(({ json }) => json.text)).toEqual(['Sim']);
	});

	test('somebody who changes the address', async () => {
		const { id } = await ask(inSession(conversation(sandbox(), 0).session.id));
		const other = conversation(sandbox(), 1).session.id;
		const url = new URL(waits()[0]!.url!);
		url.searchParams.set('session', other);
		const event = {
			eventType: 'MESSAGE_RECEIVED',
			content: { sessionId: other, createdAt: soon() },
		};
		expect(await n8n().post(url.href, event)).toBe(401);
		expect(n8n().isWaiting(id)).toBe(true);
	});

	test.each<[string, IDataObject]>([
		['an internal note', { type: 'NOTE', direction: null }],
		['what the account itself has written', { type: 'TEXT', direction: 'TO_HUB' }],
		['a message of another session', { sessionId: '20000000-0000-4000-8000-00000000dead' }],
		['a message without a moment', { createdAt: null }],
	])('%s', async (_name, content) => {
		const { session } = conversation(sandbox());
		const { id } = await ask(inSession(session.id));
		const message = { sessionId: session.id, createdAt: soon(), ...content };
		const event = { eventType: 'MESSAGE_RECEIVED', content: message };
		expect(await n8n().post(waits()[0]!.url!, event)).toBe(200);
		expect(n8n().isWaiting(id)).toBe(true);
	});

	test('an event of another kind', async () => {
		const { session } = conversation(sandbox());
		const { id } = await ask(inSession(session.id));
		const content = { sessionId: session.id, createdAt: soon() };
		const event = { eventType: 'MESSAGE_UPDATED', content };
		expect(await n8n().post(waits()[0]!.url!, event)).toBe(200);
		expect(n8n().isWaiting(id)).toBe(true);
	});

	test('a body that is no event', async () => {
		const { id } = await ask(inSession(conversation(sandbox()).session.id));
		expect(await n8n().post(waits()[0]!.url!, { hello: 'there' })).toBe(400);
		expect(n8n().isWaiting(id)).toBe(true);
	});
});

test('when the time is over, the item says so, whatever the input held', async () => {
	const { session } = conversation(sandbox());
	const { id, finished } = await ask(
		{ ...inSession(session.id), resumeAmount: 10, resumeUnit: 'minutes' },
		{ items: [{ replied: true, text: 'an earlier reply' }] },
	);
	await n8n().timeOut(id);
	expect((await finished).items.map(({ json }) => json)).toEqual([
		{ replied: false, sessionId: session.id, messageId: expect.any(String) },
	]);
});

/** Lets something happen in the account while the subscription of a wait is being made. */
function whileSubscribing(happens: () => void): void {
	const { subscriptions } = sandbox().account;
	const push = subscriptions.push.bind(subscriptions);
	subscriptions.push = (...added) => {
		happens();
		return push(...added);
	};
}

test('a reply that came before n8n began to wait is not lost', async () => {
	const { session, phone, number } = conversation(sandbox());
	whileSubscribing(() => sandbox().writeAsContact(phone, { text: 'Já respondi' }, number));
	const { outcome } = await ask(inSession(session.id));
	expect(outcome.status).toBe('success');
	expect(outcome.items[0]?.json).toMatchObject({ replied: true, text: 'Já respondi' });
	await tidied(() => waits().length === 0);
});

test('of several that came before n8n began to wait, the first one counts', async () => {
	const { session, phone, number } = conversation(sandbox());
	whileSubscribing(() => {
		const soon = Date.now();
		// the API lists the latest first
		for (const [text, ms] of [
			['depois', 3],
			['primeiro', 2],
		] as const) {
			const message = sandbox().writeAsContact(phone, { text }, number);
			message.createdAt = new Date(soon + ms).toISOString();
		}
		const note = sandbox().writeAsContact(phone, { text: 'Nota da equipe' }, number);
		Object.assign(note, { type: 'NOTE', createdAt: new Date(soon + 1).toISOString() });
	});
	const { outcome } = await ask(inSession(session.id));
	expect(outcome.items.map(({ json }) => json.text)).toEqual(['primeiro']);
});

describe('the time to wait', () => {
	const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

	test.each<[string, IDataObject, number]>([
		['24 hours unless something else is said', {}, 24 * HOUR],
		[
			'24 hours where an expression gives nothing',
			{ resumeAmount: '={{ $json.none }}' },
			24 * HOUR,
		],
		['minutes', { resumeAmount: 90, resumeUnit: 'minutes' }, 90 * MINUTE],
		['hours', { resumeAmount: 2, resumeUnit: 'hours' }, 2 * HOUR],
		['days', { resumeAmount: 3, resumeUnit: 'days' }, 3 * DAY],
		['30 days at the longest', { resumeAmount: 30, resumeUnit: 'days' }, 30 * DAY],
	])('%s', async (_name, limit, ms) => {
		const began = Date.now();
		const { id } = await ask({ ...inSession(conversation(sandbox()).session.id), ...limit });
		const ended = Date.now();
		const [{ name, url } = {}] = waits();
		const until = Number(new URL(url!).searchParams.get('until'));
		expect(until).toBeGreaterThanOrEqual(began + ms);
		expect(until).toBeLessThanOrEqual(ended + ms);
		expect(name).toBe(`n8n waits for a reply until ${new Date(until).toISOString().slice(0, 16)}Z`);
		// n8n itself goes on an hour later: it may be away when the time is over
		expect(n8n().waitsUntil(id)?.getTime()).toBe(until + HOUR);
	});
});

describe('answers', () => {
	const answered = async (parameters: IDataObject, text: string) => {
		const { finished } = await ask({
			...inSession(conversation(sandbox()).session.id),
			...parameters,
		});
		await write(0, text);
		return (await finished).items[0]?.json;
	};

	test.each([
		['1', true],
		['Sim', true],
		['sim, pode ser!', true],
		['SIM 👍', true],
		['2.', false],
		['Nao', false],
		['não quero', false],
		['👎🏽', false],
		['talvez', null],
		['1 momento, por favor', null],
		['sim?', null],
	])('an approval: "%s"', async (text, approved) => {
		expect(await answered({ responseType: 'approval' }, text)).toMatchObject({
			approved,
			data: { approved },
			text,
		});
		expect(sentTexts()).toContain('Podemos confirmar?\n\n1. Sim\n2. Não');
	});

	test.each(['simples', 'simpatia', 'naofoi'])(
		'a word that only begins like an answer is not understood: "%s"',
		async (text) => {
			expect(await answered({ responseType: 'approval' }, text)).toMatchObject({
				choice: null,
				approved: null,
			});
		},
	);

	test.each([
		['1', true],
		['fechado', true],
		['2', false],
		['Deixa para lá!', false],
	])('an approval in words of its own: "%s"', async (text, approved) => {
		const labels = { approveLabel: 'Fechado', disapproveLabel: 'Deixa para lá' };
		const json = await answered({ responseType: 'approval', ...labels }, text);
		expect(json).toMatchObject({
			approved,
			choice: approved ? labels.approveLabel : labels.disapproveLabel,
		});
		expect(sentTexts()).toContain('Podemos confirmar?\n\n1. Fechado\n2. Deixa para lá');
	});

	test.each([
		['2', 'Plano anual'],
		['plano', 'Plano'],
		['Plano anual por favor', 'Plano anual'],
		['3 - outro', 'Outro'],
		['12', null],
		['quero os dois', null],
	])('a choice: "%s"', async (text, choice) => {
		const choices = 'Plano, Plano anual, Outro';
		expect(await answered({ responseType: 'choice', choices }, text)).toMatchObject({ choice });
		expect(sentTexts()).toContain('Podemos confirmar?\n\n1. Plano\n2. Plano anual\n3. Outro');
	});

	/** The item that goes on where a message comes that the sandbox's contacts cannot write. */
	const answeredBy = async (parameters: IDataObject, message: IDataObject) => {
		const { session } = conversation(sandbox());
		const { finished } = await ask({ ...inSession(session.id), ...parameters });
		const content = { sessionId: session.id, createdAt: soon(), ...message };
		await n8n().post(waits()[0]!.url!, { eventType: 'MESSAGE_RECEIVED', content });
		return (await finished).items[0]?.json;
	};

	const audio = (transcription: unknown, text: string | null = null) => ({
		type: 'AUDIO',
		text,
		details: { transcription },
	});

	test.each<[string, IDataObject, boolean | null]>([
		['an audio that was written down', audio({ text: 'Sim, pode confirmar.' }), true],
		['an audio that says no', audio({ text: 'Não, obrigada.', processing: false }), false],
		['an audio with a text of its own', audio({ text: 'Sim' }, 'não'), false],
		['an audio whose text is blank', audio({ text: 'Sim' }, ' '), true],
		['an audio that is still being written down', audio({ text: 'Sim', processing: true }), null],
		['an audio that could not be written down', audio({ text: 'Sim', error: true }), null],
		['an audio written down as nothing', audio({ text: null }), null],
		['an audio without any words', audio(null), null],
		['words that are no text', audio({ text: 1 }, null), null],
		['an image', { type: 'IMAGE', text: null, details: { file: { name: 'sim.png' } } }, null],
		['an image with words below it', { type: 'IMAGE', text: 'sim' }, true],
		['a button without a text', { type: 'BUTTONS', text: null, details: null }, null],
		['a message without details', { type: 'TEXT' }, null],
	])('%s', async (_name, message, approved) => {
		const json = await answeredBy({ responseType: 'approval' }, message);
		expect(json).toMatchObject({ replied: true, approved, data: { approved } });
		expect(json).toMatchObject({ text: message.text ?? null });
	});

	test('a choice whose answers begin with numbers', async () => {
		const choices = '2 parcelas,3 parcelas,6 parcelas';
		const json = await answeredBy({ responseType: 'choice', choices }, { text: '2 parcelas' });
		expect(json).toMatchObject({ choice: '2 parcelas' });
	});

	test.each<[string, string, number | null, string | null]>([
		['oneToFive', '5 muito bom', 5, 'muito bom'],
		['zeroToTen', 'nota 10!', 10, null],
		['zeroToTen', '11', null, '11'],
	])('a rating %s: "%s"', async (ratingScale, text, rating, comment) => {
		const json = await answered({ responseType: 'rating', ratingScale }, text);
		expect(json).toMatchObject({ replied: true, rating, comment, text });
	});

	test('anything, without a text', async () => {
		const { finished } = await ask(inSession(conversation(sandbox()).session.id));
		await write(0, undefined, {
			name: 'recado.ogg',
			mimeType: 'audio/ogg',
			content: Buffer.from('ogg'),
		});
		expect((await finished).items[0]?.json).toMatchObject({
			replied: true,
			type: 'AUDIO',
			text: null,
		});
	});

	test('anything, with a file that is fetched', async () => {
		const options = { downloadFile: true, fileField: 'comprovante' };
		const { finished } = await ask({ ...inSession(conversation(sandbox()).session.id), options });
		await write(0, 'Segue', {
			name: 'comprovante.pdf',
			mimeType: 'application/pdf',
			content: Buffer.from('%PDF'),
		});
		const [item] = (await finished).items;
		expect(item?.json.text).toBe('Segue');
		expect(item?.pairedItem).toEqual({ item: 0 });
		expect(item?.binary?.comprovante).toMatchObject({
			fileName: 'comprovante.pdf',
			mimeType: 'application/pdf',
		});
	});

	test('anything, with a file', async () => {
		const { finished } = await ask(inSession(conversation(sandbox()).session.id));
		await write(0, 'Segue', {
			name: 'comprovante.pdf',
			mimeType: 'application/pdf',
			content: Buffer.from('%PDF'),
		});
		expect((await finished).items[0]?.json).toMatchObject({
			type: 'DOCUMENT',
			text: 'Segue',
			file: { name: 'comprovante.pdf', publicUrl: expect.stringMatching(/^http/) },
		});
	});
});

describe('a rating', () => {
	const rating = (options = {}) => ({
		...inSession(conversation(sandbox()).session.id),
		responseType: 'rating',
		options,
	});

	test('has its numbers below the question, and is asked for again when it is none of them', async () => {
		const { id, finished } = await ask(rating({ askAgain: 1, askAgainText: 'De novo:' }));
		await write(0, '7');
		expect(n8n().isWaiting(id)).toBe(true);
		const numbers = '1 · 2 · 3 · 4 · 5';
		expect(sentTexts()).toEqual(
			expect.arrayContaining([`Podemos confirmar?\n\n${numbers}`, `De novo:\n\n${numbers}`]),
		);
		await write(0, '⭐⭐⭐⭐');
		expect((await finished).items[0]?.json).toMatchObject({ rating: 4, comment: null });
	});

	test('is kept in the metadata of the session, beside what stands there', async () => {
		const { session } = conversation(sandbox());
		session.metadata = { pedido: '9876', notaComment: 'de antes' };
		const { finished } = await ask(rating({ saveRatingIn: 'nota' }));
		await write(0, '4, demorou um pouco');
		expect((await finished).items[0]?.json).not.toHaveProperty('metadataError');
		expect(session.metadata).toEqual({
			pedido: '9876',
			nota: 4,
			notaComment: 'demorou um pouco',
		});
	});

	test('that came before n8n began to wait is kept as well', async () => {
		const { session, phone, number } = conversation(sandbox());
		whileSubscribing(() => sandbox().writeAsContact(phone, { text: '5' }, number));
		const { outcome } = await ask(rating({ saveRatingIn: 'nota' }));
		expect(outcome.items[0]?.json).toMatchObject({ rating: 5 });
		expect(session.metadata).toMatchObject({ nota: 5 });
	});

	test('that cannot be kept is there all the same, and says so', async () => {
		const { finished } = await ask(rating({ saveRatingIn: 'nota' }));
		sandbox().faults.rules = [{ fault: '500 with a key', rate: 1, on: /PUT .*session/ }];
		await write(0, '5');
		expect((await finished).items[0]?.json).toMatchObject({
			rating: 5,
			metadataError: expect.stringContaining('WTS Chat refused the request'),
		});
	});
});

test('a template asks as well', async () => {
	const { account } = sandbox();
	const template = account.templates[0]!;
	const channel = account.channels.find(({ id }) => id === template.channelId)!;
	const { outcome, finished } = await ask({
		sendTo: 'contact',
		from: { __rl: true, mode: 'number', value: channel.number },
		to: '+55 11 97777-4321',
		content: 'template',
		templateId: { __rl: true, mode: 'id', value: template.id },
		specifyParameters: 'json',
		templateParametersJson: '{ "nome": "Júlia", "pedido": "9876" }',
		responseType: 'choice',
		choices: 'Recebi,Não recebi',
	});
	expect(outcome.status).toBe('waiting');
	sandbox().writeAsContact('5511977774321', { text: 'Não recebi' }, channel.number ?? undefined);
	expect((await finished).items[0]?.json).toMatchObject({ replied: true, choice: 'Não recebi' });
});

describe('what goes wrong is said before anything is sent', () => {
	test.each<[string, IDataObject, IDataObject[] | undefined, string]>([
		[
			'several items',
			{},
			[{}, {}, {}],
			"'Send and Wait for Reply' takes one item at a time, and got 3",
		],
		['no message', { message: '  ' }, undefined, "'Message' is empty"],
		['no choices', { responseType: 'choice', choices: ' , ' }, undefined, "'Choices' is empty"],
		[
			'a wait that is too long',
			{ resumeAmount: 31, resumeUnit: 'days' },
			undefined,
			"'Limit Wait Time' has to be more than nothing and no more than 30 days",
		],
		[
			'no time to wait',
			{ resumeAmount: 0 },
			undefined,
			"'Limit Wait Time' has to be more than nothing and no more than 30 days",
		],
	])('%s', async (_name, parameters, items, message) => {
		const before = sentTexts().length;
		const { outcome } = await ask(
			{ ...inSession(conversation(sandbox()).session.id), ...parameters },
			{ items },
		);
		expect(outcome.error?.message).toBe(message);
		expect(sentTexts()).toHaveLength(before);
		expect(waits()).toEqual([]);
	});
});

test('an n8n whose address is too long for WTS Chat is told before anything is sent', async () => {
	const before = sentTexts().length;
	Object.defineProperty(n8n(), 'url', { value: `${n8n().url}/${'x'.repeat(400)}` });
	const { outcome } = await ask(inSession(conversation(sandbox()).session.id));
	expect(outcome.error).toMatchObject({
		message:
			'The address for the reply would be longer than the 500 characters that WTS Chat takes',
		description: expect.stringContaining('Nothing was sent'),
	});
	expect(sentTexts()).toHaveLength(before);
});

test('a message that cannot be sent is an error, and nothing waits', async () => {
	const { outcome } = await ask(inSession('00000000-0000-4000-8000-00000000dead'), {
		settings: { onError: 'continueRegularOutput' },
	});
	expect(outcome.status).toBe('success');
	expect(outcome.items[0]?.json.error).toBe('WTS Chat does not find what this item names');
	expect(waits()).toEqual([]);
});

test('a subscription that cannot be made is said, and that the message was sent', async () => {
	sandbox().faults.rules = [{ fault: '500 with a key', rate: 1, on: /POST .*subscription/ }];
	const { session } = conversation(sandbox());
	const { outcome } = await ask(inSession(session.id));
	expect(outcome.error).toMatchObject({
		message: 'The message was sent, but the reply cannot be waited for',
		description: expect.stringMatching(/^Do not send it again before you have looked at it/),
	});
});

test('a reply is not lost when the subscription cannot be removed', async () => {
	const { finished } = await ask(inSession(conversation(sandbox()).session.id));
	sandbox().faults.rules = [{ fault: '500 with a key', rate: 1, on: /DELETE .*subscription/ }];
	await write(0, 'Sim');
	expect((await finished).items[0]?.json.text).toBe('Sim');
	expect(waits()).toHaveLength(1);
});

test('as the tool of an AI agent it says that it is none, and sends nothing', async () => {
	const before = sentTexts().length;
	const { session } = conversation(sandbox());
	const calling = callAsTool(
		{
			parameters: {
				resource: 'message',
				operation: 'sendAndWait',
				message: 'Oi?',
				...inSession(session.id),
			},
			account: sandbox(),
		},
		{},
	);
	await expect(calling).rejects.toThrow(
		"'Send and Wait for Reply' cannot be a tool of MCP Server Trigger, nor of an AI agent",
	);
	expect(sentTexts()).toHaveLength(before);
});
