import { agentByUserId, contactById, sessionById, type Account } from '../account';
import { invalid, notFound } from '../errors';
import type { RequestOf } from '../operation';
import { writtenCustomFields } from './customFields';
import { lostReasonOf, panelById, stepOf, type CardRecord, type PanelRecord } from './records';

type Update = RequestOf<'updateCard'>['body'];
type CardField = NonNullable<Update['fields']>[number];
type TagOperation = NonNullable<NonNullable<Update['options']>['upsertTagOperation']>;
type Metadata = CardRecord['metadata'];
type Writer = (card: CardRecord, update: Update, panel: PanelRecord, account: Account) => void;

function required<Value>(name: string, value: Value | null | undefined): Value {
	if (value) return value;
	throw invalid({ [name]: [`The ${name} field is required.`] });
}

/** The tags named by id or, without ids, by name; unknown ones are refused. */
export function tagIdsOf(
	{ tags }: PanelRecord,
	given: Pick<Update, 'tagIds' | 'tagNames'>,
): string[] {
	const wanted = given.tagIds ?? given.tagNames ?? [];
	return wanted.map((idOrName) => {
		const tag = tags.find(({ id, name }) => idOrName === (given.tagIds ? id : name));
		if (!tag) throw notFound('Registro');
		return tag.id;
	});
}

export function mergedMetadata(kept: Metadata, written: Metadata | undefined): Metadata {
	if (!written) return null;
	const merged = Object.entries({ ...kept, ...written });
	return Object.fromEntries(merged.filter(([, value]) => value !== null));
}

const combine: Record<TagOperation, (kept: string[], given: string[]) => string[]> = {
	InsertIfNotExists: (kept, given) => [...new Set([...kept, ...given])],
	DeleteIfExists: (kept, given) => kept.filter((id) => !given.includes(id)),
	ReplaceAll: (_kept, given) => given,
};

// Archived is a name left from the version before and has no property to take a value from.
const writers: Partial<Record<CardField, Writer>> = {
	StepId: (card, { stepId }, panel) => {
		card.stepId = stepOf(panel, required('stepId', stepId)).id;
	},
	Title: (card, { title }) => {
		card.title = required('title', title);
	},
	Description: (card, { description }) => {
		card.description = description ?? null;
	},
	Position: (card, { position }) => {
		card.position = position ?? 0;
	},
	DueDate: (card, { dueDate }) => {
		card.dueDate = dueDate ?? null;
	},
	ResponsibleUserId: (card, { responsibleUserId: userId }, _panel, account) => {
		card.responsibleUserId = userId ? agentByUserId(account, userId).userId : null;
	},
	TagIds: (card, update, panel) => {
		const operation = update.options?.upsertTagOperation ?? 'ReplaceAll';
		card.tagIds = combine[operation](card.tagIds, tagIdsOf(panel, update));
	},
	ContactIds: (card, { contactIds }, _panel, account) => {
		card.contactIds = (contactIds ?? []).map((id) => contactById(account, id).id);
	},
	SessionId: (card, { sessionId }, _panel, account) => {
		card.sessionId = sessionId ? sessionById(account, sessionId).id : null;
	},
	MonetaryAmount: (card, { monetaryAmount }) => {
		card.monetaryAmount = monetaryAmount ?? null;
	},
	CustomFields: (card, { customFields }, panel) => {
		card.customFields = writtenCustomFields(card.customFields, customFields, panel.customFields);
	},
	Metadata: (card, { metadata }) => {
		card.metadata = mergedMetadata(card.metadata, metadata);
	},
	Status: (card, { status, lostReasonId }, panel) => {
		card.status = required('status', status);
		card.lostReasonId =
			status === 'LOST' && lostReasonId ? lostReasonOf(panel, lostReasonId).id : null;
	},
};

/** Writes the attributes named in `fields` and no other; when one is refused, the card stays as it was. */
export function write(card: CardRecord, update: Update, account: Account): void {
	if (!update.fields?.length) return;
	const panel = panelById(account, card.panelId);
	const draft = { ...card };
	for (const [field, writer] of Object.entries(writers)) {
		if (update.fields.includes(field as CardField)) writer(draft, update, panel, account);
	}
	Object.assign(card, draft, { updatedAt: new Date().toISOString() });
}
