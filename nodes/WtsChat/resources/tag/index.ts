import type { Resource } from '../../operations/operation';
import { create } from './create';
import { deleteTag } from './delete';
import { getMany } from './getMany';
import { getManyColors } from './getManyColors';
import { update } from './update';

export const tag: Resource = {
	name: 'Tag',
	value: 'tag',
	description: 'Label on contacts',
	operations: [getMany, getManyColors, create, update, deleteTag],
};
