import { withSandbox } from './support';

const asWritten = [
	'+55 11 90000-0001',
	'(011) 90000-0001',
	'11 90000\u20110001',
	'+55 (0) 11 90000-0001',
	'00 55 11 90000-0001',
	'\u202a5511900000001\u202c',
];

test(
	'a contact writes, however its number is typed',
	withSandbox(async (client, { account }) => {
		const [contact] = account.contacts;
		for (const phone of asWritten) {
			const { status, data } = await client.post('/play/message', { phone, text: 'Oi' });
			expect({ phone, status }).toEqual({ phone, status: 200 });
			const session = account.sessions.find(({ id }) => id === data.sessionId);
			expect(session?.contactId).toBe(contact?.id);
		}
	}),
);

test(
	'users of Instagram and numbers of other countries write, too',
	withSandbox(async (client, { account }) => {
		for (const [phone, known] of [
			['@loja', { instagram: '@loja' }],
			['+1 415 555 0100', { name: '14155550100' }],
			['00 1 415 555 0100', { name: '14155550100' }],
		] as const) {
			await client.post('/play/message', { phone, text: 'Oi' });
			expect(account.contacts).toContainEqual(expect.objectContaining(known));
		}
	}),
);

test.each(['90000-0001', 'Maria', '+55 90000-0001', '0 15 11 90000-0001', '12345678901234567'])(
	'%s is refused with how to write a number',
	async (phone) =>
		await withSandbox(async (client, { account }) => {
			const before = account.messages.length;
			const { status, data } = await client.post('/play/message', { phone, text: 'Oi' });
			expect(status).toBe(400);
			expect(data.errors.phone).toEqual([
				`${phone} is no phone number; write it like +55 11 90000-0001.`,
			]);
			expect(account.messages).toHaveLength(before);
		})(),
);

test(
	'a contact goes on in the conversation that is shown, on whichever channel it is',
	withSandbox(async (client, { account }) => {
		const session = account.sessions.find(({ status, channelId }) => {
			const { identity } = account.channels.find(({ id }) => id === channelId)!;
			return status === 'STARTED' && identity?.platform !== 'WhatsApp';
		})!;
		const { data } = await client.post('/play/message', { sessionId: session.id, text: 'Oi' });
		expect(data.sessionId).toBe(session.id);
	}),
);

test(
	'whoever of the team writes has the conversation from then on',
	withSandbox(async (client, { account }) => {
		const [session] = account.sessions;
		const { userId } = account.agents[3]!;
		const inSession = { sessionId: session!.id, userId };
		const { data } = await client.post('/play/answer', { ...inSession, text: 'Olá' });
		expect(session).toMatchObject({ userId, status: 'IN_PROGRESS' });
		await client.post('/play/assign', { sessionId: session!.id, userId: '' });
		expect(session).toMatchObject({ userId: null, status: 'PENDING' });
		await client.post('/play/note', { ...inSession, text: 'Cuidado' });
		expect(session).toMatchObject({ userId: null });

		const sent = account.messages.find(({ id }) => id === data.id);
		expect(sent?.status).toBe('QUEUED');
		await client.get('/play/now');
		await client.get('/play/now');
		expect(sent?.status).toBe('DELIVERED');
	}),
);

test(
	'a workflow that types is seen until its message comes',
	withSandbox(async (client, { account }) => {
		const { id } = account.sessions[0]!;
		const isTyping = async () => {
			const { data } = await client.get('/play/now');
			const sessions: Array<{ id: string; isTyping: boolean }> = data.contacts.map(
				(contact: { session: object }) => contact.session,
			);
			return sessions.find((session) => session.id === id)?.isTyping;
		};
		expect(await isTyping()).toBe(false);
		await client.post('/chat/v1/send/typing', { sessionId: id });
		expect(await isTyping()).toBe(true);
		await client.post(`/chat/v1/session/${id}/message`, { text: 'Olá' });
		expect(await isTyping()).toBe(false);
	}),
);

test(
	'the page shows every contact who has written or was written to, once, the latest first',
	withSandbox(async (client, { account }) => {
		await client.post('/play/message', { phone: '(21) 98888-7777', text: 'Oi' });
		const { data } = await client.get('/play/now');
		const ids = data.contacts.map(({ id }: { id: string }) => id);
		expect(new Set(ids)).toEqual(new Set(account.sessions.map(({ contactId }) => contactId)));
		expect(ids).toHaveLength(new Set(ids).size);
		expect(data.contacts[0]).toMatchObject({
			phone: '+55 21 98888-7777',
			session: { channel: 'WhatsApp', window: 'ACTIVE' },
			messages: [{ side: 'contact', text: 'Oi' }],
		});
		const texts = data.contacts.flatMap(({ messages }: { messages: Array<{ text: string }> }) =>
			messages.map(({ text }) => text),
		);
		expect(texts).toContain('📍 Loja Exemplo – Avenida Exemplo, 100');
	}),
);

test.each([
	['message', { phone: '+55 11 90000-0001' }, 400, 'text'],
	['answer', { text: 'Olá' }, 400, 'sessionId'],
	['press', { messageId: 'x' }, 400, 'button'],
	['close-window', {}, 400, 'sessionId'],
	['constructor', {}, 404, undefined],
])('%s of %j is refused with %s', async (action, given, expected, field) =>
	withSandbox(async (client) => {
		const { status, data } = await client.post(`/play/${action}`, given);
		expect(status).toBe(expected);
		if (field) expect(data.errors).toEqual({ [field]: [`The field ${field} is required.`] });
	})(),
);

test(
	'the page comes with its own files and with no others',
	withSandbox(async (client) => {
		const { data } = await client.get('/play');
		const files = [...String(data).matchAll(/\/play\/page\/[\w.]+/g)].map(([path]) => path);
		expect(files.length).toBeGreaterThan(0);
		for (const path of files) expect((await client.get(path)).status).toBe(200);
		for (const path of ['/play/page/..%2Findex.ts', '/play/page/toString']) {
			expect((await client.get(path)).status).toBe(404);
		}
	}),
);
