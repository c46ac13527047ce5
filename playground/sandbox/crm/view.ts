import type { components } from '../../../contract/types/crm';
import { agentIn, contactById, type Account } from '../account';
import { paged } from '../paging';
import { without } from '../without';
import {
	lostReasonOf,
	panelById,
	stepOf,
	type CardRecord,
	type CustomFieldRecord,
	type PanelRecord,
	type StepRecord,
} from './records';

type Schemas = components['schemas'];
type CardDetail = Schemas['CardDetail'];
type PanelDetail = Schemas['PanelDetail'] | Schemas['PanelListDetail'];

const ALL_CARD_DETAILS: CardDetail[] = [
	'PanelTitle',
	'StepTitle',
	'StepPhase',
	'ResponsibleUser',
	'Contacts',
	'CustomFields',
	'LostReason',
];

function isOverdue({ dueDate, status }: CardRecord): boolean {
	return status === 'OPEN' && dueDate !== null && Date.parse(dueDate) < Date.now();
}

function phaseOf({ isInitial, isFinal }: StepRecord): Schemas['StepPhase'] {
	if (isInitial) return 'INITIAL';
	return isFinal ? 'FINAL' : 'NONE';
}

function responsibleUser(
	account: Account,
	userId: string | null,
): Schemas['CardResponsibleUser'] | null {
	const agent = agentIn(account, userId);
	return agent ? { id: agent.userId, name: agent.name } : null;
}

function contactsOf(account: Account, { contactIds }: CardRecord): Array<Schemas['CardContact']> {
	return contactIds.map((id) => ({ id, name: contactById(account, id).name }));
}

function lostReason(panel: PanelRecord, { lostReasonId }: CardRecord) {
	if (lostReasonId === null) return null;
	const { id, description } = lostReasonOf(panel, lostReasonId);
	return { id, name: description };
}

/** The card as the reads answer it, with the details asked for and null for the others. */
export function cardView(
	account: Account,
	card: CardRecord,
	details: readonly CardDetail[] = [],
): Schemas['Card'] {
	const asked = (detail: CardDetail) => details.includes(detail);
	const panel = panelById(account, card.panelId);
	const step = stepOf(panel, card.stepId);
	return {
		...without(card, 'lostReasonId'),
		isOverdue: isOverdue(card),
		panelTitle: asked('PanelTitle') ? panel.title : null,
		stepTitle: asked('StepTitle') ? step.title : null,
		stepPhase: asked('StepPhase') ? phaseOf(step) : null,
		responsibleUser: asked('ResponsibleUser')
			? responsibleUser(account, card.responsibleUserId)
			: null,
		contacts: asked('Contacts') ? contactsOf(account, card) : null,
		customFields: asked('CustomFields') ? card.customFields : null,
		lostReason: asked('LostReason') ? lostReason(panel, card) : null,
	};
}

/** The card as the writes answer it: with everything. */
export function savedCard(account: Account, card: CardRecord): Schemas['Card'] {
	return cardView(account, card, ALL_CARD_DETAILS);
}

/** The card as it stands inside the steps of a panel, in the earlier shape. */
function cardInStep(account: Account, card: CardRecord): Schemas['CardV1'] {
	const shown = without(savedCard(account, card), 'status', 'lostReason');
	return { ...shown, archived: card.status === 'ARCHIVED' };
}

function countsOf(cards: CardRecord[]) {
	return {
		cardCount: cards.length,
		overdueCardCount: cards.filter(isOverdue).length,
		monetaryAmount: cards.reduce((sum, { monetaryAmount }) => sum + (monetaryAmount ?? 0), 0),
	};
}

function stepView(
	account: Account,
	step: StepRecord,
	asked: (detail: PanelDetail) => boolean,
): Schemas['PanelStep'] {
	const cards = account.cards.filter(({ stepId }) => stepId === step.id);
	const firstPage = paged(cards, {});
	return {
		...step,
		...(asked('StepsCardCount')
			? countsOf(cards)
			: { cardCount: null, overdueCardCount: null, monetaryAmount: null }),
		fields: asked('StepsFields') ? step.fields : null,
		cards: asked('Cards')
			? { ...firstPage, items: firstPage.items.map((card) => cardInStep(account, card)) }
			: null,
	};
}

/** The panel with the details asked for and null for the others. */
export function panelView(
	account: Account,
	panel: PanelRecord,
	details: readonly PanelDetail[] = [],
): Schemas['Panel'] {
	const asked = (detail: PanelDetail) => details.includes(detail);
	const cards = account.cards.filter(({ panelId }) => panelId === panel.id);
	const fromLeft = [...panel.steps].sort((one, other) => one.position - other.position);
	return {
		...without(panel, 'customFields', 'lostReasons'),
		stepTitles: fromLeft.map(({ title }) => title ?? ''),
		overdueCardCount: asked('PanelCardOverdueCount') ? cards.filter(isOverdue).length : null,
		tags: asked('Tags') ? panel.tags : null,
		// in the order in which they were made, not that of the board
		steps: asked('Steps') ? panel.steps.map((step) => stepView(account, step, asked)) : null,
	};
}

/** The definitions as a flat list, or with the fields of each group inside it. */
export function customFieldsView(
	customFields: CustomFieldRecord[],
	nested: boolean,
): Array<Schemas['CustomField']> {
	if (!nested) return customFields.map((field) => ({ ...field, children: null }));
	return customFields
		.filter(({ parentId }) => parentId === null)
		.map((field) => ({
			...field,
			children:
				field.type === 'GROUP'
					? customFields
							.filter(({ parentId }) => parentId === field.id)
							.map((child) => ({ ...child, children: null }))
					: null,
		}));
}
