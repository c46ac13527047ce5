import { choice, choices } from './kinds/choice';
import { number } from './kinds/plain';
import { fromOneOn } from './list';

/** How many messages a history has at most. */
export const lastMessages = number({
	displayName: 'Last Messages',
	name: 'lastMessages',
	typeOptions: { minValue: 1 },
	default: 20,
	description: 'How many messages to read at most',
}).checked(fromOneOn);

/** Whose messages a history lacks; the contact's always belong to it. */
export const leaveOut = choices({
	displayName: 'Leave Out',
	name: 'leaveOut',
	options: [
		{ name: 'API', value: 'api', description: 'What n8n and other programs have sent' },
		{ name: 'Campaigns', value: 'campaign' },
		{ name: 'Chatbots', value: 'bot' },
		{ name: 'Team', value: 'user', description: 'What people of the team have written' },
		{
			name: 'WTS Chat',
			value: 'platform',
			description: 'Automatic messages about office hours and payments',
		},
	],
	description: 'Whose messages to leave out',
});

/** What of the contact's messages the prompt of an agent holds, so that its memory does not. */
export const promptHolds = choice({
	displayName: 'Prompt Holds',
	name: 'promptHolds',
	options: [
		{
			name: 'All Unanswered Messages',
			value: 'unanswered',
			description: 'What the contact has written since the last answer',
		},
		{ name: 'Something Else', value: 'else', description: 'No message of the contact' },
		{
			name: 'The Newest Message',
			value: 'newest',
			description: "With those that 'Wait for More Messages' has put together with it",
		},
	],
	default: 'newest',
	description:
		'Which messages of the contact the prompt of the agent holds; the memory leaves them out, so that the model does not read them twice',
});
