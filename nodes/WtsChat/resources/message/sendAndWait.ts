import { updateDisplayOptions, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { recipientFields, recipientFrom } from '../../fields/recipient';
import { downloadFile, fileField, maxFileSize } from '../../fields/receivedFile';
import { askAgainFields, answersFrom, responseFields, withAnswers } from '../../fields/response';
import {
	callbackUrl,
	delayTyping,
	delayTypingFrom,
	senderId,
	sendOptions,
	sessionShapeFrom,
	trackingFrom,
} from '../../fields/sendOptions';
import { templateFields, templateParametersFrom } from '../../fields/template';
import { waitLimitFields, waitLimitFrom } from '../../fields/waitLimit';
import type { ItemParameters } from '../../fields/itemParameters';
import type { Api } from '../../transport/api';
import { post, type ApiRequest } from '../../transport/contract';
import { DeliveryError } from '../../transport/errors';
import type { AskOperation } from '../operation';
import { following, messageStatus, sendStatus, type SentMessage } from './delivery';

const contentFields: INodeProperties[] = [
	{
		displayName: 'Content',
		name: 'content',
		type: 'options',
		options: [
			{ name: 'Template', value: 'template', description: 'Approved template of the channel' },
			{ name: 'Text', value: 'text', description: 'Written freely' },
		],
		default: 'text',
		description: 'What the message holds',
	},
	{
		displayName: 'Message',
		name: 'message',
		type: 'string',
		typeOptions: { rows: 4 },
		displayOptions: { show: { content: ['text'] } },
		required: true,
		default: '',
		placeholder: 'e.g. Podemos confirmar seu horário de amanhã às 15h?',
		description: 'The question',
	},
	...updateDisplayOptions({ show: { content: ['template'] } }, templateFields),
];

/**
 * Source: POST /chat/v1/send/text, or POST /chat/v1/send/template; the reply comes by a webhook
 * subscription (POST /core/v1/webhook/subscription)
 *
 * n8n resumes an execution only at an operation of exactly this value.
 */
export const sendAndWait: AskOperation = {
	name: 'Send and Wait for Reply',
	value: 'sendAndWait',
	action: 'Send a message and wait for the reply',
	description:
		'Ask a contact something; the workflow goes on with the reply, or when the time is over',
	fields: [
		...recipientFields,
		...contentFields,
		...responseFields,
		...waitLimitFields,
		sendOptions(
			...askAgainFields,
			callbackUrl,
			delayTyping,
			downloadFile,
			fileField,
			maxFileSize,
			senderId,
		),
	],
	ask(parameters) {
		const waitMs = waitLimitFrom(parameters);
		const { request, statusOf } = questionFrom(parameters);
		const send = following(parameters, statusOf, async (api) => await api.send(request));
		return { waitMs, send: async (api) => await withSession(api, await send(api), statusOf) };
	},
};

/** The request that asks, and the one that tells what became of it. */
interface Requests {
	request: ApiRequest<SentMessage>;
	statusOf(id: string): ApiRequest<SentMessage>;
}

function questionFrom(parameters: ItemParameters): Requests {
	const isTemplate = parameters.choice('content') === 'template';
	return isTemplate ? templateQuestionFrom(parameters) : textQuestionFrom(parameters);
}

function textQuestionFrom(parameters: ItemParameters): Requests {
	const text = withAnswers(parameters.requiredText('message'), answersFrom(parameters));
	const options = parameters.group('options');
	const body = {
		...recipientFrom(parameters),
		...trackingFrom(options),
		delayTyping: delayTypingFrom(options),
		options: sessionShapeFrom(options),
		text,
	};
	return { request: post('/chat/v1/send/text', { body }), statusOf: sendStatus };
}

function templateQuestionFrom(parameters: ItemParameters): Requests {
	// said before anything is sent, although a template says its answers itself
	answersFrom(parameters);
	const options = parameters.group('options');
	const template = {
		templateId: parameters.requiredId('templateId'),
		parameters: templateParametersFrom(parameters),
	};
	if (parameters.choice('sendTo') === 'session') {
		const path = { id: parameters.requiredId('sessionId') };
		return {
			request: post('/chat/v1/session/{id}/message', { path, body: template }),
			statusOf: messageStatus,
		};
	}
	const body = {
		...template,
		...trackingFrom(options),
		from: parameters.requiredPhone('from'),
		to: parameters.requiredPhone('to'),
		options: sessionShapeFrom(options),
	};
	return { request: post('/chat/v1/send/template', { body }), statusOf: sendStatus };
}

const FIRST_PAUSE_MS = 250;
const LONGEST_WAIT_MS = 30_000;

/** The message with its session, which the API tells a little later where the message opens it. */
async function withSession(
	api: Api,
	sent: IDataObject,
	statusOf: Requests['statusOf'],
): Promise<IDataObject> {
	const deadline = Date.now() + LONGEST_WAIT_MS;
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
		'The message was sent, but the reply cannot be waited for',
		'WTS Chat does not tell which session the message went into. Do not send it again before you have looked at it in WTS Chat.',
		{ id, status },
	);
}
