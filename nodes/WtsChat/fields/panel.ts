import type { components } from '../../../contract/types/crm';
import type { ChoicesOf } from './choices';
import type { Field } from './field';
import { idsOrNames, locator } from './kinds/id';
import { listOrIds } from './kinds/listOrId';

export type PanelType = components['schemas']['PanelType'];
type PanelDetail = components['schemas']['PanelDetail'];
type PanelListDetail = components['schemas']['PanelListDetail'];

export const panelId = locator({
	displayName: 'Panel',
	name: 'panelId',
	description: 'The panel (board); its address in the web app works as an ID, too',
	picker: 'panels',
});

/** The panel that an operation is about. */
export const subjectPanelId = panelId.required();

/** Above the choice of an existing card, whose panel the API finds by itself. */
export const panelOfCard = unreadPanel(
	'The panel (board) of the card. It only fills the lists below, so leave it empty when you give the card by ID.',
);

/** Above the step of a new card, which alone decides the panel. */
export const panelOfNewCard = unreadPanel(
	'The panel (board) of the new card. It only fills the lists below, so leave it empty when you give the step by ID.',
);

/** What only fills lists is not read: whatever an expression gives there must not stop the item. */
function unreadPanel(description: string): Field<undefined> {
	return { form: panelId.with({ description }).form, read: () => undefined };
}

/** Above the step that receives the copy of a card. */
export const targetPanelId = locator({
	displayName: 'Target Panel',
	name: 'targetPanelId',
	description: 'The panel whose steps are listed below; leave it empty for the panel of the card',
	picker: 'panels',
});

export const stepId = locator({
	displayName: 'Step',
	name: 'stepId',
	description: 'Step (column) of the panel',
	picker: 'steps',
});

/** Tags of cards by ID or by name; the API would ignore the names beside IDs. */
export const panelTags = idsOrNames('panelTags', {
	displayName: 'Tags',
	name: 'tagIds',
	// of the chosen panel, or else of that of the chosen card
	typeOptions: { loadOptionsDependsOn: ['panelId.value', 'cardId.value'] },
	description: listOrIds(
		'Card tags of the panel, which differ from the tags of contacts; their names will do as well',
	),
}).checked(({ ids, names }) => ({ tagIds: ids, tagNames: names }));

export const lostReasonId = locator({
	displayName: 'Lost Reason',
	name: 'lostReasonId',
	description: 'Why the card is lost; only sales panels have reasons',
	picker: 'lostReasons',
});

export const panelTypes: ChoicesOf<PanelType> = [
	{ name: 'Management', value: 'MANAGEMENT' },
	{ name: 'Sales', value: 'SALES' },
];

export const panelDetails: ChoicesOf<PanelDetail> = [
	{ name: 'Cards', value: 'Cards' },
	{ name: 'Step Fields', value: 'StepsFields' },
	{ name: 'Steps', value: 'Steps' },
	{ name: 'Steps Card Count', value: 'StepsCardCount' },
	{ name: 'Tags', value: 'Tags' },
];

export const panelListDetails: ChoicesOf<PanelListDetail> = [
	{ name: 'Overdue Card Count', value: 'PanelCardOverdueCount' },
	{ name: 'Steps', value: 'Steps' },
	{ name: 'Steps Card Count', value: 'StepsCardCount' },
	{ name: 'Tags', value: 'Tags' },
];

/** What remains of a panel when Simplify is on. */
export const panelShortForm = [
	'id',
	'title',
	'description',
	'key',
	'type',
	'scope',
	'archived',
	'autoLossDays',
	'stepTitles',
	'createdAt',
];
