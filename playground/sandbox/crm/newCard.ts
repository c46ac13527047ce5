import { randomUUID } from 'node:crypto';
import { agentByUserId, contactById, sessionById, type Account } from '../account';
import type { RequestOf } from '../operation';
import { mergedMetadata, tagIdsOf } from './changes';
import { writtenCustomFields } from './customFields';
import { panelOfStep, type CardNoteRecord, type CardRecord, type PanelRecord } from './records';

type Creation = RequestOf<'createCard'>['body'];
type Duplication = RequestOf<'duplicateCard'>['body'];
type CopiedField = NonNullable<NonNullable<Duplication['options']>['fields']>[number];

/** What every new card gets by itself. */
function identityOf(account: Account, panel: PanelRecord, stepId: string) {
	const numbers = account.cards
		.filter(({ panelId }) => panelId === panel.id)
		.map((card) => card.number);
	const number = Math.max(0, ...numbers) + 1;
	const now = new Date().toISOString();
	return {
		id: randomUUID(),
		createdAt: now,
		updatedAt: now,
		companyId: account.companyId,
		panelId: panel.id,
		stepId,
		position: account.cards.filter((card) => card.stepId === stepId).length + 1,
		key: `${panel.key}-${number}`,
		number,
		status: 'OPEN' as const,
		lostReasonId: null,
	};
}

/** A card made from the body of its creation; the step decides the panel. */
export function createdCard(body: Creation, account: Account): CardRecord {
	const panel = panelOfStep(account, body.stepId);
	const identity = identityOf(account, panel, body.stepId);
	const { responsibleUserId: userId, sessionId } = body;
	return {
		...identity,
		position: body.position ?? identity.position,
		title: body.title,
		description: body.description ?? null,
		dueDate: body.dueDate ?? null,
		tagIds: tagIdsOf(panel, body),
		sessionId: sessionId ? sessionById(account, sessionId).id : null,
		monetaryAmount: body.monetaryAmount ?? null,
		responsibleUserId: userId ? agentByUserId(account, userId).userId : null,
		contactIds: (body.contactIds ?? []).map((id) => contactById(account, id).id),
		customFields: writtenCustomFields({}, body.customFields ?? {}, panel.customFields),
		metadata: mergedMetadata({}, body.metadata ?? {}),
	};
}

/** Copies the card to the step, with the parts asked for; tags and values that another panel lacks stay behind. */
export function copiedCard(
	original: CardRecord,
	{ copyToStepId, options }: Duplication,
	account: Account,
): { card: CardRecord; notes: CardNoteRecord[] } {
	const stepId = copyToStepId ?? original.stepId;
	const panel = panelOfStep(account, stepId);
	const wanted = options?.fields?.length ? options.fields : ['All' as const];
	const copies = (...names: CopiedField[]) =>
		wanted.includes('All') || names.some((name) => wanted.includes(name));

	const card: CardRecord = {
		...original,
		...identityOf(account, panel, stepId),
		dueDate: copies('DueDate') ? original.dueDate : null,
		tagIds: copies('Tags')
			? original.tagIds.filter((tagId) => panel.tags.some(({ id }) => id === tagId))
			: [],
		monetaryAmount: copies('Amount', 'MonetaryAmount') ? original.monetaryAmount : null,
		contactIds: copies('Contacts') ? original.contactIds : [],
		responsibleUserId: copies('ResponsibleUser') ? original.responsibleUserId : null,
		customFields: copies('CustomFields')
			? Object.fromEntries(
					Object.entries(original.customFields ?? {}).filter(([key]) =>
						panel.customFields.some((field) => field.key === key),
					),
				)
			: {},
	};
	const notes = account.cardNotes
		.filter(({ cardId }) => copies('Notes') && cardId === original.id)
		.map((note) => ({ ...note, id: randomUUID(), cardId: card.id, panelId: panel.id }));
	return { card, notes };
}
