import { additionalFieldsOf } from '../../fields/collections';
import {
	departmentMembers,
	departmentName,
	departmentShortForm,
	departmentValuesFrom,
} from '../../fields/department';
import { memberRows, membersFrom } from '../../fields/membership';
import { outputFields } from '../../fields/output';
import { post } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: POST /core/v1/department */
export const create: RequestOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create a department',
	description: 'Add a department with its channels, rules and first members',
	shortForm: departmentShortForm,
	fields: [
		{ ...departmentName, required: true },
		memberRows,
		...outputFields,
		additionalFieldsOf(departmentMembers),
	],
	request(parameters) {
		const members = membersFrom(parameters);
		return post('/core/v1/department', {
			body: {
				name: parameters.requiredText('name'),
				...departmentValuesFrom(parameters.group('additionalFields')),
				agents: members.length > 0 ? members : undefined,
			},
		});
	},
};
