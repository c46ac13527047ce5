/** What of n8n's SDK for AI nodes is used. n8n 2 brings it; its first releases and n8n 1 do not. */
declare module '@n8n/ai-node-sdk' {
	import type { ISupplyDataFunctions, SupplyData } from 'n8n-workflow';

	interface Message {
		role: 'user' | 'assistant';
		content: Array<{ type: 'text'; text: string }>;
	}

	interface ChatHistory {
		getMessages(): Promise<Message[]>;
		addMessage(message: Message): Promise<void>;
		addMessages(messages: Message[]): Promise<void>;
		clear(): Promise<void>;
	}

	interface ChatMemory {
		loadMessages(): Promise<Message[]>;
		saveTurn(input: string, output: string): Promise<void>;
		clear(): Promise<void>;
		readonly chatHistory: ChatHistory;
	}

	function supplyMemory(context: ISupplyDataFunctions, memory: ChatMemory): SupplyData;
}
