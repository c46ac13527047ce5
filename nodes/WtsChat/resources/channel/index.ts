import type { Resource } from '../../operations/operation';
import { getMany } from './getMany';

export const channel: Resource = {
	name: 'Channel',
	value: 'channel',
	description: 'Number or page of the account on WhatsApp, Instagram or Messenger, or its web chat',
	operations: [getMany],
};
