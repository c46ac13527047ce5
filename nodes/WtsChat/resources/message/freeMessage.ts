import { campaign } from '../../fields/campaign';
import { conditions } from '../../fields/conditions';
import { optionsOf } from '../../fields/kinds/collection';
import { messageTarget } from '../../fields/recipient';
import {
	callbackUrl,
	delayTyping,
	newSession,
	replyTo,
	senderId,
	sessionShapeOf,
} from '../../fields/sendOptions';
import { splitting } from '../../fields/splitting';
import type { SentMessage } from '../../operations/delivery';

const written = { refId: replyTo, conditions, campaign, delayTyping };
const sent = { ...newSession, callbackUrl, senderId };

/** Options of the messages that are written freely, without a template. */
export const freeMessageOptions = optionsOf({ ...written, ...sent });

/** Options of a text, which can become several messages. */
export const textOptions = optionsOf({ ...written, splitting, ...sent });

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

/** All but the text of a message that goes on after another: it goes into the same session, and changes nothing of it. */
export function furtherMessageOf(
	{ from, to, sessionId, callbackUrl }: ReturnType<typeof freeMessageOf>,
	before: SentMessage,
) {
	const target = before.sessionId ? { sessionId: before.sessionId } : { from, to, sessionId };
	return { ...target, callbackUrl };
}
