import type { components } from '../../../contract/types/core';

export type WebhookEvent = components['schemas']['WebhookEvent'];

/** What an event is about: whose record it carries. */
export type Subject =
	'card' | 'cardNote' | 'contact' | 'message' | 'payment' | 'session' | 'template';

interface EventEntry {
	name: string;
	description: string;
	subject: Subject;
}

/** The events that the contract knows, in words, in the order of the trigger's menu. */
const contractEvents: Record<WebhookEvent, EventEntry> = {
	MESSAGE_RECEIVED: {
		name: 'Message Received',
		description: 'A contact wrote',
		subject: 'message',
	},
	MESSAGE_SENT: {
		name: 'Message Sent',
		description: 'A user, a chatbot, a campaign or the API wrote to a contact',
		subject: 'message',
	},
	MESSAGE_UPDATED: {
		name: 'Message Updated',
		description: 'A message was delivered, read, edited or failed; the most frequent event',
		subject: 'message',
	},
	SESSION_NEW: {
		name: 'Session Created',
		description: 'A conversation began',
		subject: 'session',
	},
	SESSION_UPDATE: {
		name: 'Session Updated',
		description: 'Something about a conversation changed; every message changes it, too',
		subject: 'session',
	},
	SESSION_COMPLETE: {
		name: 'Session Completed',
		description: 'A conversation was completed',
		subject: 'session',
	},
	CONTACT_NEW: {
		name: 'Contact Created',
		description: 'A contact was added',
		subject: 'contact',
	},
	CONTACT_UPDATE: {
		name: 'Contact Updated',
		description: 'Something about a contact changed',
		subject: 'contact',
	},
	CONTACT_TAG_UPDATE: {
		name: 'Contact Tags Updated',
		description: 'The tags of a contact changed; Contact Updated may come with it',
		subject: 'contact',
	},
	PANEL_CARD_NEW: {
		name: 'Card Created',
		description: 'A card was added to a panel',
		subject: 'card',
	},
	PANEL_CARD_UPDATE: {
		name: 'Card Updated',
		description: 'Something about a card changed',
		subject: 'card',
	},
	PANEL_CARD_STEP_CHANGE: {
		name: 'Card Changed Step',
		description: 'A card was moved to another step; Card Updated comes with it',
		subject: 'card',
	},
	PANEL_CARD_NOTE_NEW: {
		name: 'Card Note Created',
		description: 'A note was added to a card',
		subject: 'cardNote',
	},
	PANEL_CARD_NOTE_UPDATE: {
		name: 'Card Note Updated',
		description: 'A note of a card was changed',
		subject: 'cardNote',
	},
	TEMPLATE_NEW: {
		name: 'Template Created',
		description: 'A message template was created',
		subject: 'template',
	},
	TEMPLATE_UPDATE: {
		name: 'Template Updated',
		description: 'A message template was changed, for example approved',
		subject: 'template',
	},
	PAYMENT_NEW: {
		name: 'Payment Created',
		description: 'A charge was created in the payments app',
		subject: 'payment',
	},
	PAYMENT_UPDATE: {
		name: 'Payment Updated',
		description: 'A charge of the payments app was changed',
		subject: 'payment',
	},
};

/** What no subscription tells of: the trigger itself looks for it. */
export type SilenceEvent = 'CONTACT_SILENT' | 'CONTACT_UNANSWERED' | 'WINDOW_CLOSING';

const silenceEvents: Record<SilenceEvent, EventEntry> = {
	CONTACT_SILENT: {
		name: 'Contact Went Silent',
		description: 'A contact has not answered for some minutes; n8n looks for it once a minute',
		subject: 'session',
	},
	CONTACT_UNANSWERED: {
		name: 'Contact Is Unanswered',
		description: 'Nobody has answered a contact for some minutes; n8n looks for it once a minute',
		subject: 'session',
	},
	WINDOW_CLOSING: {
		name: '24-Hour Window Closes Soon',
		description:
			'In some minutes only a template can be sent to a contact; n8n looks for it once a minute',
		subject: 'session',
	},
};

const known = new Map<string, EventEntry>(Object.entries({ ...contractEvents, ...silenceEvents }));

/** The names of all events that the contract knows. */
export const eventNames = Object.keys(contractEvents) as WebhookEvent[];

/** The names of all silences. */
export const silenceNames = Object.keys(silenceEvents) as SilenceEvent[];

/** Whether an event is one that n8n finds out by itself, because nothing happened. */
export function isSilence(event: string): event is SilenceEvent {
	return Object.hasOwn(silenceEvents, event);
}

/** The words for an event; undefined for one that is newer than the contract. */
export function eventEntry(event: string): EventEntry | undefined {
	return known.get(event);
}

/** The events about any of these. */
export function eventsAbout(...subjects: Subject[]): string[] {
	return [...known].filter(([, { subject }]) => subjects.includes(subject)).map(([event]) => event);
}
