import { simplified } from '../../fields/output';
import { subjectUserId, userShortForm } from '../../fields/user';
import { requestOperation } from '../../operations/operation';
import { get as read } from '../../transport/contract';

export const get = requestOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a user',
	description: 'Read one user (agent) with departments and availability',
	record: 'Agent',
	fields: { id: subjectUserId, output: simplified(userShortForm) },
	request: ({ id }) => read('/core/v1/agent/{id}', { path: { id } }),
});
