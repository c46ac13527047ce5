import type { IDataObject, INodePropertyMode } from 'n8n-workflow';
import type { components } from '../../../contract/types/crm';
import type { ChoicesOf } from './choices';
import { customFieldsBy } from './customFields';
import { contactIn, type ContactReference } from './contact';
import { Input, type Field, type ValuesOf } from './field';
import { includeDetailsOf, optionsOf } from './kinds/collection';
import { ids, locator } from './kinds/id';
import { moment, number } from './kinds/plain';
import { text } from './kinds/text';
import { isInMode } from './locators';
import { metadata } from './metadata';
import { panelOfCard, panelTags, subjectPanelId } from './panel';
import { sessionId } from './session';

export type CardStatus = components['schemas']['CardStatus'];
type CardDetail = components['schemas']['CardDetail'];

const cardId = locator({
	displayName: 'Card',
	name: 'cardId',
	description: 'The card. Its address in the web app works as an ID, too.',
	picker: 'cards',
});

/** A card by its ID, or the open card that a contact has in a panel. */
export type CardReference =
	| { id: string; contact?: undefined }
	| { id?: undefined; contact: ContactReference; panelId: string };

const byContact: { modes: INodePropertyMode[] } = {
	modes: [
		{
			displayName: 'Contact',
			name: 'contact',
			type: 'string',
			placeholder: 'e.g. +55 11 90000-0001',
			hint: 'Phone number or ID of the contact, who has one open card in the panel',
		},
	],
};

const cardOrContact = new Input<{ id: string } | { contact: ContactReference } | undefined>(
	{ ...cardId.property, modes: [...(cardId.property.modes ?? []), ...byContact.modes] },
	(given) => {
		if (!isInMode('contact', given.raw)) {
			const id = cardId.parse(given);
			return id === undefined ? undefined : { id };
		}
		const contact = contactIn(given);
		return contact && { contact };
	},
).required();

/** An existing card, picked from a panel, given by its ID, or the open one of a contact. */
export const card: Field<CardReference> = {
	form: [...panelOfCard.form, cardOrContact.property],
	read(source) {
		const chosen = cardOrContact.read(source);
		if ('id' in chosen) return chosen;
		return { ...chosen, panelId: subjectPanelId.read(source) };
	},
};

/** A card that is not open, so that no contact leads to it. */
export const closedCard: Field<CardReference> = {
	form: [...panelOfCard.form, cardId.required().property],
	read: (source) => ({ id: cardId.required().read(source) }),
};

export const responsibleUserId = locator({
	displayName: 'Responsible User',
	name: 'responsibleUserId',
	description: 'User (agent) in charge of the card',
	picker: 'users',
});

export const cardTitle = text({
	displayName: 'Title',
	name: 'title',
	placeholder: 'e.g. Plano anual – Padaria Estrela',
	description: 'Title of the card, 500 characters at most',
});

/** Members of the collections of a new and of a changed card. */
export const cardMembers = {
	description: text({
		displayName: 'Description',
		name: 'description',
		typeOptions: { rows: 4 },
		placeholder: 'e.g. Pediu proposta por mensagem',
		description: 'Text on the card, 8,000 characters at most',
	}),
	monetaryAmount: number({
		displayName: 'Amount',
		name: 'monetaryAmount',
		typeOptions: { numberPrecision: 2 },
		default: 0,
		placeholder: 'e.g. 1490.50',
		description: 'Monetary value of the card',
	}),
	dueDate: moment({
		displayName: 'Due Date',
		name: 'dueDate',
		description: "When the card is due, in the workflow's time zone",
	}),
	responsibleUserId,
	contactIds: ids({
		displayName: 'Contact IDs',
		name: 'contactIds',
		description: 'Comma-separated IDs of all contacts of the card',
	}),
	sessionId: sessionId.with({
		description:
			'The session (conversation) that the card belongs to; its address in the web app works as an ID, too',
	}),
	tags: panelTags,
	position: number({
		displayName: 'Position',
		name: 'position',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Place of the card within its step',
	}),
	metadata,
};

export const cardCustomFields = customFieldsBy(
	'getPanelCustomFields',
	// not the card: the editor would empty the form whenever an expression gives another one
	['panelId.value'],
	inLists,
);

/**
 * What {@link cardMembers} say, as the API takes it.
 *
 * @param customFields their values by key
 */
export function cardOf(
	customFields: IDataObject | undefined,
	{ tags, ...values }: ValuesOf<typeof cardMembers>,
) {
	return { ...values, ...tags, customFields };
}

/** Cards keep every custom field as a list, those with a single value too. */
function inLists(values: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, [value].flat()]));
}

export const cardStatuses: ChoicesOf<CardStatus> = [
	{ name: 'Archived', value: 'ARCHIVED' },
	{ name: 'Lost', value: 'LOST' },
	{ name: 'Open', value: 'OPEN' },
	{ name: 'Won', value: 'WON' },
];

const cardDetails: ChoicesOf<CardDetail> = [
	{ name: 'Contacts', value: 'Contacts' },
	{ name: 'Custom Fields', value: 'CustomFields' },
	{ name: 'Lost Reason', value: 'LostReason' },
	{ name: 'Panel Title', value: 'PanelTitle' },
	{ name: 'Responsible User', value: 'ResponsibleUser' },
	{ name: 'Step Phase', value: 'StepPhase' },
	{ name: 'Step Title', value: 'StepTitle' },
];

/** Options of the operations that read cards. */
export const cardReadOptions = optionsOf({
	includeDetails: includeDetailsOf(cardDetails, 'What to include; switch Simplify off to see it'),
});

/** What remains of a card when Simplify is on. */
export const cardShortForm = [
	'id',
	'key',
	'title',
	'status',
	'panelId',
	'stepId',
	'dueDate',
	'monetaryAmount',
	'responsibleUserId',
	'contactIds',
];
