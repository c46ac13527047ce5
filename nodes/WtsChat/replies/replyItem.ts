import type { IDataObject } from 'n8n-workflow';
import { answerMeant, answersFrom, type ResponseType } from '../fields/response';
import type { ItemParameters } from '../fields/itemParameters';
import { isRecord } from '../transport/records';
import type { Question } from './question';

/** A reply as the workflow gets it: what was said, and which of the offered answers it means. */
export function replyItem(message: IDataObject, parameters: ItemParameters): IDataObject {
	const { sessionId, id, type, text, createdAt, details } = message;
	const said = typeof text === 'string' ? text : '';
	return {
		replied: true,
		sessionId,
		messageId: id,
		type,
		text: text ?? null,
		createdAt,
		...meaningOf(said, parameters),
		file: isRecord(details) ? (details.file ?? null) : null,
		message,
	};
}

/** What the workflow gets when the time is over. */
export function noReply({
	sessionId,
	messageId,
}: Pick<Question, 'sessionId' | 'messageId'>): IDataObject {
	return { replied: false, sessionId, messageId };
}

function meaningOf(said: string, parameters: ItemParameters): IDataObject {
	const answers = answersFrom(parameters);
	if (!answers) return {};
	const choice = answerMeant(answers, said) ?? null;
	if (parameters.choice<ResponseType>('responseType') !== 'approval') return { choice };
	const approved = choice === answers[0];
	// `data` is where n8n itself looks for an approval
	return { choice, approved, data: { approved } };
}
