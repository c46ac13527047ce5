import type { Turn } from '../../../nodes/WtsChat/conversation/turns';
import { messagesOf } from '../../../nodes/WtsChat/memory/messages';

const contact = (text: string): Turn => ({ role: 'user', author: 'contact', text });
const team = (text: string): Turn => ({ role: 'assistant', author: 'user', text });
const agent = (text: string): Turn => ({ role: 'assistant', author: 'api', text });
const campaign = (text: string): Turn => ({ role: 'assistant', author: 'campaign', text });

test.each<[string, Turn[], Array<[role: string, text: string]>]>([
	['nothing, of an empty conversation', [], []],
	[
		'its own words as they are, and those of people marked',
		[contact('Oi'), agent('Olá!'), contact('Quanto custa?'), team('Dez.')],
		[
			['user', 'Oi'],
			['assistant', 'Olá!'],
			['user', 'Quanto custa?'],
			['assistant', '[Team] Dez.'],
		],
	],
	[
		'messages in a row as one',
		[contact('Oi'), contact('tudo bem?'), agent('Olá!'), team('Sou a Ana.')],
		[
			['user', 'Oi\ntudo bem?'],
			['assistant', 'Olá!\n[Team] Sou a Ana.'],
		],
	],
	[
		'that nobody has answered, so that its prompt is no second message in a row',
		[contact('Oi'), agent('Olá!'), contact('Quanto custa?'), contact('Alô?')],
		[
			['user', 'Oi'],
			['assistant', 'Olá!'],
			['user', 'Quanto custa?\nAlô?'],
			['assistant', '[The next message follows]'],
		],
	],
	[
		'a user first, where a campaign came before the contact',
		[campaign('Oferta!'), contact('Quero.')],
		[
			['user', '[Beginning of the conversation]'],
			['assistant', '[Campaign] Oferta!'],
			['user', 'Quero.'],
			['assistant', '[The next message follows]'],
		],
	],
])('a model gets %s', (_, turns, expected) => {
	const messages = messagesOf(turns);
	expect(messages.map(({ role, content }) => [role, ...content.map(({ text }) => text)])).toEqual(
		expected,
	);
	expect(messages.every(({ content: [part] }) => part?.type === 'text')).toBe(true);
});
