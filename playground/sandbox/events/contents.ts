import {
	agentIn,
	channelById,
	contactById,
	fileById,
	sessionById,
	tagNames,
	type Account,
	type ContactRecord,
	type MessageRecord,
	type SessionRecord,
	type TemplateRecord,
} from '../account';
import { digitsOf } from '../contact/records';
import { savedCard } from '../crm/view';
import { panelById, type CardNoteRecord, type CardRecord } from '../crm/records';
import { savedSession } from '../session/view';
import { fileAddress } from '../storage';
import { without } from '../without';

/** The record of an event: the platform's own, which has other names than the API's answers. */
export type Content = Record<string, unknown>;

export function sessionContent(account: Account, session: SessionRecord): Content {
	const shown = without(
		savedSession(account, session),
		'title',
		'origin',
		'statusDescription',
		'timeService',
		'timeWait',
		'firstResponseAt',
	);
	return {
		active: session.status !== 'COMPLETED',
		expired: false,
		firstUserInteractionAt: null,
		firstAgentMessageAt: null,
		waitReply: false,
		readTimestamp: null,
		botVersionId: null,
		previousSessionId: null,
		...shown,
	};
}

function partiesOf(account: Account, { sessionId, direction }: MessageRecord) {
	const session = sessionById(account, sessionId);
	const channel = channelById(account, session.channelId);
	const contact = session.contactId === null ? null : contactById(account, session.contactId);
	const here = channel.number ? `+${channel.number}` : (channel.identity?.humanId ?? null);
	const phone = contact?.phoneNumber;
	const there = phone ? `+${digitsOf(phone)}` : (contact?.instagram ?? null);
	return direction === 'FROM_HUB' ? { from: there, to: here } : { from: here, to: there };
}

export function messageContent(account: Account, message: MessageRecord): Content {
	const file = message.fileId ? fileById(account, message.fileId) : null;
	return {
		...without(message, 'failedReason', 'filesIds'),
		editedAt: null,
		active: true,
		waitingOptIn: false,
		details: {
			...partiesOf(account, message),
			file: file && { id: file.id, name: file.name, publicUrl: fileAddress(account, file) },
			location: message.details?.location ?? null,
			contact: message.details?.contact ?? null,
			errors: message.details?.errors ?? null,
			transcription: message.details?.transcription ?? null,
		},
	};
}

export function contactContent(account: Account, contact: ContactRecord): Content {
	return {
		...without(
			contact,
			'phoneNumber',
			'phoneNumberFormatted',
			'tagIds',
			'customFields',
			'importedAt',
		),
		active: true,
		phonenumber: contact.phoneNumber,
		phonenumberFormatted: contact.phoneNumberFormatted,
		pictureUrl: null,
		pictureFileId: null,
		tagsId: contact.tagIds,
		tags: tagNames(account, contact.tagIds),
		customFieldValues: contact.customFields,
	};
}

export function cardContent(account: Account, card: CardRecord): Content {
	const { tags } = panelById(account, card.panelId);
	const shown = without(
		savedCard(account, card),
		'tagIds',
		'contactIds',
		'customFields',
		'responsibleUser',
		'lostReason',
		'status',
	);
	return {
		...shown,
		archived: card.status === 'ARCHIVED',
		tags: card.tagIds.map((id) => ({ id, text: tags.find((tag) => tag.id === id)?.name })),
		responsibleUserName: agentIn(account, card.responsibleUserId)?.name ?? null,
		customFieldValues: card.customFields,
	};
}

export function cardNoteContent({ cards }: Account, note: CardNoteRecord): Content {
	return { ...note, panelId: cards.find(({ id }) => id === note.cardId)?.panelId ?? null };
}

export function templateContent(_account: Account, template: TemplateRecord): Content {
	return { ...template };
}
