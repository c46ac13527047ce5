import type { Resource } from '../../operations/operation';
import { cancel } from './cancel';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const scheduledMessage: Resource = {
	name: 'Scheduled Message',
	value: 'scheduledMessage',
	description: 'Template or chatbot sent to a contact at a set time',
	operations: [getMany, get, create, update, cancel],
};
