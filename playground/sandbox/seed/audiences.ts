import type {
	Account,
	ContactRecord,
	PortfolioContactRecord,
	PortfolioRecord,
	SequenceContactRecord,
	SequenceRecord,
} from '../account';
import { cycled, fixedId, fixedMoment } from './fixed';
import { COMPANY_ID } from './organization';

const PORTFOLIOS = ['Carteira Sul', 'Carteira Norte', 'Carteira Inativos'];
const SEQUENCES = ['Boas-vindas', 'Reativação', 'Pesquisa de satisfação'];

function stamps(n: number) {
	return { createdAt: fixedMoment(n), updatedAt: fixedMoment(n), companyId: COMPANY_ID };
}

/** The nth portfolio; the third is not active. */
export function seedPortfolio(
	n: number,
	{ departments, agents }: Pick<Account, 'departments' | 'agents'>,
): PortfolioRecord {
	return {
		id: fixedId('portfolio', n),
		...stamps(n),
		active: n !== 2,
		name: PORTFOLIOS[n] ?? `Carteira ${n + 1}`,
		automaticAttribution: n % 2 === 0,
		expirationDurationInMonths: 12,
		type: n % 2 === 0 ? 'SINGLE' : 'MULTIPLE',
		departments: [{ departmentId: cycled(departments, n).id, userIds: [cycled(agents, n).userId] }],
	};
}

/** Every second contact is in a portfolio. */
export function seedPortfolioContacts(
	contacts: ContactRecord[],
	portfolios: PortfolioRecord[],
): PortfolioContactRecord[] {
	return contacts
		.filter((_, n) => n % 2 === 0)
		.map(({ id }, n) => ({
			id: fixedId('portfolioContact', n),
			...stamps(n),
			active: true,
			portfolioId: cycled(portfolios, n % 4).id,
			contactId: id,
		}));
}

/** The nth sequence; the third is switched off. */
export function seedSequence(n: number): SequenceRecord {
	return {
		id: fixedId('sequence', n),
		...stamps(n),
		active: true,
		name: SEQUENCES[n] ?? `Sequência ${n + 1}`,
		enabled: n !== 2,
	};
}

/** Every third contact is enrolled in the first sequence. */
export function seedSequenceContacts(contacts: ContactRecord[]): SequenceContactRecord[] {
	return contacts
		.filter((_, n) => n % 3 === 0)
		.map(({ id, name }, n) => ({
			id: fixedId('sequenceContact', n),
			...stamps(n),
			active: true,
			sequenceId: fixedId('sequence', 0),
			contactId: id,
			contactName: name,
			origin: n === 0 ? 'CHATBOT' : 'USER_SINGLE',
			addedByUserId: n === 0 ? null : fixedId('user', 0),
			addedByChatbotId: n === 0 ? fixedId('bot', 0) : null,
			lastAddedAt: fixedMoment(n),
		}));
}
