import type { components } from '../../../contract/types/core';
import type { ChoicesOf } from './choices';
import { choice } from './kinds/choice';

type TagOperation = components['schemas']['TagOperation'];

const tagOperations: ChoicesOf<TagOperation> = [
	{
		name: 'Add',
		value: 'InsertIfNotExists',
		description: 'The contact or card keeps its other tags',
	},
	{ name: 'Remove', value: 'DeleteIfExists', description: 'These tags are removed' },
	{ name: 'Replace All', value: 'ReplaceAll', description: 'All other tags are removed' },
];

export const tagOperation = choice({
	displayName: 'Tag Operation',
	name: 'tagOperation',
	options: tagOperations,
	default: 'InsertIfNotExists',
	description: 'What happens with the tags given here',
});
