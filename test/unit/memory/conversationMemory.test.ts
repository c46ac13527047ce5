import { conversationMemory } from '../../../nodes/WtsChat/memory/conversationMemory';

const SAID = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'Oi' }] }];

test('a memory stores nothing: what was sent is in the conversation', async () => {
	const memory = conversationMemory(async () => SAID);
	await memory.saveTurn('Oi', 'Olá!');
	await memory.chatHistory.addMessage(SAID[0]!);
	await memory.chatHistory.addMessages(SAID);
	await memory.clear();
	await memory.chatHistory.clear();
	expect(await memory.loadMessages()).toEqual(SAID);
});
