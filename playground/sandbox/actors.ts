import { randomUUID } from 'node:crypto';
import {
	contactById,
	sessionById,
	type Account,
	type FileRecord,
	type MessageRecord,
	type SessionRecord,
} from './account';
import { newMessage } from './messages';
import { targetOf } from './sending/parties';
import { fileAddress } from './storage';

/** What somebody writes. */
export interface Words {
	text?: string;
	/** A file that comes with it. */
	file?: { name: string; mimeType: string; content: Buffer };
}

/** A contact writes to the account, into the open conversation or a new one. */
export function writeAsContact(
	account: Account,
	phone: string,
	{ text, file }: Words,
	channel?: string,
): MessageRecord {
	const { session } = targetOf(account, { to: phone, from: channel });
	const stored = file && storeFile(account, file);
	const message = newMessage({
		sessionId: session.id,
		type: file ? kindOf(file.mimeType) : 'TEXT',
		direction: 'FROM_HUB',
		origin: 'GATEWAY',
		status: 'DELIVERED',
		text: text ?? null,
		fileId: stored?.id ?? null,
		details: stored ? { file: openFile(account, stored) } : null,
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

/** A person of the account answers in a conversation. */
export function writeAsUser(
	account: Account,
	sessionId: string,
	userId: string,
	text: string,
): MessageRecord {
	const session = sessionById(account, sessionId);
	const message = newMessage({
		sessionId,
		type: 'TEXT',
		direction: 'TO_HUB',
		origin: 'DEFAULT',
		status: 'QUEUED',
		userId,
		text,
	});
	account.messages.push(message);
	Object.assign(session, { ...touched(message), lastMessageOut: message.createdAt });
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

/** The conversations with their contacts and messages, the latest first. */
export function conversations(account: Account) {
	return account.sessions
		.filter(({ contactId }) => contactId !== null)
		.map((session) => ({
			id: session.id,
			status: session.status,
			department: account.departments.find(({ id }) => id === session.departmentId)?.name ?? null,
			user: account.agents.find(({ userId }) => userId === session.userId)?.name ?? null,
			contact: contactById(account, session.contactId!).name,
			phone: contactById(account, session.contactId!).phoneNumber,
			messages: account.messages
				.filter(({ sessionId }) => sessionId === session.id)
				.map(({ direction, type, text, createdAt }) => ({ direction, type, text, createdAt })),
			lastInteractionDate: session.lastInteractionDate,
		}))
		.sort((one, other) =>
			String(other.lastInteractionDate).localeCompare(String(one.lastInteractionDate)),
		);
}
