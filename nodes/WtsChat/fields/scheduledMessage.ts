import type { components } from '../../../contract/types/chat';
import type { ChoicesOf } from './choices';
import { choice } from './kinds/choice';
import { includeDetailsOf, optionsOf } from './kinds/collection';
import { locator } from './kinds/id';
import { moment } from './kinds/plain';
import { anyRecipient } from './recipient';

type Schemas = components['schemas'];
export type ScheduledMessageType = Schemas['ScheduledMessageType'];
export type ScheduledMessageStatus = Schemas['ScheduledMessageStatus'];
type ScheduledMessageDetail = Schemas['ScheduledMessageDetail'];

const message = { displayName: 'Scheduled Message', name: 'scheduledMessageId' };

export const scheduledMessageId = locator({
	...message,
	description: 'The scheduled message; the list shows the recipient, the time and the status',
	picker: 'scheduledMessages',
}).required();

/** For what can be done only until the message is sent. */
export const pendingMessageId = locator({
	...message,
	description: 'The scheduled message; the list has those that are still to be sent',
	picker: 'pendingMessages',
}).required();

/** Whom the message goes to; there has to be one, but for an update. */
export const scheduledRecipient = anyRecipient.with({
	description:
		'The contact: its phone number with country code, or from the list. A number of 10 or 11 digits without + is taken as Brazilian.',
});

const types: ChoicesOf<ScheduledMessageType> = [
	{ name: 'Chatbot', value: 'CHATBOT', description: 'A chatbot starts a conversation' },
	{ name: 'Template', value: 'TEMPLATE', description: 'An approved template is sent' },
];

export const messageType = choice({
	displayName: 'Type',
	name: 'messageType',
	options: types,
	default: 'TEMPLATE',
	description: 'What happens at the scheduled time',
});

export const scheduledAt = moment({
	displayName: 'Scheduled At',
	name: 'scheduledAt',
	description: "When to send it, in the workflow's time zone; it has to be in the future",
});

export const scheduledMessageStatuses: ChoicesOf<ScheduledMessageStatus> = [
	{ name: 'Canceled', value: 'CANCELED' },
	{ name: 'Delivered', value: 'DELIVERED' },
	{ name: 'Failed', value: 'FAILED' },
	{ name: 'Processed', value: 'PROCESSED' },
	{ name: 'Read', value: 'READ' },
	{ name: 'Scheduled', value: 'SCHEDULED' },
	{ name: 'Sent', value: 'SENT' },
];

const details: ChoicesOf<ScheduledMessageDetail> = [
	{ name: 'Channel', value: 'Channel' },
	{ name: 'Chatbot', value: 'Chatbot' },
	{ name: 'Contact', value: 'Contact' },
	{ name: 'Department', value: 'Department' },
	{ name: 'Template', value: 'Template' },
	{ name: 'User', value: 'User' },
];

/** Options of the operations that read scheduled messages. */
export const scheduledMessageReadOptions = optionsOf({
	includeDetails: includeDetailsOf(
		details,
		'Related records to include; switch Simplify off to see them',
	),
});

/** What remains of a scheduled message when Simplify is on. */
export const scheduledMessageShortForm = [
	'id',
	'scheduling',
	'status',
	'type',
	'contactId',
	'channelId',
	'templateId',
	'botId',
	'sessionId',
	'failureReason',
];
