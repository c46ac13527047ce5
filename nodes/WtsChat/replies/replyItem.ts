import type { IDataObject } from 'n8n-workflow';
import { transcriptionOf } from '../events/transcription';
import type { Response } from '../fields/response';
import { isRecord } from '../transport/records';
import { ratingIn } from '../values/ratings';
import { approvalMeant, choiceMeant } from '../values/replies';
import type { Question } from './question';

/** A reply as the workflow gets it: what was said, and which of the offered answers it means. */
export function replyItem(message: IDataObject, response: Response): IDataObject {
	const { sessionId, id, type, text, createdAt, details } = message;
	return {
		replied: true,
		sessionId,
		messageId: id,
		type,
		text: text ?? null,
		createdAt,
		...meaningOf(wordsOf(message), response),
		file: isRecord(details) ? (details.file ?? null) : null,
		message,
	};
}

/** Whether a reply is one of the answers that are offered; any is, where none are. */
export function isUnderstood(message: IDataObject, response: Response): boolean {
	const { choice, rating } = meaningOf(wordsOf(message), response);
	return choice !== null && rating !== null;
}

/** What the workflow gets when the time is over. */
export function noReply({
	sessionId,
	messageId,
}: Pick<Question, 'sessionId' | 'messageId'>): IDataObject {
	return { replied: false, sessionId, messageId };
}

/** The text of a message, or what was said in an audio, where WTS Chat has written that down. */
function wordsOf(message: IDataObject): string {
	const { text } = message;
	return typeof text === 'string' && text.trim() !== '' ? text : (transcriptionOf(message) ?? '');
}

/** The answer that was meant; null where it was not understood, which is no answer at all. */
function meaningOf(reply: string, { answers, isApproval, scale }: Response): IDataObject {
	if (scale) return { ...ratingIn(reply, scale) };
	if (!answers) return {};
	if (!isApproval) {
		return { choice: answers[choiceMeant(reply, answers) ?? -1] ?? null };
	}
	const place = approvalMeant(reply, answers);
	const approved = place === undefined ? null : place === 0;
	// `data` is where n8n itself looks for an approval; it acts on true alone, so null holds it back
	return { choice: answers[place ?? -1] ?? null, approved, data: { approved } };
}
