import { outputFields } from '../../fields/output';
import { subjectUserId, userShortForm } from '../../fields/user';
import { get as read } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: GET /core/v1/agent/{id} */
export const get: RequestOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get a user',
	description: 'Read one user (agent) with departments and availability',
	shortForm: userShortForm,
	fields: [subjectUserId, ...outputFields],
	request: (parameters) =>
		read('/core/v1/agent/{id}', { path: { id: parameters.requiredId('userId') } }),
};
