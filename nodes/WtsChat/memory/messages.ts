import type { Message } from '@n8n/ai-node-sdk';
import { markedText, type Turn } from '../conversation/turns';

/** Stands before what was written to the contact first: some models want to hear a user before anybody. */
const BEGINNING = { role: 'user' as const, text: '[Beginning of the conversation]' };

/** The turns as models take them: user and assistant one after the other, the user first. */
export function messagesOf(turns: readonly Turn[]): Message[] {
	const spoken = turns.map((turn) => ({ role: turn.role, text: markedText(turn) }));
	const messages = spoken[0]?.role === 'assistant' ? [BEGINNING, ...spoken] : spoken;
	const merged: typeof spoken = [];
	for (const { role, text } of messages) {
		const last = merged.at(-1);
		if (last?.role === role) last.text += `\n${text}`;
		else merged.push({ role, text });
	}
	return merged.map(({ role, text }) => ({ role, content: [{ type: 'text', text }] }));
}
