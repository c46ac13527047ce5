import type { Message } from '@n8n/ai-node-sdk';
import { markedText, type Turn } from '../conversation/turns';

/** Stands before what was written to the contact first: some models want to hear a user before anybody. */
const BEGINNING = { role: 'user' as const, text: '[Beginning of the conversation]' };

/** Stands behind what the contact has written last: the prompt is the next that a user says. An answer may only have been left out. */
const NEXT = { role: 'assistant' as const, text: '[The next message follows]' };

/** The turns as models take them: user and assistant one after the other, the user first and the assistant last. */
export function messagesOf(turns: readonly Turn[]): Message[] {
	const spoken = turns.map((turn) => ({ role: turn.role, text: markedText(turn) }));
	const messages = spoken[0]?.role === 'assistant' ? [BEGINNING, ...spoken] : spoken;
	const merged: typeof spoken = [];
	const isAnswered = messages.at(-1)?.role !== 'user';
	for (const { role, text } of isAnswered ? messages : [...messages, NEXT]) {
		const last = merged.at(-1);
		if (last?.role === role) last.text += `\n${text}`;
		else merged.push({ role, text });
	}
	return merged.map(({ role, text }) => ({ role, content: [{ type: 'text', text }] }));
}
