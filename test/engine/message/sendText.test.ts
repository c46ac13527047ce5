import type { IDataObject } from 'n8n-workflow';
import { sessionAt, useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const sandbox = useSandbox();

const from = { __rl: true, mode: 'list', value: '551130000000' };

/** Sends a text and gives what was sent and what came out. */
async function sendText(values: IDataObject) {
	const account = sandbox();
	const outcome = await run({
		parameters: { resource: 'message', operation: 'sendText', text: 'Bom dia!', ...values },
		account,
	});
	return { outcome, sent: account.requests.at(-1)?.body as IDataObject };
}

const lastMessage = () => sandbox().account.messages.at(-1);

test('a number as people write it is enough', async () => {
	const { outcome, sent } = await sendText({ to: '(11) 90000-0001' });
	expect(sent).toEqual({ to: '5511900000001', text: 'Bom dia!' });
	expect(lastMessage()).toMatchObject({
		text: 'Bom dia!',
		direction: 'TO_HUB',
		sessionId: sessionAt(sandbox(), 0).id,
	});
	expect(outcome.items[0]?.json).toMatchObject({ id: lastMessage()?.id, status: 'QUEUED' });
});

test('everything that is chosen is sent', async () => {
	const [department] = sandbox().account.departments;
	const [agent] = sandbox().account.agents;
	const { sent, outcome } = await sendText({
		from,
		to: '+55 11 90000-0001',
		options: {
			callbackUrl: 'https://hooks.example.com/entrega',
			delayTyping: 3,
			departmentId: department?.id,
			enableBot: false,
			forceStartSession: true,
			hiddenSession: false,
			refId: sandbox().account.messages[0]?.id,
			senderId: 'pedido-9876',
			userId: agent?.userId,
		},
	});
	expect(outcome.error).toBeUndefined();
	expect(sent).toEqual({
		from: '551130000000',
		to: '5511900000001',
		text: 'Bom dia!',
		callbackUrl: 'https://hooks.example.com/entrega',
		delayTyping: 3,
		refId: sandbox().account.messages[0]?.id,
		senderId: 'pedido-9876',
		options: {
			enableBot: false,
			forceStartSession: true,
			hiddenSession: false,
			department: { id: department?.id },
			user: { id: agent?.userId },
		},
	});
	expect(sessionAt(sandbox(), 0).status).toBe('COMPLETED');
	expect(sandbox().account.sessions.at(-1)).toMatchObject({
		departmentId: department?.id,
		userId: agent?.userId,
		status: 'IN_PROGRESS',
	});
});

test('options that are left blank are not sent', async () => {
	const { sent } = await sendText({
		to: '+55 11 90000-0001',
		from: { __rl: true, mode: 'list', value: '' },
		options: { callbackUrl: '', departmentId: '', refId: '', senderId: ' ', userId: '' },
	});
	expect(sent).toEqual({ to: '5511900000001', text: 'Bom dia!' });
});

test('into a session it goes without numbers', async () => {
	const { id } = sessionAt(sandbox(), 3);
	const { sent } = await sendText({ sendTo: 'session', sessionId: id, to: 'not shown' });
	expect(sent).toEqual({ sessionId: id, text: 'Bom dia!' });
	expect(lastMessage()?.sessionId).toBe(id);
});

test('into a session it goes without numbers, also where an expression says so', async () => {
	const { id } = sessionAt(sandbox(), 3);
	const { sent } = await sendText({
		sendTo: '={{ "session" }}',
		sessionId: id,
		from,
		to: '+55 11 90000-0001',
	});
	expect(sent).toEqual({ sessionId: id, text: 'Bom dia!' });
});

test('to a contact it goes without a session, also where an expression says so', async () => {
	const { sent } = await sendText({
		sendTo: '={{ "contact" }}',
		sessionId: sessionAt(sandbox(), 3).id,
		to: '+55 11 90000-0001',
	});
	expect(sent).toEqual({ to: '5511900000001', text: 'Bom dia!' });
});

test.each([0, 25])('%i seconds of typing may come before it', async (delayTyping) => {
	const { sent } = await sendText({ to: '+55 11 90000-0001', options: { delayTyping } });
	expect(sent).toMatchObject({ delayTyping });
});

test('on Instagram it goes from @user to @user', async () => {
	const { sent } = await sendText({
		from: { __rl: true, mode: 'number', value: '@lojaexemplo' },
		to: '@julia.sampaio',
	});
	expect(sent).toEqual({ from: '@lojaexemplo', to: '@julia.sampaio', text: 'Bom dia!' });
	expect(sandbox().account.contacts.at(-1)?.instagram).toBe('@julia.sampaio');
});

test('a channel that is not of the account is refused, in the words of WTS Chat', async () => {
	const { outcome } = await sendText({
		from: { __rl: true, mode: 'number', value: '+55 11 3999-9999' },
		to: '+55 11 90000-0001',
	});
	expect(outcome.error?.message).toBe('WTS Chat refused the request');
	expect(outcome.error?.description).toContain('Canal de comunicação não encontrado');
});

test('simplified, what one follows a message by is left', async () => {
	const { outcome } = await sendText({ to: '+55 11 90000-0001' });
	expect(Object.keys(outcome.items[0]?.json ?? {}).sort()).toEqual([
		'createdAt',
		'failedReason',
		'id',
		'senderId',
		'sentAt',
		'sessionId',
		'status',
		'statusUrl',
	]);
});

describe('what cannot be sent is said before any request', () => {
	test.each<[string, IDataObject, string]>([
		['a name instead of a number', { to: 'Júlia' }, "'To' is not a phone number"],
		['no number', { to: '={{ $json.phone }}' }, "'To' is empty"],
		['no text', { to: '+55 11 90000-0001', text: '={{ $json.text }}' }, "'Text' is empty"],
		[
			'typing for too long',
			{ to: '+55 11 90000-0001', options: { delayTyping: 26 } },
			"'Delay Typing (Seconds)' has to be a whole number from 0 to 25",
		],
		[
			'less than no typing',
			{ to: '+55 11 90000-0001', options: { delayTyping: -1 } },
			"'Delay Typing (Seconds)' has to be a whole number from 0 to 25",
		],
		[
			'half a second of typing',
			{ to: '+55 11 90000-0001', options: { delayTyping: 0.5 } },
			"'Delay Typing (Seconds)' has to be a whole number from 0 to 25",
		],
		[
			'an address without https',
			{ to: '+55 11 90000-0001', options: { callbackUrl: 'hooks.example.com' } },
			"'Callback URL' is not an address",
		],
		[
			'an address of another kind',
			{ to: '+55 11 90000-0001', options: { callbackUrl: 'ftp://hooks.example.com/x' } },
			"'Callback URL' is not an address",
		],
		[
			'an address with a blank',
			{ to: '+55 11 90000-0001', options: { callbackUrl: 'https://hooks.example.com/a b' } },
			"'Callback URL' is not an address",
		],
		['no session', { sendTo: 'session', sessionId: '={{ $json.session }}' }, "'Session' is empty"],
	])('%s', async (_, values, message) => {
		const { outcome } = await sendText(values);
		expect(outcome.error?.message).toContain(message);
		expect(sandbox().requests).toEqual([]);
	});
});
