import { updateFieldsOf } from '../../fields/collections';
import {
	departmentMembers,
	departmentName,
	departmentShortForm,
	departmentValuesFrom,
	subjectDepartmentId,
} from '../../fields/department';
import { outputFields } from '../../fields/output';
import { put } from '../../transport/contract';
import { changesOf } from '../changes';
import type { RequestOperation } from '../operation';

/**
 * Source: PUT /core/v1/department/{id}
 *
 * Nothing can be cleared: a department always has a name and its rules. Not offered: the field name
 * `Description`, for which the request has no value.
 */
export const update: RequestOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update a department',
	description: 'Change chosen attributes of a department and leave the others as they are',
	shortForm: departmentShortForm,
	fields: [
		subjectDepartmentId,
		...outputFields,
		updateFieldsOf(
			[...departmentMembers, departmentName].sort((one, other) =>
				one.displayName.localeCompare(other.displayName),
			),
		),
	],
	request(parameters) {
		const fields = parameters.group('updateFields');
		const values = { name: fields.text('name'), ...departmentValuesFrom(fields) };
		return put('/core/v1/department/{id}', {
			path: { id: parameters.requiredId('departmentId') },
			body: changesOf(values, [], fields),
		});
	},
};
