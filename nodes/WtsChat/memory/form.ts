import { lastMessages, leaveOut, promptHolds } from '../fields/history';
import { optionsOf } from '../fields/kinds/collection';
import { plainText } from '../fields/kinds/text';
import { subjectSessionId } from '../fields/session';

export const memoryFields = {
	id: subjectSessionId.with({
		default: { mode: 'id', value: '={{ $json.sessionId }}' },
		description:
			'The session (conversation) that the agent answers in; the trigger gives its ID as sessionId',
	}),
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
