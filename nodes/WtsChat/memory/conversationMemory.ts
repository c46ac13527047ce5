import type { ChatMemory, Message } from '@n8n/ai-node-sdk';

/**
 * A memory that only reads. What the agent and the contact say is in the conversation when it has been
 * sent, so there is nothing to save and nothing to clear.
 */
export function conversationMemory(read: () => Promise<Message[]>): ChatMemory {
	const nothing = async () => {};
	return {
		loadMessages: read,
		saveTurn: nothing,
		clear: nothing,
		chatHistory: {
			getMessages: read,
			addMessage: nothing,
			addMessages: nothing,
			clear: nothing,
		},
	};
}
