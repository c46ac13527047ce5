import type { IDataObject } from 'n8n-workflow';
import { useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const sandbox = useSandbox();

const send = {
	resource: 'otp',
	operation: 'send',
	from: { __rl: true, mode: 'list', value: '551130000000' },
	to: '(11) 90000-0001',
};

async function otp(parameters: IDataObject) {
	const account = sandbox();
	const outcome = await run({ parameters, account });
	return { ...outcome, sent: account.requests.at(-1)?.body };
}

test('without a code WTS Chat draws one, and it comes out', async () => {
	const { items, sent } = await otp(send);
	expect(sent).toEqual({ from: '551130000000', to: '5511900000001' });
	expect(items[0]?.json).toMatchObject({
		status: 'PENDING',
		code: expect.stringMatching(/^\d{5}$/),
	});
});

test('a code of your own keeps its zeros', async () => {
	const templateId = sandbox().account.templates[2]?.id;
	const { sent } = await otp({
		...send,
		options: {
			callbackUrl: 'https://hooks.example.com/otp',
			code: '00421',
			senderId: 'login-555',
			templateId: { __rl: true, mode: 'list', value: templateId },
		},
	});
	expect(sent).toEqual({
		from: '551130000000',
		to: '5511900000001',
		callbackUrl: 'https://hooks.example.com/otp',
		code: '00421',
		senderId: 'login-555',
		templateId,
	});
});

test('the status is read by the sender ID as well, and leaves the code out', async () => {
	await otp({ ...send, options: { senderId: 'login-555' } });
	const { items } = await otp({ resource: 'otp', operation: 'getStatus', otpId: 'login-555' });
	expect(items[0]?.json).toMatchObject({ senderId: 'login-555', status: 'SENT' });
	expect(items[0]?.json).not.toHaveProperty('code');
});

test('a refusal does not repeat the code', async () => {
	const { error } = await otp({
		...send,
		from: { __rl: true, mode: 'number', value: '+55 11 3999-9999' },
		options: { code: '73519' },
	});
	expect(error?.message).toBe('WTS Chat refused the request');
	expect(`${error?.message} ${error?.description}`).not.toContain('73519');
});
