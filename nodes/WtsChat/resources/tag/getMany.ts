import { limit } from '../../fields/list';
import { listOperation } from '../../operations/operation';
import { get } from '../../transport/contract';

export const getMany = listOperation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many tags of contacts',
	description: 'Read the tags of contacts with their colors; names may repeat',
	record: 'Tag',
	paging: 'none',
	fields: { limit },
	list: () => get('/core/v1/tag', {}),
});
