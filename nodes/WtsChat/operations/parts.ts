import { NodeApiError, type IDataObject } from 'n8n-workflow';
import type { Splitting } from '../fields/splitting';
import type { Api } from '../transport/api';
import { post } from '../transport/contract';
import { isText } from '../transport/errorBody';
import { DeliveryError, sentence } from '../transport/errors';
import { PlainError } from '../transport/plainError';
import { messagePartsOf } from '../values/messageParts';
import type { Sentence } from '../values/sentence';
import type { ReasonAgainst } from './conditions';
import { outcomeOf, type SentMessage } from './delivery';
import * as sentences from './sentences';

const MS_PER_CHARACTER = 30;
const MIN_TYPING_MS = 1_000;
const MAX_TYPING_MS = 8_000;

/** How a text is sent in parts. */
interface InParts<Text> {
	text: Text;
	/** Undefined for as one message. */
	splitting: Splitting | undefined;
	/** Seconds for which WTS Chat itself holds the first message back. */
	delay?: number;
	/** Asked before each further message, since somebody may write meanwhile. */
	reasonAgainst?: ReasonAgainst;
}

/**
 * Sends a text, whole or as the messages that it is split into. Of several the last comes out, with all
 * parts; those that something spoke against meanwhile are told as unsent.
 *
 * @param send sends one; `before` is the message before it, undefined for the first
 * @throws DeliveryError that says what was sent, where not all of it was
 */
export async function sendInParts<Text extends string | null | undefined>(
	api: Api,
	{ text, splitting, delay = 0, reasonAgainst }: InParts<Text>,
	send: (text: Text | string, before?: SentMessage) => Promise<SentMessage | undefined>,
): Promise<SentMessage | undefined> {
	const texts = splitting && text ? messagePartsOf(text, splitting) : [];
	// of blank space alone there are no parts; WTS Chat says what it thinks of it
	if (!splitting || texts.length === 0) return await send(text);
	const parts: IDataObject[] = [];
	let last: SentMessage | undefined;
	for (const part of texts) {
		try {
			if (last) {
				const ms = splitting.typing ? await showTyping(api, part, last) : 0;
				await passed(api, ms + (parts.length === 1 ? delay * 1_000 : 0));
				const reason = await reasonAgainst?.();
				if (reason) return { ...last, parts, unsent: texts.slice(parts.length), reason };
			}
			last = sentAfter(last, await send(part, last), api.notes);
		} catch (error) {
			throw parts.length === 0 ? error : partlySent(error, parts, texts);
		}
		parts.push({ text: part, id: last.id, status: last.status });
	}
	return { ...last, parts };
}

/** Shows the contact "typing", where that can be, and tells for how long the text would be written. */
async function showTyping(api: Api, text: string, { sessionId }: SentMessage): Promise<number> {
	if (sessionId) {
		const typing = post('/chat/v1/send/typing', { body: { sessionId } });
		await api.send(typing).catch(() => undefined);
	}
	return Math.min(Math.max(text.length * MS_PER_CHARACTER, MIN_TYPING_MS), MAX_TYPING_MS);
}

async function passed(api: Api, ms: number): Promise<void> {
	if (!(await api.wait(ms))) throw new PlainError(sentences.stopped);
}

/** The message, in the session of the one before it where the API does not tell it. */
function sentAfter(
	before: SentMessage | undefined,
	sent: SentMessage | undefined,
	notes: Set<Sentence>,
): SentMessage {
	const outcome = outcomeOf(sent, notes);
	if (outcome instanceof DeliveryError) throw outcome;
	return { ...sent, sessionId: sent?.sessionId ?? before?.sessionId };
}

function partlySent(cause: unknown, parts: IDataObject[], texts: string[]): DeliveryError {
	const { message } = cause as Error;
	const more = cause instanceof DeliveryError ? cause.remedy : undefined;
	const described = cause instanceof NodeApiError ? cause.description : more;
	return new DeliveryError(
		sentences.partlySent(parts.length, texts.length),
		`${[message, described].filter(isText).map(sentence).join(' ')} Do not send the whole text again: 'parts' has what was sent, 'unsent' what was not.`,
		{ parts, unsent: texts.slice(parts.length) },
	);
}
