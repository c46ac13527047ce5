import type { Resource } from '../../operations/operation';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';
import { updateTags } from './updateTags';
import { upsert } from './upsert';

export const contact: Resource = {
	name: 'Contact',
	value: 'contact',
	description: 'Person you exchange messages with',
	operations: [getMany, get, create, upsert, update, updateTags],
};
