import type { components } from '../../../contract/types/chat';
import { messageById, sendByMessageId, sessionById } from '../account';
import { operation } from '../operation';
import { advance, queueBody, queuedView, sendThrough, sendView, settle } from '../sending/messages';
import type { Address } from '../sending/parties';

type Schemas = components['schemas'];

/** How long WhatsApp shows the indicator, unless a message comes before. */
const TYPING_MS = 25_000;

/** Who a message of the general route is for; the new session's options stand apart there. */
function addressOf(body: Schemas['SendMessageRequest']): Address {
	const { from, to, botKey, department, user, options } = body;
	return { from, to, botKey, options: { ...options, department, user } };
}

export const sendOperations = [
	operation('sendSessionMessage', ({ path, body }, account) =>
		queuedView(account, queueBody(account, { sessionId: path.id }, body)),
	),

	operation('sendSessionMessageSync', ({ path, body }, account) =>
		settle(account, queueBody(account, { sessionId: path.id }, body)),
	),

	operation('sendMessage', ({ body }, account) =>
		queuedView(account, queueBody(account, addressOf(body), body.body)),
	),

	operation('sendMessageSync', ({ body }, account) =>
		settle(account, queueBody(account, addressOf(body), body.body)),
	),

	operation('sendTextMessage', ({ body }, account) => sendThrough(account, body, body)),

	operation('sendImageMessage', ({ body }, account) =>
		sendThrough(account, body, { ...body, type: 'IMAGE' }),
	),

	operation('sendVideoMessage', ({ body }, account) =>
		sendThrough(account, body, { ...body, type: 'VIDEO' }),
	),

	operation('sendDocumentMessage', ({ body }, account) =>
		sendThrough(account, body, { ...body, type: 'DOCUMENT' }),
	),

	operation('sendAudioMessage', ({ body }, account) =>
		sendThrough(account, body, { ...body, type: 'AUDIO' }),
	),

	operation('sendTemplateMessage', ({ body }, account) => sendThrough(account, body, body)),

	operation('sendTemplateMessageBatch', ({ body }, account) => {
		const { from, templateId, options, messages } = body;
		const results = messages.map((message) =>
			sendThrough(account, { ...message, from, options }, { ...message, templateId }),
		);
		// the contract promises no order
		return { results: results.reverse() };
	}),

	operation('sendTypingIndicator', ({ body }, account) => {
		const { id } = sessionById(account, body.sessionId);
		account.typingUntil.set(id, Date.now() + TYPING_MS);
	}),

	operation('getSendMessageStatus', ({ path }, account) => {
		sendByMessageId(account, path.id);
		return sendView(account, advance(account, messageById(account, path.id)));
	}),
];
