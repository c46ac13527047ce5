import { subjectUserId } from '../../fields/user';
import { post } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: POST /core/v1/agent/{id}/logout */
export const logOut: RequestOperation = {
	name: 'Log Out',
	value: 'logOut',
	action: 'Log out a user',
	description: 'End the open logins of a user',
	fields: [subjectUserId],
	request: (parameters) =>
		post('/core/v1/agent/{id}/logout', { path: { id: parameters.requiredId('userId') } }),
};
