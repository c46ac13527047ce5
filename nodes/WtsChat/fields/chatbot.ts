import { locator } from './kinds/id';

/** The chatbot that starts with the contact's reply. */
export const botKey = locator({
	displayName: 'Chatbot',
	name: 'botKey',
	picker: 'chatbots',
	namedBy: 'Key',
	description: "Chatbot that takes the contact's reply",
});

/** The chatbot that an operation is about. */
export const subjectBotKey = botKey
	.with({ description: 'The chatbot; its key is another than its ID' })
	.required();
