import type { components } from '../../../../contract/types/crm';
import { card } from '../../fields/card';
import type { ChoicesOf } from '../../fields/choices';
import { InputError } from '../../fields/inputError';
import { choices } from '../../fields/kinds/choice';
import { optionsOf } from '../../fields/kinds/collection';
import { boolean } from '../../fields/kinds/plain';
import { together } from '../../fields/kinds/together';
import { stepId, targetPanelId } from '../../fields/panel';
import { onCard } from '../../operations/onCard';
import { requestOperation } from '../../operations/operation';
import { post } from '../../transport/contract';
import { unlessBlank } from '../../values/blank';
import * as sentences from '../sentences';

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

/** Without a step, the copy would stay in the card's own panel although another one is chosen. */
const targetStep = together(
	{
		panel: targetPanelId,
		step: stepId.with({
			description: 'Step (column) that the copy goes to; leave it empty for the step of the card',
		}),
	},
	({ panel, step }) => {
		if (step || !panel) return step;
		throw new InputError(
			sentences.withoutStep(targetPanelId.label),
			`Choose a step of that panel in '${stepId.label}'.`,
		);
	},
);

export const duplicate = requestOperation({
	name: 'Duplicate',
	value: 'duplicate',
	action: 'Duplicate a card',
	description: 'Copy a card to the same step, another step or another panel, and return the copy',
	record: 'Card',
	fields: {
		card,
		copyToStepId: targetStep,
		options: optionsOf({
			archiveOriginalCard: boolean({
				displayName: 'Archive Original',
				name: 'archiveOriginal',
				default: true,
				description: 'Whether to archive the card that is copied',
			}),
			fields: choices({
				displayName: 'Fields to Copy',
				name: 'copiedFields',
				options: copiedFields,
				description: 'What the copy keeps; everything when empty',
			}),
		}),
	},
	request: ({ card: subject, copyToStepId, options }) =>
		onCard(subject, (id) =>
			post('/crm/v2/panel/card/{id}/duplicate', {
				path: { id },
				body: { copyToStepId, options: unlessBlank(options) },
			}),
		),
});
