import type { Resource } from '../fields';
import { chatbot } from './chatbot';
import { contact } from './contact';
import { message } from './message';
import { panel } from './panel';
import { sequence } from './sequence';
import { session } from './session';

interface OldResource {
	/** What the node did where the workflow file names no operation, as n8n leaves defaults out. */
	usual: string;
	conversions: Resource;
	/** Names that earlier versions of the old node had for its operations. */
	formerly?: Record<string, string>;
}

export const USUAL_RESOURCE = 'contact';

export const resources: Record<string, OldResource> = {
	chatbot: { usual: 'sendChatbot', conversions: chatbot },
	contact: {
		usual: 'listContacts',
		conversions: contact,
		formerly: { getAllContacts: 'listContacts' },
	},
	message: {
		usual: 'getMessageById',
		conversions: message,
		formerly: { getAllMessages: 'listMessages' },
	},
	panel: {
		usual: 'listCardAnnotations',
		conversions: panel,
		formerly: { getAllCards: 'listCards' },
	},
	sequence: { usual: 'addContactToSequence', conversions: sequence },
	session: {
		usual: 'listSessions',
		conversions: session,
		formerly: {
			assignUser: 'transferToUser',
			sendMessageFileSession: 'sendFileBySessionid',
			sendMessageTemplateSession: 'sendTemplateBySessionid',
			sendMessageTextSession: 'sendTextBySessionid',
			updateTransfer: 'transferSession',
		},
	},
};
