import {
	isMember,
	type Account,
	type ContactRecord,
	type SessionRecord,
	type TagRecord,
} from '../account';
import { cycled, fixedId, fixedMoment, fixedPhone } from './fixed';
import { personName } from './names';
import { COMPANY_ID } from './organization';

type Status = SessionRecord['status'];

// Past the names of the agents, so that nobody is both.
const FIRST_CONTACT_NAME = 1200;
const FIRST_SESSION_MINUTE = 10_000;
const SESSION_STATUSES: Status[] = [
	'PENDING',
	'IN_PROGRESS',
	'COMPLETED',
	'STARTED',
	'IN_PROGRESS',
	'HIDDEN',
];
const OWNED: Status[] = ['IN_PROGRESS', 'COMPLETED'];

/** An advertisement that brings people to the account. */
export const CAMPAIGN = {
	sourceId: '120000000000001',
	source: 'INSTAGRAM',
	clid: 'clid-0001',
	medium: 'REFERRAL',
	campaign: 'setembro',
	content: 'Oferta do mês',
	headline: 'Converse conosco',
	term: 'plano anual',
	referralUrl: 'https://www.example.com/anuncio',
};

/** Of twelve contacts, the tenth is archived and the twelfth blocked. */
function contactStatus(n: number): ContactRecord['status'] {
	if (n % 12 === 9) return 'ARCHIVED';
	return n % 12 === 11 ? 'BLOCKED' : 'ACTIVE';
}

export function seedContact(n: number, tags: TagRecord[]): ContactRecord {
	const name = personName(FIRST_CONTACT_NAME + n);
	const tagNumbers = n % 3 === 0 ? [n, n + 3] : [n];
	return {
		id: fixedId('contact', n),
		createdAt: fixedMoment(n * 60),
		updatedAt: fixedMoment(n * 60 + 30),
		companyId: COMPANY_ID,
		name,
		nameWhatsapp: name.split(' ')[0]!,
		nameInstagram: null,
		nameMessenger: null,
		...fixedPhone(n + 1),
		email: `contato${n + 1}@example.com`,
		instagram: null,
		messengerId: null,
		annotation: n % 4 === 0 ? 'Prefere contato à tarde.' : null,
		tagIds: tagNumbers.map((tagNumber) => cycled(tags, tagNumber).id),
		status: contactStatus(n),
		origin: 'CREATED_FROM_HUB',
		importedAt: null,
		utm: n % 6 === 0 ? CAMPAIGN : null,
		customFields: { plano: [cycled(['Mensal', 'Anual'], n)] },
		metadata: n % 2 === 0 ? { crmId: String(1000 + n) } : null,
	};
}

function ownerOf(n: number, departmentId: string, { agents }: Account): string | null {
	const members = agents.filter((agent) => isMember(agent, departmentId));
	return members.length > 0 ? cycled(members, n).userId : null;
}

function classificationOf(n: number, status: Status): SessionRecord['classification'] {
	if (status !== 'COMPLETED') return null;
	return {
		id: fixedId('classification', n),
		category: 'WON',
		categoryDescription: 'Plano anual',
		amount: 1490.5,
		categoryName: 'Venda',
	};
}

/** Every third session carries metadata; those in progress or completed have an owner. */
export function seedSession(n: number, account: Account): SessionRecord {
	const status = cycled(SESSION_STATUSES, n);
	const departmentId = cycled(account.departments, n).id;
	const startedAt = FIRST_SESSION_MINUTE + n * 45;
	const lastInteraction = fixedMoment(startedAt + 20);
	const id = fixedId('session', n);
	const isGroup = n % 12 === 11;
	return {
		id,
		createdAt: fixedMoment(startedAt),
		updatedAt: lastInteraction,
		startAt: fixedMoment(startedAt),
		endAt: status === 'COMPLETED' ? fixedMoment(startedAt + 30) : null,
		status,
		type: isGroup ? 'GROUP' : 'INDIVIDUAL',
		companyId: COMPANY_ID,
		contactId: cycled(account.contacts, n).id,
		channelId: cycled(account.channels, n).id,
		departmentId,
		userId: OWNED.includes(status) ? ownerOf(n, departmentId, account) : null,
		previewUrl: `https://app.example.com/chat2/sessions/${id}/preview`,
		title: isGroup ? 'Grupo de clientes' : null,
		number: `20260309${String(n + 1).padStart(5, '0')}`,
		utm: n % 4 === 0 ? CAMPAIGN : null,
		origin: n % 4 === 0 ? 'INSTAGRAM' : null,
		classification: classificationOf(n, status),
		statusDescription: status === 'COMPLETED' ? 'Concluído' : null,
		timeService: status === 'COMPLETED' ? '00:25:00' : null,
		timeWait: OWNED.includes(status) ? '00:05:00' : null,
		firstResponseAt: OWNED.includes(status) ? fixedMoment(startedAt + 5) : null,
		botId: status === 'STARTED' ? fixedId('bot', 0) : null,
		unreadCount: n % 3,
		lastMessageText: 'Pode me enviar a nota fiscal?',
		lastInteractionDate: lastInteraction,
		lastMessageOut: OWNED.includes(status) ? fixedMoment(startedAt + 5) : null,
		lastMessageIn: lastInteraction,
		windowStatus: 'ACTIVE',
		metadata: n % 3 === 0 ? { pedido: String(9000 + n), origem: 'site' } : null,
	};
}
