import type { Resource } from '../operation';
import { transfer } from './transfer';
import { update } from './update';

export const session: Resource = {
	name: 'Session',
	value: 'session',
	description: 'Conversation with a contact',
	operations: [transfer, update],
};
