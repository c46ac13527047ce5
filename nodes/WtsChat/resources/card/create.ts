import { cardCustomFields, cardMembers, cardOf, cardTitle } from '../../fields/card';
import { additionalFieldsOf } from '../../fields/kinds/collection';
import { panelOfNewCard, stepId as step } from '../../fields/panel';
import { requestOperation } from '../../operations/operation';
import { post } from '../../transport/contract';

/**
 * The step decides the panel, so the chosen panel is not sent. Contacts, declared as plain
 * texts here and as IDs in the update, are taken as IDs in both.
 */
export const create = requestOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a card',
	description: 'Add a card to a step of a panel; a contact may have several cards',
	record: 'Card',
	fields: {
		panelId: panelOfNewCard,
		stepId: step.required(),
		title: cardTitle.required(),
		customFields: cardCustomFields,
		additionalFields: additionalFieldsOf(cardMembers),
	},
	request: ({ stepId, title, customFields, additionalFields }) =>
		post('/crm/v2/panel/card', {
			body: { stepId, title, ...cardOf(customFields, additionalFields) },
		}),
});
