import type { Resource } from '../operation';
import { get } from './get';
import { getMany } from './getMany';
import { transfer } from './transfer';
import { update } from './update';

export const session: Resource = {
	name: 'Session',
	value: 'session',
	description: 'Conversation with a contact',
	operations: [get, getMany, transfer, update],
};
