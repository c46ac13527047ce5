import {
	cardCustomFields,
	cardMembers,
	cardTitle,
	cardValuesFrom,
	responsibleUserId,
} from '../../fields/card';
import { additionalFieldsOf } from '../../fields/collections';
import { customFieldsJson } from '../../fields/customFields';
import { metadataFields, metadataFrom } from '../../fields/metadata';
import { panelOfNewCard, panelTagIds, panelTagNames, stepId } from '../../fields/panel';
import { post } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/**
 * Source: POST /crm/v2/panel/card
 *
 * The step decides the panel, so the chosen panel is not sent. Contacts, declared as plain
 * texts here and as IDs in the update, are taken as IDs in both.
 */
export const create: RequestOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create a card',
	description: 'Put a new card on a step of a panel; a contact may have several',
	fields: [
		panelOfNewCard,
		stepId,
		{ ...cardTitle, required: true },
		cardCustomFields,
		additionalFieldsOf([
			cardMembers.monetaryAmount,
			cardMembers.contactIds,
			customFieldsJson,
			cardMembers.description,
			cardMembers.dueDate,
			...metadataFields,
			cardMembers.position,
			responsibleUserId,
			cardMembers.sessionId,
			panelTagIds,
			panelTagNames,
		]),
	],
	request(parameters) {
		const fields = parameters.group('additionalFields');
		return post('/crm/v2/panel/card', {
			body: {
				stepId: parameters.requiredId('stepId'),
				title: parameters.requiredText('title'),
				...cardValuesFrom(parameters, fields),
				metadata: metadataFrom(fields),
			},
		});
	},
};
