import type { ChannelRecord, ChatbotRecord, DepartmentRecord } from '../account';
import { cycled, fixedId, fixedMoment } from './fixed';
import { COMPANY_ID } from './organization';

const NAMES = ['Triagem', 'Pesquisa de satisfação', 'Cobrança'];

/** The nth chatbot: the first answers people, the others are automations; the third is not ready. */
export function seedChatbot(
	n: number,
	channels: ChannelRecord[],
	departments: DepartmentRecord[],
): ChatbotRecord {
	return {
		id: fixedId('bot', n),
		key: fixedId('botKey', n),
		createdAt: fixedMoment(n),
		updatedAt: fixedMoment(n),
		companyId: COMPANY_ID,
		archived: false,
		name: NAMES[n] ?? `Chatbot ${n + 1}`,
		type: n === 0 ? 'Reactive' : 'Automation',
		channelIds: channels.map(({ id }) => id),
		defaultDepartmentId: cycled(departments, n).id,
		publishStatus: n === 2 ? 'NOT_PUBLISHED' : 'READY',
		automationUsage: n === 0 ? [] : ['Api', 'Manual'],
	};
}
