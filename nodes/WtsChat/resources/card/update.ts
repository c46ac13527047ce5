import {
	card,
	cardCustomFields,
	cardMembers,
	cardOf,
	cardStatuses,
	cardTitle,
} from '../../fields/card';
import { InputError } from '../../fields/inputError';
import { choice } from '../../fields/kinds/choice';
import { clearOf, updateFieldsOf } from '../../fields/kinds/collection';
import { together } from '../../fields/kinds/together';
import { lostReasonId, stepId as step } from '../../fields/panel';
import { tagOperation } from '../../fields/tagOperation';
import { changesOf } from '../../operations/changes';
import { onCard } from '../../operations/onCard';
import { requestOperation } from '../../operations/operation';
import { put } from '../../transport/contract';
import { unlessBlank } from '../../values/blank';
import * as sentences from '../sentences';

const cardStatus = choice({
	displayName: 'Status',
	name: 'status',
	options: cardStatuses,
	default: 'OPEN',
	description: 'New status of the card; Open reopens it',
});

const statusAndReason = together({ status: cardStatus, lostReasonId }, (given) => {
	if (!given.lostReasonId || given.status === 'LOST') return given;
	throw new InputError(
		sentences.lostOnly(lostReasonId.label),
		`Set '${cardStatus.label}' to Lost, too, or take the reason out.`,
	);
});

const { tags, ...otherMembers } = cardMembers;

const updateFields = updateFieldsOf({
	title: cardTitle,
	standing: statusAndReason,
	stepId: step,
	tags,
	upsertTagOperation: tagOperation.with({
		description: 'What happens with the tags given here; without it they replace all present ones',
	}),
	...otherMembers,
	contactIds: cardMembers.contactIds.with({
		description: 'Comma-separated IDs of all contacts of the card; they replace the present ones',
	}),
	// a card always keeps its step, title, place and status
	clear: clearOf([
		{ name: 'Amount', value: 'monetaryAmount' },
		{ name: 'Contacts', value: 'contactIds' },
		{ name: 'Description', value: 'description' },
		{ name: 'Due Date', value: 'dueDate' },
		{ name: 'Metadata', value: 'metadata' },
		{ name: 'Responsible User', value: 'responsibleUserId' },
		{ name: 'Session', value: 'sessionId' },
		{ name: 'Tags', value: 'tagIds' },
	]),
});

/**
 * The field list has no name for `tagNames` and `lostReasonId`; they are taken to go with `TagIds`
 * and `Status`. Whether custom fields that are left out stay is not documented. Not offered: the
 * field name `Archived`, for which this version has no value to send.
 */
export const update = requestOperation({
	name: 'Update',
	value: 'update',
	action: 'Update a card',
	description: 'Change what you choose of a card, and leave the rest as it is',
	record: 'Card',
	fields: { card, customFields: cardCustomFields, updateFields },
	request({ card: subject, customFields, updateFields: given }) {
		const { clear, stepId, title, standing, upsertTagOperation, ...members } = given;
		const values = { stepId, title, ...cardOf(customFields, members), ...standing };
		const changes = changesOf(values, clear, updateFields, {
			tagNames: 'TagIds',
			lostReasonId: 'Status',
		});
		// clearing the tags takes no operation
		const options = members.tags && unlessBlank({ upsertTagOperation });
		const body = { ...changes, options };
		return onCard(subject, (id) => put('/crm/v3/panel/card/{id}', { path: { id }, body }));
	},
});
