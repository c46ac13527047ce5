import { lastMessages, leaveOut, promptHolds } from '../fields/history';
import { optionsOf } from '../fields/kinds/collection';
import { plainText } from '../fields/kinds/text';
import { subjectSessionId } from '../fields/session';

export const memoryFields = {
	id: subjectSessionId,
	messageId: plainText({
		displayName: 'Message ID',
		name: 'messageId',
		default: '={{ $json.id }}',
		description:
			'The message that the agent answers; what stands before it is remembered. Where it is blank or no message of the session, the whole session is.',
	}),
	lastMessages,
	options: optionsOf({ leaveOut, promptHolds }),
};
