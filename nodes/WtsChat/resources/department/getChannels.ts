import { subjectDepartmentId } from '../../fields/department';
import { get } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: GET /core/v1/department/{id}/channel */
export const getChannels: RequestOperation = {
	name: 'Get Channels',
	value: 'getChannels',
	action: 'Get the channels of a department',
	description: 'Read which channels a department serves: all, none, or those with these IDs',
	fields: [subjectDepartmentId],
	request: (parameters) =>
		get('/core/v1/department/{id}/channel', {
			path: { id: parameters.requiredId('departmentId') },
		}),
};
