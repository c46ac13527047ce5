import {
	departmentMembers,
	departmentName,
	departmentOf,
	departmentShortForm,
	subjectDepartmentId,
} from '../../fields/department';
import { updateFieldsOf } from '../../fields/kinds/collection';
import { simplified } from '../../fields/output';
import { changesOf } from '../../operations/changes';
import { requestOperation } from '../../operations/operation';
import { put } from '../../transport/contract';

const updateFields = updateFieldsOf({ name: departmentName, ...departmentMembers });

/**
 * Nothing can be cleared: a department always has a name and its rules. Not offered: the field name
 * `Description`, for which the request has no value.
 */
export const update = requestOperation({
	name: 'Update',
	value: 'update',
	action: 'Update a department',
	description: 'Change what you choose of a department, and leave the rest as it is',
	record: 'Department',
	fields: { id: subjectDepartmentId, output: simplified(departmentShortForm), updateFields },
	request: ({ id, updateFields: { name, ...members } }) =>
		put('/core/v1/department/{id}', {
			path: { id },
			body: changesOf({ name, ...departmentOf(members) }, [], updateFields),
		}),
});
