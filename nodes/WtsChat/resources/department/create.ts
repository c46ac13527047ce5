import {
	departmentMembers,
	departmentName,
	departmentOf,
	departmentShortForm,
} from '../../fields/department';
import { additionalFieldsOf } from '../../fields/kinds/collection';
import { members } from '../../fields/membership';
import { simplified } from '../../fields/output';
import { requestOperation } from '../../operations/operation';
import { post } from '../../transport/contract';

export const create = requestOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a department',
	description: 'Add a department with its channels, rules and first members',
	record: 'Department',
	fields: {
		name: departmentName.required(),
		agents: members,
		output: simplified(departmentShortForm),
		additionalFields: additionalFieldsOf(departmentMembers),
	},
	request: ({ name, agents, additionalFields }) =>
		post('/core/v1/department', {
			body: {
				name,
				...departmentOf(additionalFields),
				agents: agents.length > 0 ? agents : undefined,
			},
		}),
});
