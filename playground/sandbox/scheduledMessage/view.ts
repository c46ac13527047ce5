import type { components } from '../../../contract/types/chat';
import {
	agentIn,
	channelById,
	contactById,
	departmentIn,
	fileById,
	templateById,
	type Account,
} from '../account';
import { chatbotByKey } from '../sending/chatbots';
import { without } from '../without';
import type { ScheduledMessageRecord } from './records';

type Schemas = components['schemas'];
type Detail = Schemas['ScheduledMessageDetail'];

const EVERY_DETAIL: Detail[] = ['Contact', 'Channel', 'User', 'Department', 'Template', 'Chatbot'];

function fileView(account: Account, id: string): Schemas['File'] {
	const { key, ...file } = fileById(account, id);
	const address = `https://cdn.example.com/${key}`;
	return {
		...file,
		// the chat service does not know this type
		type: file.type === 'DOCUMENT' ? 'UNDEFINED' : file.type,
		publicUrl: address,
		publicUrlDownload: `${address}?download=1`,
		isThumbnail: false,
		thumbnail: { id, publicUrl: `${address}?thumb=1` },
	};
}

/** The file of a template: one that is stored, or what is known of an address. */
function templateFile(
	account: Account,
	{ fileId, fileUrl }: Schemas['ScheduledMessageTemplateParams'],
): Schemas['File'] | null {
	if (fileId) return fileView(account, fileId);
	return fileUrl ? { name: fileUrl.split('/').pop() ?? null, publicUrl: fileUrl } : null;
}

function templateView(
	account: Account,
	{ templateId, templateParams }: ScheduledMessageRecord,
): Schemas['ScheduledMessageTemplate'] | null {
	if (templateId === null) return null;
	return {
		id: templateId,
		name: templateById(account, templateId).name,
		templateParams: templateParams && {
			parameters: templateParams.parameters ?? null,
			file: templateFile(account, templateParams),
		},
	};
}

function contactView(account: Account, contactId: string): Schemas['ScheduledMessageContact'] {
	const { id, name, instagram, phoneNumberFormatted } = contactById(account, contactId);
	const pictureUrl = `https://cdn.example.com/contatos/${id}.png`;
	return { id, name, instagram, phonenumberFormatted: phoneNumberFormatted, pictureUrl };
}

function channelView(account: Account, channelId: string): Schemas['ScheduledMessageChannel'] {
	const { id, identity, type } = channelById(account, channelId);
	return { id, humanId: identity?.humanId ?? null, type };
}

function departmentView(account: Account, departmentId: string | null) {
	const department = departmentIn(account, departmentId);
	return department ? { id: department.id, name: department.name } : null;
}

/** Here the key goes by the name of the ID, and the ID by another. */
function chatbotView(account: Account, botKey: string): Schemas['ScheduledMessageChatbot'] {
	const { key, id, name } = chatbotByKey(account, botKey);
	return { id: key, botId: id, name };
}

/** The message as the reads answer it, with the details asked for and null for the others. */
export function scheduledMessageView(
	account: Account,
	message: ScheduledMessageRecord,
	details: readonly Detail[] = [],
): Schemas['ScheduledMessage'] {
	const asked = (detail: Detail) => details.includes(detail);
	const { contactId, channelId, departmentId, userId, botId } = message;
	const user = agentIn(account, userId);
	return {
		...without(message, 'templateParams'),
		contact: asked('Contact') ? contactView(account, contactId) : null,
		channel: asked('Channel') ? channelView(account, channelId) : null,
		department: asked('Department') ? departmentView(account, departmentId) : null,
		user: asked('User') && user ? { id: userId, name: user.name } : null,
		template: asked('Template') ? templateView(account, message) : null,
		chatbot: asked('Chatbot') && botId ? chatbotView(account, botId) : null,
	};
}

/** The message as the writes answer it; they cannot be asked for details, so it has them all. */
export function savedScheduledMessage(
	account: Account,
	message: ScheduledMessageRecord,
): Schemas['SavedScheduledMessage'] {
	return without(scheduledMessageView(account, message, EVERY_DETAIL), 'sessionId');
}
