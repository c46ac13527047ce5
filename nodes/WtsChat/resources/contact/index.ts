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
	description: 'Person that the account talks with',
	operations: [create, upsert, get, getMany, update, updateTags],
};
