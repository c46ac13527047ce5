import { subjectDepartmentId } from '../../fields/department';
import { requestOperation } from '../../operations/operation';
import { get } from '../../transport/contract';

export const getChannels = requestOperation({
	name: 'Get Channels',
	value: 'getChannels',
	action: 'Get the channels of a department',
	description: 'Read which channels a department serves: all, none, or some by their IDs',
	record: 'DepartmentChannels',
	fields: { id: subjectDepartmentId },
	request: ({ id }) => get('/core/v1/department/{id}/channel', { path: { id } }),
});
