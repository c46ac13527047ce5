import { departmentId } from '../../fields/department';
import { choice } from '../../fields/kinds/choice';
import { clearOf, updateFieldsOf } from '../../fields/kinds/collection';
import { moment, number } from '../../fields/kinds/plain';
import { text } from '../../fields/kinds/text';
import { together } from '../../fields/kinds/together';
import { metadata } from '../../fields/metadata';
import { simplified } from '../../fields/output';
import {
	changedSessionShortForm,
	classificationCategories,
	sessionOptions,
	sessionStatuses,
	subjectSessionId,
} from '../../fields/session';
import { userId } from '../../fields/user';
import { changesOf } from '../../operations/changes';
import { requestOperation } from '../../operations/operation';
import { put } from '../../transport/contract';
import { unlessBlank } from '../../values/blank';

const classification = together(
	{
		category: choice({
			displayName: 'Classification Category',
			name: 'classificationCategory',
			options: classificationCategories,
			default: 'WON',
			description: 'How the conversation ended',
		}),
		amount: number({
			displayName: 'Classification Amount',
			name: 'classificationAmount',
			typeOptions: { numberPrecision: 2 },
			default: 0,
			placeholder: 'e.g. 1490.50',
			description: 'Value of the outcome, for example of the sale',
		}),
		description: text({
			displayName: 'Classification Description',
			name: 'classificationDescription',
			placeholder: 'e.g. Plano anual',
			description: 'Outcome of the conversation, in your words',
		}),
	},
	unlessBlank,
);

const updateFields = updateFieldsOf({
	status: choice({
		displayName: 'Status',
		name: 'status',
		options: sessionStatuses,
		default: 'COMPLETED',
		description: 'New status of the session',
	}),
	departmentId,
	userId,
	classification,
	endAt: moment({
		displayName: 'Ended At',
		name: 'endAt',
		description: "When the session ended, in the workflow's time zone",
	}),
	number: text({
		displayName: 'Number',
		name: 'number',
		placeholder: 'e.g. 2026091000042',
		description: 'Number that people know the session by',
	}),
	metadata,
	// the contract lets these be null; a session always keeps a status
	clear: clearOf([
		{ name: 'Department', value: 'departmentId' },
		{ name: 'Ended At', value: 'endAt' },
		{ name: 'Metadata', value: 'metadata' },
		{ name: 'Number', value: 'number' },
		{ name: 'User', value: 'userId' },
	]),
});

/**
 * Not offered: `companyId`, which the API key decides, and the field names `ReactivateDisabled` and
 * `Autocomplete`, for which the contract has no value to send.
 */
export const update = requestOperation({
	name: 'Update',
	value: 'update',
	action: 'Update a session',
	description: 'Change what you choose of a session, and leave the rest as it is',
	record: 'SessionV1',
	fields: {
		id: subjectSessionId,
		output: simplified(changedSessionShortForm),
		updateFields,
		options: sessionOptions,
	},
	request: ({ id, updateFields: { clear, ...values }, options }) =>
		put('/chat/v2/session/{id}/partial', {
			path: { id },
			body: { ...changesOf(values, clear, updateFields), options },
		}),
});
