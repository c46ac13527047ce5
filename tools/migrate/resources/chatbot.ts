import {
	chosen,
	fields,
	group,
	id,
	pairs,
	phone,
	required,
	same,
	whenOn,
	type Part,
	type Resource,
} from '../fields';
import { from } from '../sending';
import { say } from '../sentences';

/** To a session where one was named, else to a contact. */
const target: Part = (old) => {
	const sender = from(old);
	const to = chosen(phone('numberToSend'), 'phone')(old);
	const sessionId = chosen(same('sessionId'))(old);
	if (sessionId === undefined) {
		return { sendTo: 'contact', from: sender, to: required(() => to, 'To')(old) };
	}
	if (to !== undefined) {
		old.look(
			say`Both a session and a number were given. Here the chatbot starts in one of them, and this is the session.`,
			say`Set 'Send To' to Contact if the number was meant.`,
		);
	}
	return { sendTo: 'session', sessionId };
};

const told: Part = (old) => {
	const sessionMetadata = pairs('sessionMetadatas')(old);
	if (sessionMetadata !== undefined) {
		old.look(
			say`The metadata of the session never reached WTS Chat with the old node; now it does.`,
			say`Look whether it is what you want to be kept.`,
		);
	}
	return fields({
		botKey: id('chatbotId', 'Chatbot'),
		simplify: () => false,
		options: group({
			contactMetadata: pairs('contactMetadatas'),
			forceStartSession: whenOn('forceStartSession'),
			sessionMetadata: () => sessionMetadata,
			skipIfBotInExecution: whenOn('skipIfBotInExecution'),
			skipIfInProgress: whenOn('skipIfInProgress'),
		}),
	})(old);
};

export const chatbot: Resource = {
	sendChatbot: { resource: 'chatbot', operation: 'start', parts: [told, target] },
};
