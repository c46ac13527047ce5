import { batching } from '../../fields/batching';
import { campaign, perMinute, skipTags } from '../../fields/campaign';
import type { Input, ValuesOf } from '../../fields/field';
import { InputError } from '../../fields/inputError';
import { optionsOf } from '../../fields/kinds/collection';
import { metadataOf } from '../../fields/metadata';
import { simplified } from '../../fields/output';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import {
	callbackUrl,
	newSession,
	senderId,
	sessionShapeOf,
	waitForDelivery,
	waits,
} from '../../fields/sendOptions';
import { sessionId } from '../../fields/session';
import { template } from '../../fields/template';
import type { Sentence } from '../../values/sentence';
import * as sentences from '../sentences';
import { sendShortForm } from './freeMessage';

export const templateFields = {
	from: sender,
	to: recipient,
	template,
	waitForDelivery,
	output: simplified(sendShortForm),
	options: optionsOf({
		batching,
		campaign,
		sessionId,
		...newSession,
		sessionMetadata: metadataOf(
			'Session Metadata',
			'sessionMetadata',
			'Your own keys and values for the session; the chatbot and webhooks get them',
		),
		callbackUrl,
		senderId,
	}),
};

type Values = ValuesOf<typeof templateFields>;

/** What all messages of a batch have in common. */
export function sharedOf({ from, template: { templateId }, options }: Values) {
	return { from, templateId, options: sessionShapeOf(options) };
}

/** What each message of a batch has for itself, but its file. */
export function ownOf({ to, template: { parameters }, options }: Values) {
	return {
		to,
		parameters,
		callbackUrl: options.callbackUrl,
		senderId: options.senderId,
		sessionMetadata: options.sessionMetadata,
	};
}

/**
 * One message of a batch.
 *
 * @throws InputError when the item asks for what only a request of its own can do
 */
export function batchableOf(values: Values) {
	const {
		template: { file },
		options,
	} = values;
	if (file?.bytes) {
		throw onlyAlone(
			sentences.fileNotInBatch,
			"Store it with the operation 'Upload' of 'File' and give its ID",
		);
	}
	if (options.sessionId) throw withoutOption(sessionId);
	if (values.waitForDelivery > 0) throw withoutOne(waits.label, `Switch '${waits.label}' off`);
	if (options.campaign.skipTags) throw withoutOption(skipTags);
	if (options.campaign.perMinute !== undefined) throw withoutOption(perMinute);
	return { ...ownOf(values), fileIdOrUrl: file?.url ?? file?.id };
}

function withoutOption({ label }: Input<unknown>): InputError {
	return withoutOne(label, `Take '${label}' out of the options`);
}

function withoutOne(label: string, remedy: string): InputError {
	return onlyAlone(sentences.notInBatch(label), remedy);
}

function onlyAlone(message: Sentence, remedy: string): InputError {
	return new InputError(message, `${remedy}, or switch 'One Request for All Items' off.`);
}
