import type { ItemParameters } from '../../fields/itemParameters';
import { recipientFrom } from '../../fields/recipient';
import {
	callbackUrl,
	delayTyping,
	delayTypingFrom,
	replyTo,
	senderId,
	sendOptions,
	sessionShapeFrom,
	trackingFrom,
} from '../../fields/sendOptions';

/** Options of the messages that are written freely, without a template. */
export const freeMessageOptions = sendOptions(callbackUrl, delayTyping, replyTo, senderId);

/** What remains of a sent message when Simplify is on. */
export const sendShortForm = [
	'id',
	'status',
	'sessionId',
	'senderId',
	'createdAt',
	'sentAt',
	'failedReason',
	'statusUrl',
	'timedOut',
];

/** All of a freely written message but its content. */
export function freeMessageFrom(parameters: ItemParameters) {
	const options = parameters.group('options');
	return {
		...recipientFrom(parameters),
		...trackingFrom(options),
		delayTyping: delayTypingFrom(options),
		refId: options.id('refId'),
		options: sessionShapeFrom(options),
	};
}
