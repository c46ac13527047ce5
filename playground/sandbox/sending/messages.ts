import type { components } from '../../../contract/types/chat';
import {
	contactById,
	fileById,
	messageById,
	sendByMessageId,
	sessionById,
	templateById,
	type Account,
	type MessageRecord,
} from '../account';
import { invalid, platformError } from '../errors';
import { newMessage } from '../messages';
import { channelNamed, obstacle, targetOf, type Address, type Target } from './parties';

type Schemas = components['schemas'];

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What a message says, however its request spells it. */
export interface Content {
	type?: MessageRecord['type'];
	text?: string | null;
	templateId?: string | null;
	parameters?: Record<string, string | null> | null;
	fileIdOrUrl?: string | null;
	refId?: string | null;
	senderId?: string | null;
}

/** What is known of a file that is only an address. */
function detailsOf(fileIdOrUrl: string | null | undefined): MessageRecord['details'] {
	if (!fileIdOrUrl || UUID.test(fileIdOrUrl)) return null;
	const name = decodeURIComponent(new URL(fileIdOrUrl).pathname.split('/').at(-1) ?? '');
	return { file: { name, publicUrl: fileIdOrUrl } };
}

/** The file that a message carries; only a stored one has an ID. */
function fileIdOf(account: Account, fileIdOrUrl: string | null | undefined): string | null {
	if (!fileIdOrUrl) return null;
	if (UUID.test(fileIdOrUrl)) return fileById(account, fileIdOrUrl).id;
	if (!/^https?:\/\//.test(fileIdOrUrl)) {
		throw invalid({ fileIdOrUrl: ['The fileIdOrUrl field is neither an ID nor an address.'] });
	}
	return null;
}

/** The text of a template with its parameters filled in; refused when the template cannot be sent like this. */
export function templateText(account: Account, channelId: string, content: Content): string | null {
	const template = templateById(account, String(content.templateId));
	if (template.status !== 'Approved') {
		throw platformError(500, 'FORM_ERROR', 'O modelo não está aprovado.');
	}
	if (template.channelId !== null && template.channelId !== channelId) {
		throw platformError(500, 'FORM_ERROR', 'O modelo não pertence ao canal.');
	}
	if (template.fileType && !content.fileIdOrUrl) {
		throw platformError(500, 'FORM_ERROR', 'Informe o arquivo do modelo.');
	}
	const values = content.parameters ?? {};
	const missing = (template.params ?? []).filter(({ name }) => !values[name ?? '']);
	if (missing.length > 0) {
		const names = missing.map(({ name }) => name).join(', ');
		throw platformError(500, 'FORM_ERROR', `Informe os parâmetros do modelo: ${names}.`);
	}
	return (template.text ?? '').replace(/{{(\w+)}}/g, (_, name: string) => values[name] ?? '');
}

/** Puts a message into a session, on its way to the contact. */
function queue(account: Account, { session }: Target, content: Content): MessageRecord {
	const contact = session.contactId === null ? null : contactById(account, session.contactId);
	const isBlocked = contact?.status === 'BLOCKED';
	const message = newMessage({
		sessionId: session.id,
		type: content.type ?? 'TEXT',
		direction: 'TO_HUB',
		origin: 'API',
		status: isBlocked ? 'FAILED' : 'QUEUED',
		failedReason: isBlocked ? 'O contato está bloqueado.' : null,
		text: content.templateId
			? templateText(account, session.channelId, content)
			: (content.text ?? null),
		templateId: content.templateId ?? null,
		fileId: fileIdOf(account, content.fileIdOrUrl),
		details: detailsOf(content.fileIdOrUrl),
		refId: content.refId ? messageById(account, content.refId).id : null,
		senderId: content.senderId ?? null,
	});
	account.messages.push(message);
	account.typingUntil.delete(session.id);
	session.lastMessageText = message.text;
	session.lastInteractionDate = message.createdAt;
	session.lastMessageOut = message.createdAt;
	return message;
}

/** Moves a message one step further on its way, as time would. */
export function advance(account: Account, message: MessageRecord): MessageRecord {
	const now = new Date().toISOString();
	if (message.status === 'QUEUED') {
		const reason = obstacle(
			account,
			sessionById(account, message.sessionId),
			message.templateId !== null,
		);
		message.status = reason ? 'FAILED' : 'SENT';
		message.failedReason = reason;
		message.updatedAt = now;
	} else if (message.status === 'SENT') {
		message.status = 'DELIVERED';
		message.updatedAt = now;
	}
	return message;
}

/** A message of the general routes, queued. */
export function queueBody(
	account: Account,
	address: Address,
	{ fileUrl, fileId, ...body }: Schemas['MessageBody'],
): MessageRecord {
	const fileIdOrUrl = fileId ?? fileUrl;
	if (!body.text && !body.templateId && !fileIdOrUrl) {
		throw invalid({ body: ['One of text, templateId and a file is required.'] });
	}
	const type = fileIdOrUrl ? 'DOCUMENT' : 'TEXT';
	return queue(account, targetOf(account, address), { ...body, type, fileIdOrUrl });
}

/** Waits for the channel, as the synchronous routes do. */
export function settle(account: Account, message: MessageRecord): MessageRecord {
	return advance(account, advance(account, message));
}

export function queuedView(account: Account, message: MessageRecord): Schemas['QueuedMessage'] {
	const { id, createdAt, updatedAt, sessionId, senderId, status, failedReason } = message;
	const statusUrl = `${account.url}/chat/v1/message/${id}/status`;
	return {
		id,
		createdAt,
		updatedAt,
		sessionId,
		senderId,
		status,
		statusUrl,
		failureReason: failedReason,
	};
}

/** A message of the send family, queued; the session that it opens does not show at once. */
export function sendThrough(
	account: Account,
	address: Address & {
		callbackUrl?: string | null;
		sessionMetadata?: Record<string, unknown> | null;
	},
	content: Content,
): Schemas['SendResult'] {
	channelNamed(account, address.from);
	const target = targetOf(account, address);
	const { session, isNew } = target;
	const message = queue(account, target, content);
	if (address.sessionMetadata)
		session.metadata = { ...session.metadata, ...address.sessionMetadata };
	account.sends.push({
		messageId: message.id,
		callbackUrl: address.callbackUrl ?? null,
		sentAt: null,
		waitReply: address.options?.hiddenSession ?? false,
	});
	return { ...sendView(account, message), ...(isNew && { sessionId: null }) };
}

/** The status of a message of the send family. */
export function sendView(account: Account, message: MessageRecord): Schemas['SendResult'] {
	const send = sendByMessageId(account, message.id);
	if (message.status === 'SENT') send.sentAt ??= message.updatedAt;
	const { id, createdAt, updatedAt, sessionId, status, senderId, failedReason } = message;
	return {
		id,
		createdAt,
		updatedAt,
		companyId: account.companyId,
		sessionId,
		status,
		senderId,
		statusUrl: `${account.url}/chat/v1/send/message/${id}`,
		sentAt: send.sentAt,
		failedReason,
		callbackUrl: send.callbackUrl,
		waitReply: send.waitReply,
	};
}
