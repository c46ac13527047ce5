import { id } from './kinds/id';
import { author, contactName, phone } from './properties';

export const messageId = id({
	displayName: 'Message ID',
	name: 'messageId',
	description: 'ID of the message, for example from a Send operation or from Get Many',
}).required();

/** What remains of a message when Simplify is on. */
export const messageShortForm = [
	'text',
	author,
	contactName,
	phone,
	'createdAt',
	'sessionId',
	'id',
	'type',
	'fileId',
	'status',
];
