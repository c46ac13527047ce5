import type { Forms } from './form';

const from = { __rl: true, mode: 'list', value: '551130000000' };

export const otp: Forms = {
	getStatus: ({ account }) => [
		{ parameters: { otpId: account.otps[0]?.id, simplify: false } },
		{ parameters: { otpId: account.otps[0]?.senderId } },
	],
	send: ({ account }) => [
		{
			parameters: {
				from,
				to: '+55 11 90000-0001',
				simplify: false,
				options: {
					callbackUrl: 'https://hooks.example.com/otp',
					code: '04821',
					senderId: 'login-555',
					templateId: account.templates[2]?.id,
				},
			},
		},
		{ parameters: { from, to: '+55 11 90000-0001' } },
	],
};
