import { locator } from './locator';

const chatbot = {
	displayName: 'Chatbot',
	name: 'botKey',
	searchListMethod: 'searchChatbots',
	namedBy: 'Key',
};

export const botKey = locator({
	...chatbot,
	description: 'The chatbot; messages name it by its key, which differs from its ID',
});

export const optionalBotKey = locator({
	...chatbot,
	description: "Chatbot that starts with the contact's reply",
	required: false,
});
