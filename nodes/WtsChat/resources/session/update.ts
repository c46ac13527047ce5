import { clearOf, updateFieldsOf } from '../../fields/collections';
import { departmentDropdown } from '../../fields/department';
import { unlessBlank, type ItemParameters } from '../../fields/itemParameters';
import { metadataFields, metadataFrom } from '../../fields/metadata';
import {
	classificationCategories,
	sessionId,
	sessionOptions,
	sessionOptionsFrom,
	sessionStatuses,
	type ClassificationCategory,
	type SessionStatus,
} from '../../fields/session';
import { userDropdown } from '../../fields/user';
import { put } from '../../transport/contract';
import { changesOf } from '../changes';
import type { Operation } from '../operation';

/** Attributes that the contract lets be null; a session always keeps a status. */
type Clearable = 'departmentId' | 'endAt' | 'metadata' | 'number' | 'userId';

/**
 * Source: PUT /chat/v2/session/{id}/partial
 *
 * Not offered: `companyId`, which the API key decides, and the field names `ReactivateDisabled` and
 * `Autocomplete`, for which the contract has no value to send.
 */
export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update a session',
	description: 'Change chosen attributes of a session and leave the others as they are',
	fields: [
		sessionId,
		updateFieldsOf([
			{
				displayName: 'Classification Amount',
				name: 'classificationAmount',
				type: 'number',
				typeOptions: { numberPrecision: 2 },
				default: 0,
				placeholder: 'e.g. 1490.50',
				description: 'Value of the outcome, for example of the sale',
			},
			{
				displayName: 'Classification Category',
				name: 'classificationCategory',
				type: 'options',
				options: classificationCategories,
				default: 'WON',
				description: 'How the conversation ended',
			},
			{
				displayName: 'Classification Description',
				name: 'classificationDescription',
				type: 'string',
				default: '',
				placeholder: 'e.g. Annual plan',
				description: 'Outcome of the conversation in words',
			},
			clearOf([
				{ name: 'Department', value: 'departmentId' },
				{ name: 'End At', value: 'endAt' },
				{ name: 'Metadata', value: 'metadata' },
				{ name: 'Number', value: 'number' },
				{ name: 'User', value: 'userId' },
			]),
			departmentDropdown,
			{
				displayName: 'End At',
				name: 'endAt',
				type: 'dateTime',
				default: '',
				description: "Completion time, in the workflow's time zone",
			},
			...metadataFields,
			{
				displayName: 'Number',
				name: 'number',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2026091000042',
				description: 'Number that identifies the session for people',
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				options: sessionStatuses,
				default: 'COMPLETED',
				description: 'Status that the session gets',
			},
			userDropdown,
		]),
		sessionOptions,
	],
	request(parameters) {
		const id = parameters.requiredId('sessionId');
		const fields = parameters.group('updateFields');
		const changes = changesOf(valuesFrom(fields), fields.choices<Clearable>('clear'), fields);
		return put('/chat/v2/session/{id}/partial', {
			path: { id },
			body: { ...changes, options: sessionOptionsFrom(parameters) },
		});
	},
};

function valuesFrom(fields: ItemParameters) {
	return {
		status: fields.choice<SessionStatus>('status'),
		endAt: fields.moment('endAt'),
		number: fields.text('number'),
		departmentId: fields.id('departmentId'),
		userId: fields.id('userId'),
		classification: unlessBlank({
			category: fields.choice<ClassificationCategory>('classificationCategory'),
			description: fields.text('classificationDescription'),
			amount: fields.number('classificationAmount'),
		}),
		metadata: metadataFrom(fields),
	};
}
