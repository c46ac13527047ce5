import { randomUUID } from 'node:crypto';
import type { components } from '../../contract/types/chat';
import {
	agentByUserId,
	contactById,
	messageById,
	sessionById,
	type Account,
	type FileRecord,
	type MessageRecord,
	type SessionRecord,
} from './account';
import { invalid } from './errors';
import { newMessage, type MessageInput } from './messages';
import { templateText } from './sending/messages';
import { targetOf } from './sending/parties';
import { change, setStatus } from './session/changes';
import { fileAddress } from './storage';

type Transcription = components['schemas']['MessageTranscription'];

/** What somebody writes. */
export interface Words {
	text?: string;
	/** A file that comes with it. */
	file?: { name: string; mimeType: string; content: Buffer };
	/** What the account makes of an audio by itself; one that is `processing` ends with `transcribe`. */
	transcription?: Transcription;
}

/** A contact writes to the account, into the open conversation or a new one. */
export function writeAsContact(
	account: Account,
	phone: string,
	words: Words,
	channel?: string,
): MessageRecord {
	return receive(account, targetOf(account, { to: phone, from: channel }).session, words);
}

/** The contact of a conversation goes on writing; where it is over, in a new one. */
export function writeAsContactIn(account: Account, sessionId: string, words: Words): MessageRecord {
	return receive(account, openOf(account, sessionId), words);
}

/** A contact presses a button of a template that has come. */
export function pressButton(account: Account, messageId: string, text: string): MessageRecord {
	const { sessionId, templateId } = messageById(account, messageId);
	const buttons = (templateId && account.templateButtons.get(templateId)) || [];
	if (!buttons.includes(text)) throw invalid({ button: [`The message has no button ${text}.`] });
	const pressed = { text, type: 'BUTTONS', refId: messageId } as const;
	return receive(account, openOf(account, sessionId), pressed);
}

/** The conversation, or where it is over, the open one with the same contact. */
function openOf(account: Account, sessionId: string): SessionRecord {
	const session = sessionById(account, sessionId);
	const contact = session.contactId && contactById(account, session.contactId);
	if (session.status !== 'COMPLETED' || !contact) return session;
	return targetOf(account, { to: contact.phoneNumber ?? contact.instagram }).session;
}

/** Puts what a contact writes into a session, whose window opens with it. */
function receive(
	account: Account,
	session: SessionRecord,
	{ text, file, transcription, ...rest }: Words & Pick<Partial<MessageRecord>, 'type' | 'refId'>,
): MessageRecord {
	const stored = file && storeFile(account, file);
	const message = newMessage({
		sessionId: session.id,
		type: file ? kindOf(file.mimeType) : 'TEXT',
		direction: 'FROM_HUB',
		origin: 'GATEWAY',
		status: 'DELIVERED',
		text: text ?? null,
		fileId: stored?.id ?? null,
		details: stored ? { file: openFile(account, stored), transcription } : null,
		...rest,
	});
	account.messages.push(message);
	Object.assign(session, {
		...touched(message),
		status: session.status === 'HIDDEN' ? 'PENDING' : session.status,
		unreadCount: session.unreadCount + 1,
		lastMessageIn: message.createdAt,
		windowStatus: 'ACTIVE',
	});
	return message;
}

/** The account has written down what an audio says, or could not. */
export function transcribe(account: Account, messageId: string, text: string | null): void {
	const message = messageById(account, messageId);
	const transcription = { text, processing: false, error: text === null };
	message.details = { ...message.details, transcription };
	message.updatedAt = new Date().toISOString();
}

/** A person of the account takes a conversation over. */
export function takeOver(account: Account, sessionId: string, userId: string): void {
	change(sessionById(account, sessionId), (draft) => {
		draft.userId = agentByUserId(account, userId).userId;
		setStatus(draft, 'IN_PROGRESS');
	});
}

/** Nobody has the conversation any more; it waits again. */
export function handBack(account: Account, sessionId: string): void {
	change(sessionById(account, sessionId), (draft) => {
		draft.userId = null;
		setStatus(draft, 'PENDING');
	});
}

/** A person of the account answers in a conversation. */
export function writeAsUser(
	account: Account,
	sessionId: string,
	userId: string,
	text: string,
): MessageRecord {
	return say(account, { sessionId, userId, text, type: 'TEXT', status: 'QUEUED' });
}

/** A person of the account sends a template. */
export function sendTemplateAsUser(
	account: Account,
	sessionId: string,
	userId: string,
	templateId: string,
	parameters: Record<string, string>,
): MessageRecord {
	const { channelId } = sessionById(account, sessionId);
	const text = templateText(account, channelId, { templateId, parameters });
	return say(account, { sessionId, userId, text, templateId, type: 'TEXT', status: 'QUEUED' });
}

/** A person of the account leaves a note for the team. */
export function noteAsUser(
	account: Account,
	sessionId: string,
	userId: string,
	text: string,
): MessageRecord {
	const note = { sessionId, userId, text, type: 'NOTE', status: 'SAVED' } as const;
	const message = newMessage({ ...note, direction: 'TO_HUB', origin: 'DEFAULT' });
	account.messages.push(message);
	return message;
}

function say(account: Account, words: Omit<MessageInput, 'direction' | 'origin'>): MessageRecord {
	const message = newMessage({ ...words, direction: 'TO_HUB', origin: 'DEFAULT' });
	account.messages.push(message);
	Object.assign(sessionById(account, words.sessionId), {
		...touched(message),
		lastMessageOut: message.createdAt,
	});
	return message;
}

function touched({ createdAt, text }: MessageRecord): Partial<SessionRecord> {
	return { updatedAt: createdAt, lastInteractionDate: createdAt, lastMessageText: text };
}

/** The file of a message, with the address that it can be fetched from. */
function openFile(account: Account, file: FileRecord) {
	const { id, name, mimeType, size } = file;
	return { id, name, mimeType, size, publicUrl: fileAddress(account, file) };
}

function storeFile(
	account: Account,
	{ name, mimeType, content }: NonNullable<Words['file']>,
): FileRecord {
	const id = randomUUID();
	const file: FileRecord = {
		...account.files[0]!,
		id,
		name,
		mimeType,
		type: kindOf(mimeType),
		size: content.length,
	};
	account.files.push(file);
	account.fileContents.set(id, content);
	return file;
}

function kindOf(mimeType: string): 'IMAGE' | 'AUDIO' | 'VIDEO' | 'DOCUMENT' {
	const [kind] = mimeType.split('/');
	if (kind === 'image') return 'IMAGE';
	if (kind === 'audio') return 'AUDIO';
	return kind === 'video' ? 'VIDEO' : 'DOCUMENT';
}
