import type { ItemParameters } from '../../fields/itemParameters';
import { metadataFieldsOf, metadataFrom } from '../../fields/metadata';
import {
	callbackUrl,
	senderId,
	sendOptions,
	sessionShapeFrom,
	trackingFrom,
} from '../../fields/sendOptions';
import { sessionId } from '../../fields/session';
import { templateParametersFrom } from '../../fields/template';

export const templateOptions = sendOptions(
	callbackUrl,
	senderId,
	{ ...sessionId, required: undefined },
	...metadataFieldsOf(
		'Session Metadata',
		'sessionMetadata',
		'Keys and values of your own for the session; the chatbot and webhooks get them',
	),
);

/** What all messages of a batch have in common. */
export function sharedFrom(parameters: ItemParameters) {
	return {
		from: parameters.requiredPhone('from'),
		templateId: parameters.requiredId('templateId'),
		options: sessionShapeFrom(parameters.group('options')),
	};
}

/** What each message of a batch has for itself, but its file. */
export function ownFrom(parameters: ItemParameters) {
	const options = parameters.group('options');
	return {
		to: parameters.requiredPhone('to'),
		parameters: templateParametersFrom(parameters),
		...trackingFrom(options),
		sessionMetadata: metadataFrom(options, 'sessionMetadata'),
	};
}
