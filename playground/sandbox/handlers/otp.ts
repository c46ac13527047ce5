import { randomInt, randomUUID } from 'node:crypto';
import type { OtpRecord } from '../account';
import { notFound } from '../errors';
import { operation } from '../operation';
import { channelNamed } from '../sending/parties';
import { without } from '../without';

const NEXT = { PENDING: 'SENT', SENT: 'RECEIVED' } as const;

/** Moves a password one step further on its way, as time would. */
function advance(otp: OtpRecord): OtpRecord {
	const now = new Date().toISOString();
	if (otp.status !== 'PENDING' && otp.status !== 'SENT') return otp;
	const fails = otp.contactPhoneNumber?.endsWith('0000') ?? false;
	otp.status = fails ? 'FAILED' : NEXT[otp.status];
	otp.failedReason = fails ? 'Número sem WhatsApp.' : null;
	otp.updatedAt = now;
	if (otp.status === 'SENT') otp.sentAt = now;
	if (otp.status === 'RECEIVED') otp.receivedAt = now;
	return otp;
}

export const otpOperations = [
	operation('sendOtp', ({ body }, account) => {
		const now = new Date().toISOString();
		const id = randomUUID();
		const template = account.templates.find(
			(candidate) =>
				candidate.type.includes('AUTHENTICATION') &&
				(!body.templateId || candidate.id === body.templateId),
		);
		if (!template) throw notFound('Modelo');
		const otp: OtpRecord = {
			id,
			createdAt: now,
			updatedAt: now,
			code: body.code ?? String(randomInt(10_000, 100_000)),
			status: 'PENDING',
			from: body.from,
			templateId: template.id,
			companyId: account.companyId,
			senderId: body.senderId ?? null,
			channelId: channelNamed(account, body.from).id,
			sentAt: null,
			receivedAt: null,
			contactPhoneNumber: body.to,
			failedReason: null,
			callbackUrl: body.callbackUrl ?? null,
			statusUrl: `${account.url}/chat/v1/send/otp/${id}`,
		};
		account.otps.push(otp);
		return otp;
	}),

	operation('getOtpStatus', ({ path }, account) => {
		const otp = account.otps.find(({ id, senderId }) => id === path.id || senderId === path.id);
		if (!otp) throw notFound('Registro');
		const { templateId, ...rest } = without(advance(otp), 'from', 'callbackUrl');
		return { ...rest, templateId: String(templateId) };
	}),
];
