import type { Resource } from '../../operations/operation';
import { addContact } from './addContact';
import { getMany } from './getMany';
import { getManyContacts } from './getManyContacts';
import { removeContact } from './removeContact';

export const sequence: Resource = {
	name: 'Sequence',
	value: 'sequence',
	description: 'Series of messages sent to enrolled contacts',
	operations: [getMany, getManyContacts, addContact, removeContact],
};
