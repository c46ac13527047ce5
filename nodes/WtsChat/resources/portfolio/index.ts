import type { Resource } from '../../operations/operation';
import { addContact } from './addContact';
import { getMany } from './getMany';
import { getManyContacts } from './getManyContacts';
import { removeContact } from './removeContact';

export const portfolio: Resource = {
	name: 'Portfolio',
	value: 'portfolio',
	description: 'Group of contacts that belongs to departments and users',
	operations: [getMany, getManyContacts, addContact, removeContact],
};
