import type { IDataObject } from 'n8n-workflow';
import type { ValuesOf } from '../../fields/field';
import { choice } from '../../fields/kinds/choice';
import { optionsOf } from '../../fields/kinds/collection';
import { text } from '../../fields/kinds/text';
import { alternatives } from '../../fields/kinds/together';
import { messageTarget } from '../../fields/recipient';
import { response, withAnswers } from '../../fields/response';
import {
	callbackUrl,
	delayTyping,
	newSession,
	senderId,
	sessionShapeOf,
	waitForDelivery,
} from '../../fields/sendOptions';
import { template } from '../../fields/template';
import { waitMs } from '../../fields/waitLimit';
import { following, sendStatus } from '../../operations/delivery';
import { askOperation } from '../../operations/operation';
import type { OwnProperties } from '../../operations/record';
import type { Api } from '../../transport/api';
import { post } from '../../transport/contract';
import { DeliveryError } from '../../transport/errors';
import * as sentences from '../sentences';
import { replyOptions } from './replyFields';
import { templateTo, type Sending } from './templateTo';

const content = alternatives(
	choice<'template' | 'text'>({
		displayName: 'Content',
		name: 'content',
		options: [
			{ name: 'Template', value: 'template', description: 'Approved template of the channel' },
			{ name: 'Text', value: 'text', description: 'A message that you write' },
		],
		default: 'text',
		description: 'What to send',
	}),
	{
		text: {
			message: text({
				displayName: 'Message',
				name: 'message',
				typeOptions: { rows: 4 },
				placeholder: 'e.g. Podemos confirmar seu horário de amanhã às 15h?',
				description: 'The question',
			}).required(),
		},
		template: { template },
	},
);

const fields = {
	target: messageTarget,
	content,
	response,
	waitMs,
	waitForDelivery,
	options: optionsOf({
		...replyOptions,
		delayTyping,
		...newSession,
		callbackUrl,
		senderId,
	}),
};

type Values = ValuesOf<typeof fields>;

/** What comes out; without a reply only that there was none, and the question's session and message. */
const reply: OwnProperties = {
	replied: 'boolean',
	text: 'string',
	choice: 'string',
	approved: 'boolean',
	sessionId: 'string',
	messageId: 'string',
	type: 'string',
	createdAt: 'string',
	file: 'File',
	rating: 'number',
	comment: 'string',
	metadataError: 'string',
	data: { approved: 'boolean' },
	message: 'Message',
};

/**
 * The reply comes by a webhook subscription (POST /core/v1/webhook/subscription). n8n resumes an
 * execution only at an operation of exactly this value.
 */
export const sendAndWait = askOperation({
	name: 'Send and Wait for Reply',
	value: 'sendAndWait',
	action: 'Send a message and wait for the reply',
	description:
		'Ask a contact a question; the workflow continues with the reply, or when the time is up',
	builderHint:
		"What comes out says 'replied'; with an approval, 'approved' is true, false, or null where the reply was not understood. On WhatsApp, a question to somebody who has not written within 24 hours needs content 'template'.",
	record: [reply],
	fields,
	ask(values) {
		const question = questionOf(values);
		const { response: taken, options } = values;
		const { askAgain, saveRatingIn, downloadFile, maxFileSize, fileField } = options;
		const { statusOf } = question;
		const send = following(values.waitForDelivery, statusOf, question.send);
		return {
			waitMs: values.waitMs,
			expects: { response: taken, askAgain, saveRatingIn, downloadFile, maxFileSize, fileField },
			send: async (api) => await withSession(api, await send(api), statusOf),
		};
	},
});

function questionOf({ target, content: chosen, response: taken, options }: Values): Sending {
	const message = {
		callbackUrl: options.callbackUrl,
		senderId: options.senderId,
		options: sessionShapeOf(options),
	};
	if (chosen.template) return templateTo(target, chosen.template, message);
	const words = withAnswers(chosen.message, taken);
	const body = { ...target, ...message, delayTyping: options.delayTyping, text: words };
	const request = post('/chat/v1/send/text', { body });
	return { send: async (api) => await api.send(request), statusOf: sendStatus };
}

const FIRST_PAUSE_MS = 250;
const MAX_WAIT_MS = 30_000;

/** The message with its session, which the API tells a little later where the message opens it. */
async function withSession(
	api: Api,
	sent: IDataObject,
	statusOf: Sending['statusOf'],
): Promise<IDataObject> {
	const deadline = Date.now() + MAX_WAIT_MS;
	let latest = sent;
	for (let pause = FIRST_PAUSE_MS; !latest.sessionId; pause *= 2) {
		const isOver = !sent.id || Date.now() + pause > deadline;
		if (isOver || !(await api.wait(pause))) throw withoutSession(sent);
		// the message is on its way, so a status that cannot be read is only asked for again
		const news = await api.send(statusOf(String(sent.id))).catch(() => undefined);
		latest = { ...latest, ...news };
	}
	return latest;
}

function withoutSession({ id, status }: IDataObject): DeliveryError {
	return new DeliveryError(
		sentences.replyLost,
		'WTS Chat does not tell which session the message went into. Do not send it again before you have looked at it in WTS Chat.',
		{ id, status },
	);
}
