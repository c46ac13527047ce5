import { locator } from './locator';

export const optionalBotKey = locator({
	displayName: 'Chatbot',
	name: 'botKey',
	description: "Chatbot that starts with the contact's reply",
	searchListMethod: 'searchChatbots',
	required: false,
});
