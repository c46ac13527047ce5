import {
	cardCustomFields,
	cardFields,
	cardMembers,
	cardStatuses,
	cardTitle,
	cardValuesFrom,
	responsibleUserId,
	type CardStatus,
} from '../../fields/card';
import { clearOf, updateFieldsOf } from '../../fields/collections';
import { customFieldsJson } from '../../fields/customFields';
import { InputError, unlessBlank, type ItemParameters } from '../../fields/itemParameters';
import { metadataFields, metadataFrom } from '../../fields/metadata';
import { lostReasonDropdown, panelTagIds, panelTagNames, stepDropdown } from '../../fields/panel';
import { tagOperation, type TagOperation } from '../../fields/tagOperation';
import { put } from '../../transport/contract';
import { changesOf } from '../changes';
import type { RequestOperation } from '../operation';

/** Attributes that can be emptied; a card always keeps its step, title, place and status. */
type Clearable =
	| 'contactIds'
	| 'description'
	| 'dueDate'
	| 'metadata'
	| 'monetaryAmount'
	| 'responsibleUserId'
	| 'sessionId'
	| 'tagIds';

/**
 * Source: PUT /crm/v3/panel/card/{id}
 *
 * The field list has no name for `tagNames` and `lostReasonId`; they are taken to go with `TagIds`
 * and `Status`. Whether custom fields that are left out stay is not documented. Not offered: the
 * field name `Archived`, for which this version has no value to send.
 */
export const update: RequestOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update a card',
	description: 'Change chosen attributes of a card and leave the others as they are',
	fields: [
		...cardFields,
		cardCustomFields,
		updateFieldsOf([
			cardMembers.monetaryAmount,
			clearOf([
				{ name: 'Amount', value: 'monetaryAmount' },
				{ name: 'Contacts', value: 'contactIds' },
				{ name: 'Description', value: 'description' },
				{ name: 'Due Date', value: 'dueDate' },
				{ name: 'Metadata', value: 'metadata' },
				{ name: 'Responsible User', value: 'responsibleUserId' },
				{ name: 'Session', value: 'sessionId' },
				{ name: 'Tags', value: 'tagIds' },
			]),
			{
				...cardMembers.contactIds,
				description:
					'Comma-separated IDs of all contacts of the card; they replace the present ones',
			},
			customFieldsJson,
			cardMembers.description,
			cardMembers.dueDate,
			lostReasonDropdown,
			...metadataFields,
			cardMembers.position,
			responsibleUserId,
			cardMembers.sessionId,
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				options: cardStatuses,
				default: 'OPEN',
				description: 'Status that the card gets; Open reopens it',
			},
			stepDropdown,
			panelTagIds,
			{
				...tagOperation,
				description:
					'What happens with the tags given here; without it they replace all present ones',
			},
			panelTagNames,
			cardTitle,
		]),
	],
	request(parameters) {
		const id = parameters.requiredId('cardId');
		const fields = parameters.group('updateFields');
		const values = valuesFrom(parameters, fields);
		const clear = fields.choices<Clearable>('clear');
		const changes = changesOf(values, clear, fields, {
			tagNames: 'TagIds',
			lostReasonId: 'Status',
		});
		return put('/crm/v3/panel/card/{id}', {
			path: { id },
			body: { ...changes, options: tagOptionsFrom(fields, values) },
		});
	},
};

/** How the tags that are given combine with the present ones; clearing them takes no operation. */
function tagOptionsFrom(
	fields: ItemParameters,
	{ tagIds, tagNames }: { tagIds?: string[]; tagNames?: string[] },
) {
	if (!tagIds && !tagNames) return undefined;
	return unlessBlank({ upsertTagOperation: fields.choice<TagOperation>('tagOperation') });
}

function valuesFrom(parameters: ItemParameters, fields: ItemParameters) {
	const status = fields.choice<CardStatus>('status');
	const reason = fields.id('lostReasonId');
	if (reason && status !== 'LOST') {
		throw new InputError(
			`'${fields.label('lostReasonId')}' goes with the status Lost only`,
			`Set '${fields.label('status')}' to Lost, too, or take the reason out.`,
		);
	}
	return {
		stepId: fields.id('stepId'),
		title: fields.text('title'),
		...cardValuesFrom(parameters, fields),
		metadata: metadataFrom(fields),
		status,
		lostReasonId: reason,
	};
}
