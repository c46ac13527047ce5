import {
	agentIn,
	channelById,
	contactById,
	departmentIn,
	type Account,
	type ContactRecord,
	type MessageRecord,
	type SessionRecord,
} from '../account';
import { advance } from '../sending/messages';
import { fileAddress } from '../storage';
import { windowEndOf, windowStatusOf } from '../time';
import { writtenBy } from './phone';

/** What the page shows: each contact with its conversations, the team, and the templates. */
export function viewOf(account: Account) {
	return {
		contacts: contactsIn(account).map((contact) => contactView(account, contact)),
		team: account.agents.map(({ userId, name, departments }) => ({
			userId,
			name,
			departmentIds: departments.map(({ departmentId }) => departmentId),
		})),
		templates: account.templates
			.filter(({ status, archived, fileType, type }) => {
				const isPlain = fileType === null && !type.includes('AUTHENTICATION');
				return status === 'Approved' && !archived && isPlain;
			})
			.map(({ id, name, internalName, text }) => ({ id, name: internalName ?? name, text })),
	};
}

/** What was sent arrives step by step; whoever looks at the page sees the phones of the contacts. */
export function deliver(account: Account): void {
	for (const message of account.messages) {
		const isOnItsWay = message.status === 'QUEUED' || message.status === 'SENT';
		if (message.direction === 'TO_HUB' && isOnItsWay) advance(account, message);
	}
}

/** The contacts who have written or were written to, the latest first. */
function contactsIn(account: Account): ContactRecord[] {
	const latest = new Map<string, string>();
	for (const { contactId, lastInteractionDate } of account.sessions) {
		const at = lastInteractionDate ?? '';
		if (contactId && at >= (latest.get(contactId) ?? '')) latest.set(contactId, at);
	}
	return [...latest]
		.sort(([, one], [, other]) => other.localeCompare(one))
		.map(([id]) => contactById(account, id));
}

function contactView(account: Account, contact: ContactRecord) {
	const sessions = account.sessions
		.filter(({ contactId }) => contactId === contact.id)
		.sort((one, other) => one.createdAt.localeCompare(other.createdAt));
	const ids = sessions.map(({ id }) => id);
	return {
		id: contact.id,
		name: contact.name,
		phone: writtenBy(contact),
		session: sessionView(account, sessions.at(-1)!),
		messages: account.messages
			.filter(({ sessionId }) => ids.includes(sessionId))
			.sort((one, other) => one.createdAt.localeCompare(other.createdAt))
			.map((message) => messageView(account, message)),
	};
}

function sessionView(account: Account, session: SessionRecord) {
	const { id, status, userId, departmentId, channelId, lastInteractionDate } = session;
	return {
		id,
		status,
		userId,
		departmentId,
		department: departmentIn(account, departmentId)?.name ?? null,
		channel: channelById(account, channelId).identity?.platform ?? null,
		window: windowStatusOf(account, session),
		windowEndsAt: windowEndOf(account, session),
		isTyping: (account.typingUntil.get(id) ?? 0) > Date.now(),
		at: lastInteractionDate,
	};
}

function messageView(account: Account, message: MessageRecord) {
	const { id, sessionId, type, direction, text, origin, status, failedReason, createdAt } = message;
	const side = direction === 'FROM_HUB' ? 'contact' : 'team';
	return {
		id,
		sessionId,
		side: type === 'NOTE' ? 'note' : side,
		type,
		text: text ?? describedIn(message),
		author: agentIn(account, message.userId)?.name ?? null,
		origin,
		status,
		failedReason,
		at: createdAt,
		file: fileView(account, message),
		transcription: message.details?.transcription ?? null,
		buttons: (message.templateId && account.templateButtons.get(message.templateId)) || [],
	};
}

/** What a message without a text says: a place, a person or a page. */
function describedIn({ details }: MessageRecord): string | null {
	const { location, contact, track } = details ?? {};
	if (location) return `📍 ${location.name ?? ''} – ${location.address ?? ''}`;
	if (contact) return `👤 ${contact.name ?? ''} – ${contact.phoneNumberFormatted ?? ''}`;
	return track ? `🔗 ${track.pageTitle ?? ''} – ${track.pageUrl ?? ''}` : null;
}

function fileView(account: Account, { fileId, details }: MessageRecord) {
	const stored = account.files.find(({ id }) => id === fileId);
	const { name = stored?.name, mimeType = stored?.mimeType, publicUrl } = details?.file ?? {};
	if (!name) return null;
	const isHere = stored && account.fileContents.has(stored.id);
	return { name, type: mimeType ?? null, url: isHere ? fileAddress(account, stored) : publicUrl };
}
