import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../transport/records';
import { isBlank } from '../values/blank';
import { authorOf, isFromContact, isWritten, type Author } from './author';
import { unansweredIn, writtenAt, type History } from './history';
import type { Message } from './records';

/** What somebody said in a conversation, as a model reads it. */
export interface Turn {
	/** The contact is the user of a model; whoever writes to the contact is its assistant. */
	role: 'user' | 'assistant';
	author: Author;
	/** What was written; of a message without text, what it is in brackets. */
	text: string;
	/** In UTC; undefined when the message has no date. */
	createdAt?: string;
	/** That of the message. */
	id?: string;
	/** The user of the team who wrote it. */
	userId?: string;
}

/** The messages that the contact has read or written, as turns in their order; models refuse those that are empty. */
export function turnsOf(messages: readonly Message[]): Turn[] {
	return messages
		.filter(isSaid)
		.map(turnOf)
		.filter(({ text }) => text.trim() !== '');
}

/** What of the contact's messages the prompt of a model holds: all that is unanswered, the newest with what came together with it, or none. */
export type Prompt = 'unanswered' | 'newest' | 'else';

interface Choice {
	prompt: Prompt;
	/** The IDs of the messages that came together with the newest. */
	together?: readonly unknown[];
	leaveOut?: readonly Author[];
	atMost: number;
}

/** The last turns of a history, without those that the prompt holds. */
export function turnsBefore(
	history: History,
	{ prompt, together = [], leaveOut = [], atMost }: Choice,
): Turn[] {
	const written = history.messages.filter(isFromContact);
	const held: Record<Prompt, Message[]> = {
		unanswered: unansweredIn(history),
		newest: [...written.slice(-1), ...written.filter(({ id }) => together.includes(id))],
		else: [],
	};
	const prompted = held[prompt];
	return turnsOf(history.messages.filter((message) => !prompted.includes(message)))
		.filter(({ author }) => !leaveOut.includes(author))
		.slice(-atMost);
}

const SPEAKERS: Record<Author, string> = {
	contact: 'Contact',
	user: 'Team',
	bot: 'Chatbot',
	api: 'Automation',
	campaign: 'Campaign',
	platform: 'WTS Chat',
	unknown: 'Unknown',
};

/** The turns as one text, each with who said it. */
export function transcriptOf(turns: readonly Turn[]): string {
	return turns.map(({ author, text }) => `${SPEAKERS[author]}: ${text}`).join('\n');
}

/** What a turn says, for a model that has to tell its own words from those of others who write to the contact. */
export function markedText({ author, text }: Turn): string {
	return author === 'contact' || author === 'api' ? text : `[${SPEAKERS[author]}] ${text}`;
}

/** What failed has not been said to the contact. */
function isSaid(message: Message): boolean {
	return isWritten(message) && message.status !== 'FAILED';
}

function turnOf(message: Message): Turn {
	const author = authorOf(message);
	const at = writtenAt(message);
	return {
		role: author === 'contact' ? 'user' : 'assistant',
		author,
		text: textOf(message),
		...(at !== undefined && { createdAt: new Date(at).toISOString() }),
		...(typeof message.id === 'string' && { id: message.id }),
		...(author === 'user' && { userId: String(message.userId) }),
	};
}

/** Kinds of messages that are nothing but their text. */
const TEXTS: unknown[] = ['TEXT', 'LIST', 'BUTTONS', undefined, null];

/** The text of a message, below what else it holds in brackets, as in `[image: receipt.jpg]`. */
function textOf({ type, text, details }: Message): string {
	const parts = isRecord(details) ? details : {};
	const { transcription } = parts;
	const heard = isRecord(transcription) ? transcription.text : undefined;
	const words = [text, heard].filter((one) => ['string', 'number'].includes(typeof one));
	return [labelOf(type, heldIn(parts)), ...words].filter((line) => !isBlank(line)).join('\n');
}

function labelOf(type: unknown, held: string): string {
	const isText = TEXTS.includes(type);
	if (isText && held === '') return '';
	const kind = isText ? 'file' : String(type).toLowerCase();
	return held === '' ? `[${kind}]` : `[${kind}: ${held}]`;
}

/** The names of the files of a message, its place, or the contact that it passes on. */
function heldIn({ file, files, fileAsLink, location, contact }: IDataObject): string {
	const linked = isRecord(fileAsLink) ? fileAsLink.file : undefined;
	const all = [file, linked, ...(Array.isArray(files) ? files : []), location, contact];
	return all
		.filter(isRecord)
		.flatMap(({ name, address, phoneNumber }) => [name, address, phoneNumber])
		.filter((value) => !isBlank(value))
		.join(', ');
}
