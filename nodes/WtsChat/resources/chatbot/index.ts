import type { Resource } from '../../operations/operation';
import { getMany } from './getMany';
import { getSendStatus } from './getSendStatus';
import { send } from './send';
import { start } from './start';

export const chatbot: Resource = {
	name: 'Chatbot',
	value: 'chatbot',
	description: 'Automated conversation with a contact',
	operations: [getMany, start, send, getSendStatus],
};
