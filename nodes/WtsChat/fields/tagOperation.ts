import type { components } from '../../../contract/types/core';
import type { ChoicesOf } from './choices';
import { choice } from './kinds/choice';

type TagOperation = components['schemas']['TagOperation'];

const tagOperations: ChoicesOf<TagOperation> = [
	{ name: 'Add', value: 'InsertIfNotExists', description: 'The other tags stay' },
	{ name: 'Remove', value: 'DeleteIfExists', description: 'These tags are taken off' },
	{ name: 'Replace All', value: 'ReplaceAll', description: 'No other tag stays' },
];

export const tagOperation = choice({
	displayName: 'Tag Operation',
	name: 'tagOperation',
	options: tagOperations,
	default: 'InsertIfNotExists',
	description: 'What happens with the tags given here',
});
