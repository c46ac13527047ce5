import type { INodeProperties } from 'n8n-workflow';
import type { components } from '../../../contract/types/core';
import type { ChoicesOf } from './choices';

export type TagOperation = components['schemas']['TagOperation'];

const tagOperations: ChoicesOf<TagOperation> = [
	{ name: 'Add', value: 'InsertIfNotExists', description: 'The other tags stay' },
	{ name: 'Remove', value: 'DeleteIfExists', description: 'These tags are taken off' },
	{ name: 'Replace All', value: 'ReplaceAll', description: 'No other tag stays' },
];

export const tagOperation: INodeProperties = {
	displayName: 'Tag Operation',
	name: 'tagOperation',
	type: 'options',
	options: tagOperations,
	default: 'InsertIfNotExists',
	description: 'What happens with the tags given here',
};
