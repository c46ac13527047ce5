import type { components } from '../../../../contract/types/crm';
import { cardFields } from '../../fields/card';
import type { ChoicesOf } from '../../fields/choices';
import { optionsOf } from '../../fields/collections';
import { InputError, unlessBlank, type ItemParameters } from '../../fields/itemParameters';
import { stepId, targetPanelId } from '../../fields/panel';
import { post } from '../../transport/contract';
import type { RequestOperation } from '../operation';

type CopiedField = Exclude<components['schemas']['DuplicateCardField'], 'Undefined'>;

/** The contract does not tell how Amount and Monetary Amount differ, so both are there. */
const copiedFields: ChoicesOf<CopiedField> = [
	{ name: 'All', value: 'All' },
	{ name: 'Amount', value: 'Amount' },
	{ name: 'Contacts', value: 'Contacts' },
	{ name: 'Custom Fields', value: 'CustomFields' },
	{ name: 'Due Date', value: 'DueDate' },
	{ name: 'Monetary Amount', value: 'MonetaryAmount' },
	{ name: 'Notes', value: 'Notes' },
	{ name: 'Responsible User', value: 'ResponsibleUser' },
	{ name: 'Tags', value: 'Tags' },
];

/** Source: POST /crm/v2/panel/card/{id}/duplicate */
export const duplicate: RequestOperation = {
	name: 'Duplicate',
	value: 'duplicate',
	action: 'Duplicate a card',
	description:
		'Copy a card to its own step, to another one or to another panel; the copy comes out',
	fields: [
		...cardFields,
		targetPanelId,
		{
			...stepId,
			required: undefined,
			description: 'Step (column) that receives the copy; empty for the step of the card',
		},
		optionsOf([
			{
				displayName: 'Archive Original',
				name: 'archiveOriginal',
				type: 'boolean',
				default: true,
				description: 'Whether to archive the card that is copied',
			},
			{
				displayName: 'Fields to Copy',
				name: 'copiedFields',
				type: 'multiOptions',
				options: copiedFields,
				default: [],
				description: 'What the copy takes along; everything when empty',
			},
		]),
	],
	request: (parameters) =>
		post('/crm/v2/panel/card/{id}/duplicate', {
			path: { id: parameters.requiredId('cardId') },
			body: { copyToStepId: targetOf(parameters), options: optionsFrom(parameters) },
		}),
};

/** Without a step, the copy would stay in the card's own panel although another one is chosen. */
function targetOf(parameters: ItemParameters): string | undefined {
	const target = parameters.id('stepId');
	if (parameters.id('targetPanelId') && !target) {
		throw new InputError(
			`'${parameters.label('targetPanelId')}' is chosen without a step`,
			`Choose a step of that panel in '${parameters.label('stepId')}'.`,
		);
	}
	return target;
}

function optionsFrom(parameters: ItemParameters) {
	const options = parameters.group('options');
	return unlessBlank({
		archiveOriginalCard: options.boolean('archiveOriginal'),
		fields: options.choices<CopiedField>('copiedFields'),
	});
}
