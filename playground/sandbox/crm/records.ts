import type { components } from '../../../contract/types/crm';
import { notFound } from '../errors';

type Schemas = components['schemas'];

/** A step; what it counts comes from the cards. */
export type StepRecord = Required<
	Omit<Schemas['PanelStep'], 'cardCount' | 'overdueCardCount' | 'monetaryAmount' | 'cards'>
>;

export type PanelTagRecord = Required<Schemas['PanelTag']>;
export type LostReasonRecord = Required<Schemas['LostReason']>;

/** A custom field; the fields of a group name it as their parent. */
export type CustomFieldRecord = Required<Omit<Schemas['CustomField'], 'children'>>;

export type PanelRecord = Required<
	Omit<Schemas['Panel'], 'tags' | 'steps' | 'stepTitles' | 'overdueCardCount'>
> & {
	steps: StepRecord[];
	tags: PanelTagRecord[];
	customFields: CustomFieldRecord[];
	lostReasons: LostReasonRecord[];
};

type Shown =
	| 'panelTitle'
	| 'stepTitle'
	| 'stepPhase'
	| 'isOverdue'
	| 'responsibleUser'
	| 'contacts'
	| 'lostReason';

/** A card without what is looked up for an answer. */
export type CardRecord = Required<Omit<Schemas['Card'], Shown | 'tagIds' | 'contactIds'>> & {
	tagIds: string[];
	contactIds: string[];
	lostReasonId: string | null;
};

export type CardNoteRecord = Required<Schemas['CardNote']>;

/** The CRM part of an account. */
export interface Crm {
	panels: PanelRecord[];
	cards: CardRecord[];
	cardNotes: CardNoteRecord[];
}

function existing<Item extends { id: string }>(records: Item[], id: string, what: string): Item {
	const record = records.find((candidate) => candidate.id === id);
	if (!record) throw notFound(what);
	return record;
}

export function panelById({ panels }: Crm, id: string): PanelRecord {
	return existing(panels, id, 'Painel');
}

export function cardById({ cards }: Crm, id: string): CardRecord {
	return existing(cards, id, 'Registro');
}

export function cardNoteById({ cardNotes }: Crm, cardId: string, id: string): CardNoteRecord {
	const notesOfCard = cardNotes.filter((note) => note.cardId === cardId);
	return existing(notesOfCard, id, 'Registro');
}

/** The panel that a step belongs to. */
export function panelOfStep({ panels }: Crm, stepId: string): PanelRecord {
	const panel = panels.find(({ steps }) => steps.some(({ id }) => id === stepId));
	if (!panel) throw notFound('Registro');
	return panel;
}

export function stepOf({ steps }: PanelRecord, id: string): StepRecord {
	return existing(steps, id, 'Registro');
}

export function lostReasonOf({ lostReasons }: PanelRecord, id: string): LostReasonRecord {
	return existing(lostReasons, id, 'Registro');
}

/** The panel with this title; for tests and demonstrations. */
export function panelTitled({ panels }: Crm, title: string): PanelRecord {
	const panel = panels.find((candidate) => candidate.title === title);
	if (!panel) throw new Error(`The sandbox account has no panel titled "${title}".`);
	return panel;
}
