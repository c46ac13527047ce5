import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { components } from '../../../contract/types/crm';
import type { ChoicesOf } from './choices';
import { includeDetailsOf, optionsOf } from './collections';
import { customFieldsForm, customFieldsFrom } from './customFields';
import type { ItemParameters } from './itemParameters';
import { locator } from './locator';
import { panelOfCard } from './panel';
import { tagsFrom } from './tag';

export type CardStatus = components['schemas']['CardStatus'];
export type CardDetail = components['schemas']['CardDetail'];

/** An existing card, picked from a panel or given by its ID. */
export const cardFields: INodeProperties[] = [
	panelOfCard,
	locator({
		displayName: 'Card ID',
		name: 'cardId',
		description:
			'The card; the list holds those of the chosen panel. Its address in the web app works as an ID, too.',
		searchListMethod: 'searchCards',
	}),
];

export const responsibleUserId: INodeProperties = {
	displayName: 'Responsible User Name or ID',
	name: 'responsibleUserId',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getUsers' },
	default: '',
	description:
		'User (agent) in charge of the card. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

export const cardTitle: INodeProperties = {
	displayName: 'Title',
	name: 'title',
	type: 'string',
	default: '',
	placeholder: 'e.g. Plano anual – Padaria Estrela',
	description: 'Title of the card, 500 characters at most',
};

/** Members of the collections of a new and of a changed card, by name. */
export const cardMembers = {
	contactIds: {
		displayName: 'Contact IDs',
		name: 'contactIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10',
		description: 'Comma-separated IDs of all contacts of the card',
	},
	description: {
		displayName: 'Description',
		name: 'description',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		placeholder: 'e.g. Pediu proposta por mensagem',
		description: 'Text on the card, 8,000 characters at most',
	},
	dueDate: {
		displayName: 'Due Date',
		name: 'dueDate',
		type: 'dateTime',
		default: '',
		description: "When the card is due, in the workflow's time zone",
	},
	monetaryAmount: {
		displayName: 'Amount',
		name: 'monetaryAmount',
		type: 'number',
		typeOptions: { numberPrecision: 2 },
		default: 0,
		placeholder: 'e.g. 1490.50',
		description: 'Monetary value of the card',
	},
	position: {
		displayName: 'Position',
		name: 'position',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Place of the card within its step',
	},
	sessionId: locator({
		displayName: 'Session ID',
		name: 'sessionId',
		description:
			'The session (conversation) that the card belongs to; its address in the web app works as an ID, too',
		searchListMethod: 'searchSessions',
		required: false,
	}),
} satisfies Record<string, INodeProperties>;

export const cardCustomFields = customFieldsForm(
	'getPanelCustomFields',
	"No custom fields to show. Choose a panel that has some, or use 'Custom Fields (JSON)'.",
	// not the card: the editor would empty the form whenever an expression gives another one
	['panelId.value'],
);

/** The values that new and changed cards have in common. */
export function cardValuesFrom(parameters: ItemParameters, collection: ItemParameters) {
	return {
		description: collection.text('description'),
		position: collection.number('position'),
		dueDate: collection.moment('dueDate'),
		responsibleUserId: collection.id('responsibleUserId'),
		...tagsFrom(collection),
		contactIds: collection.ids('contactIds'),
		sessionId: collection.id('sessionId'),
		monetaryAmount: collection.number('monetaryAmount'),
		customFields: customFieldsFrom(parameters, collection, inLists),
	};
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
export const cardReadOptions: INodeProperties = optionsOf([
	includeDetailsOf(cardDetails, 'Parts to fill in; they come out with Simplify off'),
]);

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
