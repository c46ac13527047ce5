import type { IDataObject } from 'n8n-workflow';
import { sessionAt, useSandbox } from '../../support/account';
import { run, type Scenario } from '../../support/engine';

const sandbox = useSandbox();

const NUMBER = '551130000000';
const FROM = { __rl: true, mode: 'number', value: NUMBER };
const BOTH = { skipIfNewer: true, skipIfAnswered: true };

/** The contact of the first session writes. */
function contactWrites(text = 'Oi') {
	const { contactId, channelId } = sessionAt(sandbox(), 0);
	const { account } = sandbox();
	const phone = account.contacts.find(({ id }) => id === contactId)?.phoneNumber ?? '';
	const number = account.channels.find(({ id }) => id === channelId)?.number;
	return sandbox().writeAsContact(phone, { text }, number ?? undefined);
}

const personAnswers = () => {
	const { agents } = sandbox().account;
	sandbox().writeAsUser(sessionAt(sandbox(), 0).id, agents[0]?.userId ?? '', 'Deixa comigo');
};

const answers = () =>
	sandbox().account.messages.flatMap(({ text, origin }) => (origin === 'API' ? [text] : []));

const paths = () => sandbox().requests.map(({ method, path }) => `${method} ${path}`);

async function answer(
	options: IDataObject,
	values: IDataObject = {},
	more: Partial<Scenario> = {},
) {
	return await run({
		parameters: {
			resource: 'message',
			operation: 'sendText',
			sendTo: 'session',
			sessionId: sessionAt(sandbox(), 0).id,
			text: 'Resposta',
			options,
			...values,
		},
		account: sandbox(),
		...more,
	});
}

describe('an answer that took its time', () => {
	const happenings: Record<string, () => void> = {
		nothing: () => undefined,
		'a newer message': () => void contactWrites('E mais'),
		'a person': personAnswers,
	};

	test.each<[string, IDataObject, string | undefined]>([
		['nothing', BOTH, undefined],
		['a newer message', BOTH, 'A newer message came'],
		['a newer message', { skipIfNewer: true }, 'A newer message came'],
		['a newer message', { skipIfAnswered: true }, undefined],
		['a person', BOTH, 'A person answered'],
		['a person', { skipIfAnswered: true }, 'A person answered'],
		['a person', { skipIfNewer: true }, undefined],
		['a person', { skipIfNewer: false, skipIfAnswered: false }, undefined],
	])('after %s with %j: %s', async (happens, options, reason) => {
		const { id: answeredMessageId } = contactWrites();
		happenings[happens]?.();
		const before = answers().length;
		const { items, error, hints } = await answer({ ...options, answeredMessageId });
		expect(error).toBeUndefined();
		expect(answers()).toHaveLength(before + (reason ? 0 : 1));
		if (reason) expect(items[0]?.json).toEqual({ sent: false, reason });
		else expect(items[0]?.json).toMatchObject({ id: expect.any(String) });
		if (reason) expect(hints).toEqual([]);
	});

	test('is looked at with one request, right before it goes', async () => {
		const { id: answeredMessageId } = contactWrites();
		const { items } = await answer({ ...BOTH, answeredMessageId });
		expect(items[0]?.json).toMatchObject({ sent: true, status: 'QUEUED' });
		expect(paths()).toEqual(['GET /chat/v1/message', 'POST /chat/v1/send/text']);
	});

	test('to a phone number is looked at in the session of the message', async () => {
		const { id: answeredMessageId } = contactWrites();
		contactWrites('E mais');
		const values = { sendTo: 'contact', to: '+55 11 90000-0001' };
		const { items } = await answer({ skipIfNewer: true, answeredMessageId }, values);
		expect(items[0]?.json).toEqual({ sent: false, reason: 'A newer message came' });
		expect(paths()).toEqual([`GET /chat/v1/message/${answeredMessageId}`, 'GET /chat/v1/message']);
	});

	test.each(['sendInSession', 'sendImage', 'sendAudio', 'send'])(
		'with %s as well',
		async (operation) => {
			const { id: answeredMessageId } = contactWrites();
			contactWrites('E mais');
			const { items, error } = await answer(
				{ skipIfNewer: true, answeredMessageId },
				{
					operation,
					to: '+55 11 90000-0001',
					fileSource: 'url',
					fileUrl: 'https://files.example.com/x.jpg',
				},
			);
			expect(error).toBeUndefined();
			expect(items[0]?.json).toEqual({ sent: false, reason: 'A newer message came' });
		},
	);

	test('is known by the trigger before it, for each item of its own', async () => {
		const first = contactWrites();
		const last = contactWrites('E mais');
		const event = (content: object) => ({ eventType: 'MESSAGE_RECEIVED', ...content });
		const { items } = await answer(
			BOTH,
			{},
			{
				from: 'wtsChatTrigger',
				items: [event(first), event(last)],
			},
		);
		expect(items.map(({ json }) => json)).toEqual([
			{ sent: false, reason: 'A newer message came' },
			expect.objectContaining({ sent: true }),
		]);
	});

	test('of which nobody knows what it answers is refused before any request', async () => {
		const { error } = await answer(BOTH);
		expect(error).toMatchObject({
			message: "'Skip If a Newer Message Came' does not know which message is answered",
			description: expect.stringContaining("Fill in 'Answered Message ID'"),
		});
		expect(paths()).toEqual([]);
	});

	test('to a message of another session is not sent', async () => {
		const other = sandbox().account.messages.find(
			({ sessionId }) => sessionId !== sessionAt(sandbox(), 0).id,
		);
		const before = answers().length;
		const { error } = await answer({ ...BOTH, answeredMessageId: other?.id });
		expect(error?.message).toBe("The session has no message with the ID in 'Answered Message ID'");
		expect(answers()).toHaveLength(before);
	});
});

describe('where the window is closed', () => {
	const template = () => ({
		ifWindowClosed: 'template',
		templateId: sandbox().account.templates[0]?.id,
		specifyParameters: 'json',
		templateParametersJson: '{ "nome": "Júlia", "pedido": "9876" }',
	});

	/** More than a day passes since the contact of the first session wrote. */
	function closeWindow() {
		const { contactId } = sessionAt(sandbox(), 0);
		for (const session of sandbox().account.sessions) {
			if (session.contactId !== contactId) continue;
			Object.assign(session, { windowStatus: 'EXPIRED', lastMessageIn: '2026-01-01T00:00:00Z' });
		}
	}

	const contact = { sendTo: 'contact', to: '+55 11 90000-0001', from: FROM };

	test.each<[string, IDataObject, string]>([
		['Send Text into a session', { waitForDelivery: true }, 'DELIVERED'],
		['Send Text to a contact', contact, 'QUEUED'],
		['Send in Session', { operation: 'sendInSession' }, 'QUEUED'],
		['Send', { operation: 'send', ...contact }, 'QUEUED'],
	])(
		'%s fails, sends a template, or is queued all the same, as is wished',
		async (_, values, status) => {
			closeWindow();
			const sent = sandbox().account.messages.length;
			const failed = await answer({}, { ...values, ifWindowClosed: 'fail' });
			expect(failed.error).toMatchObject({
				message: 'The 24 hours in which the contact can be written to freely are over',
				description: expect.stringMatching(/^Nothing was sent\. .*'Send Template'/),
			});
			expect(sandbox().account.messages).toHaveLength(sent);

			const { items, error } = await answer({}, { ...values, ...template() });
			expect(error).toBeUndefined();
			expect(items[0]?.json).toMatchObject({ sentAs: 'template', status });
			expect(sandbox().account.messages.at(-1)?.templateId).toBe(template().templateId);

			const queued = await answer(
				{},
				{ ...values, waitForDelivery: false, ifWindowClosed: 'queue' },
			);
			expect(queued.items[0]?.json).toMatchObject({ status: 'QUEUED' });
			expect(sandbox().account.messages.at(-1)?.text).toBe('Resposta');
		},
	);

	test('a contact who never wrote gets the template', async () => {
		const to = '+55 11 97777-4321';
		const { items } = await answer({}, { ...contact, to, ...template() });
		expect(items[0]?.json).toMatchObject({ sentAs: 'template' });
	});

	test.each<[string, IDataObject, string[]]>([
		['into a session', {}, ['GET /chat/v2/session/ID', 'POST /chat/v1/send/text']],
		[
			'to a contact',
			contact,
			[
				'GET /core/v1/contact/phonenumber/5511900000001',
				'GET /chat/v2/session',
				'POST /chat/v1/send/text',
			],
		],
	])('what goes %s while it is open is sent as it is', async (_, values, expected) => {
		contactWrites();
		const { items } = await answer({}, { ...values, ...template() });
		expect(items[0]?.json).not.toHaveProperty('sentAs');
		const { id } = sessionAt(sandbox(), 0);
		expect(paths().map((path) => path.replace(id, 'ID'))).toEqual(expected);
	});

	test('where WTS Chat does not tell, the message is sent', async () => {
		Object.assign(sessionAt(sandbox(), 0), { windowStatus: undefined, lastMessageIn: null });
		const { items } = await answer({}, { ifWindowClosed: 'fail' });
		expect(items[0]?.json).toMatchObject({ status: 'QUEUED' });
	});

	test('a template to a contact needs the channel, which is said before any request', async () => {
		const { error } = await answer({}, { ...contact, from: '', ...template() });
		expect(error?.message).toBe("'From' is empty");
		expect(paths()).toEqual([]);
	});
});
