import { subjectUserId } from '../../fields/user';
import { requestOperation } from '../../operations/operation';
import { success } from '../../operations/record';
import { post } from '../../transport/contract';

export const logOut = requestOperation({
	name: 'Log Out',
	value: 'logOut',
	action: 'Log out a user',
	description: 'End all open logins of a user',
	record: [success],
	fields: { id: subjectUserId },
	request: ({ id }) => post('/core/v1/agent/{id}/logout', { path: { id } }),
});
