import type { Resource } from '../../operations/operation';
import { create } from './create';
import { deleteNote } from './delete';
import { getMany } from './getMany';

export const cardNote: Resource = {
	name: 'Card Note',
	value: 'cardNote',
	description: 'Note on a card, with text and files',
	operations: [getMany, create, deleteNote],
};
