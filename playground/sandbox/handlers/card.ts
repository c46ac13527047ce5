import { write } from '../crm/changes';
import { copiedCard, createdCard } from '../crm/newCard';
import { cardById, panelById, type CardRecord } from '../crm/records';
import { cardView, savedCard } from '../crm/view';
import { inDates } from '../moments';
import { operation, type RequestOf } from '../operation';
import { paged, showing } from '../paging';

type CardQuery = RequestOf<'listCards'>['query'];

// Which attributes a text filter searches is not documented, nor what comes without statuses: here all but archived.
function passes(card: CardRecord, query: CardQuery): boolean {
	const texts = [card.title, card.description, card.key];
	const wanted = query.TextFilter?.toLowerCase() ?? '';
	return (
		card.panelId === query.PanelId &&
		(query.StepId === undefined || card.stepId === query.StepId) &&
		(query.ContactId === undefined || card.contactIds.includes(query.ContactId)) &&
		(query.ResponsibleUserId === undefined || card.responsibleUserId === query.ResponsibleUserId) &&
		texts.some((text) => (text ?? '').toLowerCase().includes(wanted)) &&
		(query.Statuses ?? ['OPEN', 'WON', 'LOST']).includes(card.status) &&
		inDates(card, query)
	);
}

export const cardOperations = [
	operation('listCards', ({ query }, account) => {
		panelById(account, query.PanelId);
		const cards = account.cards.filter((card) => passes(card, query));
		return showing(paged(cards, query), (card) => cardView(account, card, query.IncludeDetails));
	}),

	operation('getCard', ({ path, query }, account) =>
		cardView(account, cardById(account, path.id), query.IncludeDetails),
	),

	operation('createCard', ({ body }, account) => {
		const card = createdCard(body, account);
		account.cards.push(card);
		return savedCard(account, card);
	}),

	operation('updateCard', ({ path, body }, account) => {
		const card = cardById(account, path.id);
		write(card, body, account);
		return savedCard(account, card);
	}),

	operation('duplicateCard', ({ path, body }, account) => {
		const original = cardById(account, path.id);
		const { card, notes } = copiedCard(original, body, account);
		account.cards.push(card);
		account.cardNotes.push(...notes);
		if (body.options?.archiveOriginalCard) original.status = 'ARCHIVED';
		return savedCard(account, card);
	}),
];
