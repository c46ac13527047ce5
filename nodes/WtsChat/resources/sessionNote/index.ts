import type { Resource } from '../../operations/operation';
import { create } from './create';
import { deleteNote } from './delete';
import { get } from './get';
import { getMany } from './getMany';

export const sessionNote: Resource = {
	name: 'Session Note',
	value: 'sessionNote',
	description: 'Internal note on a conversation, which the contact does not see',
	operations: [getMany, get, create, deleteNote],
};
