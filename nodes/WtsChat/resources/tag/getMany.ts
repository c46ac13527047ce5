import { listFields } from '../../fields/list';
import { get } from '../../transport/contract';
import type { ListOperation } from '../operation';

/** Source: GET /core/v1/tag */
export const getMany: ListOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many tags of contacts',
	description: 'Read the tags of contacts with their colors; names may repeat',
	paging: 'none',
	fields: listFields,
	list: () => get('/core/v1/tag', {}),
};
