import { listFields } from '../../fields/list';
import { get } from '../../transport/contract';
import type { ListOperation } from '../operation';

/** Source: GET /core/v1/tag/color */
export const getManyColors: ListOperation = {
	name: 'Get Many Colors',
	value: 'getManyColors',
	action: 'Get many tag colors',
	description: 'Read the colors that tags can have, with their hexadecimal values',
	paging: 'none',
	fields: listFields,
	list: () => get('/core/v1/tag/color', {}),
};
