import { subjectUserId } from '../../fields/user';
import { requestOperation } from '../../operations/operation';
import { post } from '../../transport/contract';

export const logOut = requestOperation({
	name: 'Log Out',
	value: 'logOut',
	action: 'Log out a user',
	description: 'End the open logins of a user',
	fields: { id: subjectUserId },
	request: ({ id }) => post('/core/v1/agent/{id}/logout', { path: { id } }),
});
