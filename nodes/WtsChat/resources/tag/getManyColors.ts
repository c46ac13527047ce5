import { limit } from '../../fields/list';
import { listOperation } from '../../operations/operation';
import { get } from '../../transport/contract';

export const getManyColors = listOperation({
	name: 'Get Many Colors',
	value: 'getManyColors',
	action: 'Get many tag colors',
	description: 'Read the colors that tags can have, with their hexadecimal values',
	record: 'TagColorOption',
	paging: 'none',
	fields: { limit },
	list: () => get('/core/v1/tag/color', {}),
});
