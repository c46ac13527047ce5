import type { Resource } from '../../operations/operation';
import { deleteMessage } from './delete';
import { get } from './get';
import { getChatHistory } from './getChatHistory';
import { getMany } from './getMany';
import { getSendStatus } from './getSendStatus';
import { getStatus } from './getStatus';
import { send } from './send';
import { sendAndWait } from './sendAndWait';
import { sendAudio } from './sendAudio';
import { sendDocument } from './sendDocument';
import { sendImage } from './sendImage';
import { sendInSession } from './sendInSession';
import { sendTemplate } from './sendTemplate';
import { sendText } from './sendText';
import { sendTyping } from './sendTyping';
import { sendVideo } from './sendVideo';

export const message: Resource = {
	name: 'Message',
	value: 'message',
	description: 'Message to or from a contact',
	operations: [
		sendText,
		sendInSession,
		sendTemplate,
		sendAndWait,
		sendImage,
		sendDocument,
		sendAudio,
		sendVideo,
		sendTyping,
		send,
		getChatHistory,
		getMany,
		get,
		getStatus,
		getSendStatus,
		deleteMessage,
	],
};
