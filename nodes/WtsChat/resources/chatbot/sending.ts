import { subjectBotKey } from '../../fields/chatbot';
import type { ValuesOf } from '../../fields/field';
import { boolean } from '../../fields/kinds/plain';
import { together } from '../../fields/kinds/together';
import { metadataOf } from '../../fields/metadata';
import { targetOf } from '../../fields/recipient';
import { callbackUrl, forceStartSession, hiddenSession, senderId } from '../../fields/sendOptions';
import { unlessBlank } from '../../values/blank';

/** Which chatbot goes where. The 24 hours of WhatsApp do not concern it before its first message. */
export const chatbotFields = {
	botKey: subjectBotKey,
	target: targetOf({
		description: 'Where the chatbot runs',
		hint: 'While it runs, users cannot write in the session; a completed session is used without being reopened.',
	}),
};

/** How it runs, as members of the options. */
export const chatbotMembers = {
	session: together(
		{
			skipIfInProgress: boolean({
				displayName: 'Skip if in Progress',
				name: 'skipIfInProgress',
				default: true,
				description: 'Whether to do nothing while a session is in progress',
			}),
			skipIfBotInExecution: boolean({
				displayName: 'Skip if Bot in Execution',
				name: 'skipIfBotInExecution',
				default: true,
				description: 'Whether to do nothing while another chatbot runs',
			}),
			forceStartSession,
			hiddenSession,
		},
		unlessBlank,
	),
	sessionMetadata: metadataOf(
		'Session Metadata',
		'sessionMetadata',
		'Your own keys and values for the session; the chatbot and webhooks get them',
	),
	contactMetadata: metadataOf(
		'Contact Metadata',
		'contactMetadata',
		'Your own keys and values for the contact; later sessions have them, too',
	),
	callbackUrl,
	senderId,
};

type Values = ValuesOf<typeof chatbotFields> & { options: ValuesOf<typeof chatbotMembers> };

/** What all chatbots of one request have in common. */
export function sharedOf({ botKey, target: { from }, options: { session } }: Values) {
	return { botKey, from, options: session };
}

/** What each has for itself. */
export function ownOf({ target: { to, sessionId }, options }: Values) {
	return {
		to,
		sessionId,
		callbackUrl: options.callbackUrl,
		senderId: options.senderId,
		sessionMetadata: options.sessionMetadata,
		contactMetadata: options.contactMetadata,
	};
}

/** What the request for one has to say. */
export function bodyOf(values: Values) {
	return { ...sharedOf(values), ...ownOf(values) };
}
