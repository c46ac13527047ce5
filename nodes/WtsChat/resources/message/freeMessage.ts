import { messageTarget } from '../../fields/recipient';
import {
	callbackUrl,
	delayTyping,
	replyTo,
	senderId,
	sendOptions,
	sessionShapeOf,
} from '../../fields/sendOptions';

/** Options of the messages that are written freely, without a template. */
export const freeMessageOptions = sendOptions({
	callbackUrl,
	delayTyping,
	refId: replyTo,
	senderId,
});

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
export function freeMessageOf(
	target: ReturnType<typeof messageTarget.read>,
	options: ReturnType<typeof freeMessageOptions.read>,
) {
	return {
		...target,
		callbackUrl: options.callbackUrl,
		senderId: options.senderId,
		delayTyping: options.delayTyping,
		refId: options.refId,
		options: sessionShapeOf(options),
	};
}
