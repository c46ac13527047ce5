import type { IDataObject } from 'n8n-workflow';
import { withAnswers } from '../fields/response';
import type { Expectation } from '../operations/operation';
import type { Api } from '../transport/api';
import { post } from '../transport/contract';
import { messagesSince } from './answers';
import { isAnswer, type Question } from './question';
import { plain } from '../values/characters';
import { momentOf } from '../values/moments';
import { isUnderstood } from './replyItem';

/**
 * The message that the workflow goes on with, when the contact has written `said`: this one, unless the
 * contact is to be asked again. Then it is the first that is understood, or the one after the last time
 * of asking; undefined while the contact is asked again. What has been asked already is read from the
 * conversation, so that nobody is asked twice for one message.
 *
 * Source: GET /chat/v1/message, POST /chat/v1/send/text
 *
 * @throws NodeApiError when the API refuses or cannot be reached
 */
export async function replyThatCounts(
	api: Api,
	question: Question,
	{ response, askAgain }: Expectation,
	said: IDataObject,
): Promise<IDataObject | undefined> {
	if (!askAgain || isUnderstood(said, response)) return said;
	const written = await messagesSince(api, question);
	// the API may list a message a little after it was delivered
	if (!written.some(({ id }) => id === said.id)) written.push(said);
	const answers = written.filter((message) => message === said || isAnswer(message, question));
	const understood = answers.find((message) => isUnderstood(message, response));
	if (understood) return understood;
	if (question.until <= Date.now()) return answers.at(-1);
	const asked = written.filter((message) => isAsking(message, askAgain.text));
	const askedAt = momentOf(asked.at(-1)?.createdAt) ?? question.askedAt;
	// people write in several messages, and may not have read yet that they are asked again
	if (!answers.some(({ createdAt }) => (momentOf(createdAt) ?? Infinity) > askedAt))
		return undefined;
	if (asked.length >= askAgain.times) return answers.at(-1);
	const text = withAnswers(askAgain.text, response);
	await api.send(post('/chat/v1/send/text', { body: { sessionId: question.sessionId, text } }));
	return undefined;
}

/** Whether a message has asked again; the platform may put something around its words. */
function isAsking({ direction, text }: IDataObject, words: string): boolean {
	return direction === 'TO_HUB' && plain(String(text)).includes(plain(words));
}
