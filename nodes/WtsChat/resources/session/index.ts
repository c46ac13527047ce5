import type { Resource } from '../../operations/operation';
import { assign } from './assign';
import { changeStatus } from './changeStatus';
import { complete } from './complete';
import { get } from './get';
import { getMany } from './getMany';
import { transfer } from './transfer';
import { update } from './update';

export const session: Resource = {
	name: 'Session',
	value: 'session',
	description: 'Conversation with a contact',
	operations: [getMany, get, transfer, update, assign, changeStatus, complete],
};
