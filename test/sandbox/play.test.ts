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
