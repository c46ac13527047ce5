import type { Account } from '../account';
import type { ScheduledMessageRecord } from '../scheduledMessage/records';
import { cycled, fixedId, fixedMoment } from './fixed';
import { COMPANY_ID } from './organization';

type Status = ScheduledMessageRecord['status'];

const FIRST_MINUTE = 40_000;
const STATUSES: Status[] = ['SCHEDULED', 'SENT', 'SCHEDULED', 'FAILED', 'CANCELED', 'READ'];
const UNSENT: Status[] = ['SCHEDULED', 'FAILED', 'CANCELED'];
const FAR_AWAY = Date.parse('2099-12-01T15:00:00.000Z');
const MINUTE = 60_000;

/** Every third message starts a chatbot; every second template has a picture. */
export function seedScheduledMessage(n: number, account: Account): ScheduledMessageRecord {
	const status = cycled(STATUSES, n);
	const isChatbot = n % 3 === 2;
	const hasPicture = n % 2 === 1;
	const values: Record<string, string> = hasPicture
		? { nome: 'Júlia' }
		: { nome: 'Júlia', pedido: String(9000 + n) };
	return {
		id: fixedId('scheduledMessage', n),
		createdAt: fixedMoment(FIRST_MINUTE + n),
		updatedAt: fixedMoment(FIRST_MINUTE + n),
		companyId: COMPANY_ID,
		active: true,
		status,
		type: isChatbot ? 'CHATBOT' : 'TEMPLATE',
		scheduling:
			status === 'SCHEDULED'
				? new Date(FAR_AWAY + n * MINUTE).toISOString()
				: fixedMoment(FIRST_MINUTE + n + 60),
		contactId: cycled(account.contacts, n).id,
		channelId: account.channels[0]!.id,
		departmentId: n % 4 === 3 ? null : cycled(account.departments, n).id,
		userId: cycled(account.agents, n).userId,
		templateId: isChatbot ? null : account.templates[hasPicture ? 1 : 0]!.id,
		botId: isChatbot ? account.chatbots[0]!.key : null,
		hiddenSession: n % 2 === 0,
		failureReason: status === 'FAILED' ? 'Número sem WhatsApp.' : null,
		sessionId: UNSENT.includes(status) ? null : cycled(account.sessions, n).id,
		templateParams: isChatbot
			? null
			: { parameters: values, fileId: hasPicture ? account.files[0]!.id : null },
	};
}
