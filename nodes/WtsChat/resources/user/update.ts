import { clearOf, updateFieldsOf } from '../../fields/kinds/collection';
import { simplified } from '../../fields/output';
import { subjectUserId, userMembers, userShortForm } from '../../fields/user';
import { changesOf } from '../../operations/changes';
import { requestOperation } from '../../operations/operation';
import { put } from '../../transport/contract';

const updateFields = updateFieldsOf({
	...userMembers,
	clear: clearOf([
		{ name: 'Email', value: 'email' },
		{ name: 'Phone Number', value: 'phoneNumber' },
		{ name: 'Short Name', value: 'shortName' },
	]),
});

export const update = requestOperation({
	name: 'Update',
	value: 'update',
	action: 'Update a user',
	description: 'Change a user, for example the availability',
	record: 'Agent',
	fields: { id: subjectUserId, output: simplified(userShortForm), updateFields },
	request: ({ id, updateFields: { clear, ...values } }) =>
		put('/core/v1/agent/{id}', {
			path: { id },
			body: changesOf(values, clear, updateFields),
		}),
});
