import type { INodeProperties } from 'n8n-workflow';
import { botKey } from '../../fields/chatbot';
import { optionsOf } from '../../fields/collections';
import { unlessBlank, type ItemParameters } from '../../fields/itemParameters';
import { metadataFieldsOf, metadataFrom } from '../../fields/metadata';
import { recipientFields, recipientFrom } from '../../fields/recipient';
import {
	callbackUrl,
	forceStartSession,
	hiddenSession,
	senderId,
	trackingFrom,
} from '../../fields/sendOptions';

/** Which chatbot goes where. The 24 hours of WhatsApp do not concern it before its first message. */
export const chatbotFields: INodeProperties[] = [
	botKey,
	...recipientFields.map((field) =>
		field.name === 'sendTo'
			? {
					...field,
					description: 'Where the chatbot runs',
					hint: 'While it runs, users cannot write in the session; a completed session is used without being reopened.',
				}
			: field,
	),
];

export const chatbotOptions: INodeProperties = optionsOf([
	callbackUrl,
	...metadataFieldsOf(
		'Contact Metadata',
		'contactMetadata',
		'Keys and values of your own for the contact; later sessions have them, too',
	),
	forceStartSession,
	hiddenSession,
	senderId,
	...metadataFieldsOf(
		'Session Metadata',
		'sessionMetadata',
		'Keys and values of your own for the session; the chatbot and webhooks get them',
	),
	{
		displayName: 'Skip if Bot in Execution',
		name: 'skipIfBotInExecution',
		type: 'boolean',
		default: true,
		description: 'Whether to do nothing while another chatbot runs',
	},
	{
		displayName: 'Skip if in Progress',
		name: 'skipIfInProgress',
		type: 'boolean',
		default: true,
		description: 'Whether to do nothing while a session is in progress',
	},
]);

/** What all chatbots of one request have in common. */
export function sharedFrom(parameters: ItemParameters) {
	const options = parameters.group('options');
	return {
		botKey: parameters.requiredId('botKey'),
		from: recipientFrom(parameters).from,
		options: unlessBlank({
			skipIfBotInExecution: options.boolean('skipIfBotInExecution'),
			skipIfInProgress: options.boolean('skipIfInProgress'),
			forceStartSession: options.boolean('forceStartSession'),
			hiddenSession: options.boolean('hiddenSession'),
		}),
	};
}

/** What each has for itself. */
export function ownFrom(parameters: ItemParameters) {
	const { to, sessionId } = recipientFrom(parameters);
	const options = parameters.group('options');
	return {
		to,
		sessionId,
		...trackingFrom(options),
		sessionMetadata: metadataFrom(options, 'sessionMetadata'),
		contactMetadata: metadataFrom(options, 'contactMetadata'),
	};
}
