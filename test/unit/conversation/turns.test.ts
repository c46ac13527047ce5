import type { Message } from '../../../nodes/WtsChat/conversation/records';
import { historyOf } from '../../../nodes/WtsChat/conversation/history';
import {
	markedText,
	transcriptOf,
	turnsBefore,
	turnsOf,
	type Prompt,
} from '../../../nodes/WtsChat/conversation/turns';
import { api, bot, campaign, contact, officeHours, stranger, user } from './support';

test('who said what, and when, is told in turns', () => {
	expect(turnsOf([contact(1), user(2)])).toEqual([
		{
			role: 'user',
			author: 'contact',
			text: 'Said at 1',
			createdAt: '2026-11-30T12:01:00.000Z',
			id: 'at 1',
		},
		{
			role: 'assistant',
			author: 'user',
			text: 'Said at 2',
			createdAt: '2026-11-30T12:02:00.000Z',
			id: 'at 2',
			userId: 'ana',
		},
	]);
});

test('whoever writes to the contact is the assistant, told apart by the author', () => {
	const said = [contact(1), user(2), bot(3), api(4), campaign(5), officeHours(6), stranger(7)];
	expect(turnsOf(said).map(({ role, author }) => `${role}: ${author}`)).toEqual([
		'user: contact',
		'assistant: user',
		'assistant: bot',
		'assistant: api',
		'assistant: campaign',
		'assistant: platform',
		'assistant: unknown',
	]);
});

test('what the contact has not seen is no turn', () => {
	const unseen = [
		user(1, { type: 'NOTE' }),
		user(2, { type: 'TRANSITION' }),
		contact(3, { type: 'TRACK' }),
		contact(4, { status: 'DELETED' }),
		api(5, { status: 'FAILED' }),
	];
	expect(turnsOf(unseen)).toEqual([]);
});

test.each([
	{ type: 'TEXT', text: null },
	{ type: null },
	{ text: '' },
	{ text: ' \n' },
	{ text: {} },
])('a message that says nothing is no turn: %j', (message) => {
	expect(turnsOf([message])).toEqual([]);
});

test('a turn lacks what its message lacks', () => {
	expect(turnsOf([{ direction: 'FROM_HUB', text: 'Oi', id: null }])).toEqual([
		{ role: 'user', author: 'contact', text: 'Oi' },
	]);
});

test.each<[string, Message, string]>([
	['its text', { text: 'Oi' }, 'Oi'],
	['that of a menu', { type: 'LIST', text: 'Escolha' }, 'Escolha'],
	['that of buttons', { type: 'BUTTONS', text: 'Escolha' }, 'Escolha'],
	['its kind', { type: 'STICKER', text: null }, '[sticker]'],
	[
		'its file and its text',
		{ type: 'IMAGE', text: 'Veja', details: { file: { name: 'nota.jpg' } } },
		'[image: nota.jpg]\nVeja',
	],
	[
		'a file that goes with a text',
		{ type: 'TEXT', text: 'Veja', details: { fileAsLink: { file: { name: 'nota.pdf' } } } },
		'[file: nota.pdf]\nVeja',
	],
	[
		'all of its files',
		{
			type: 'DOCUMENT',
			details: { files: [{ name: 'a.pdf' }, { name: null }, { name: 'b.pdf' }] },
		},
		'[document: a.pdf, b.pdf]',
	],
	[
		'what was heard',
		{ type: 'AUDIO', details: { transcription: { text: 'Bom dia' } } },
		'[audio]\nBom dia',
	],
	[
		'nothing heard yet',
		{ type: 'AUDIO', details: { transcription: { text: null, processing: true } } },
		'[audio]',
	],
	[
		'a place',
		{ type: 'LOCATION', details: { location: { name: 'Loja', address: 'Rua 1', latitude: 1 } } },
		'[location: Loja, Rua 1]',
	],
	[
		'another contact',
		{ type: 'CONTACT', details: { contact: { name: 'Bia', phoneNumber: '+55|11900000001' } } },
		'[contact: Bia, +55|11900000001]',
	],
])('a message is told as %s', (_, message, text) => {
	expect(turnsOf([message]).map((turn) => turn.text)).toEqual([text]);
});

const everybody = turnsOf(
	[contact, user, bot, api, campaign, officeHours, stranger].map((write) =>
		write(1, { text: 'Oi' }),
	),
);

test('a transcript names who said what', () => {
	expect(transcriptOf(everybody).split('\n')).toEqual([
		'Contact: Oi',
		'Team: Oi',
		'Chatbot: Oi',
		'Automation: Oi',
		'Campaign: Oi',
		'WTS Chat: Oi',
		'Unknown: Oi',
	]);
});

test('a model finds its own words and those of the contact unmarked, and those of others marked', () => {
	expect(everybody.map(markedText)).toEqual([
		'Oi',
		'[Team] Oi',
		'[Chatbot] Oi',
		'Oi',
		'[Campaign] Oi',
		'[WTS Chat] Oi',
		'[Unknown] Oi',
	]);
});

describe('the turns before a prompt', () => {
	const messages = [campaign(1), contact(2), user(3), bot(4), contact(5), contact(6)];
	const history = historyOf(messages, true);

	test.each<[Prompt, number[]]>([
		['unanswered', [1, 2, 3, 4]],
		['newest', [1, 2, 3, 4, 5]],
		['else', [1, 2, 3, 4, 5, 6]],
	])('lack what the prompt holds: %s', (prompt, minutes) => {
		const turns = turnsBefore(history, { prompt, atMost: 10 });
		expect(turns.map(({ id }) => id)).toEqual(minutes.map((minute) => `at ${minute}`));
	});

	test('lack what came together with the newest, and no answers', () => {
		const together = ['at 2', 'at 3', 'at 6', 'gone'];
		const turns = turnsBefore(history, { prompt: 'newest', together, atMost: 10 });
		expect(turns.map(({ id }) => id)).toEqual(['at 1', 'at 3', 'at 4', 'at 5']);
	});

	test('lack the newest of the contact where it has been answered meanwhile', () => {
		const answered = historyOf([contact(1), contact(2), user(3)], true);
		const turns = turnsBefore(answered, { prompt: 'newest', atMost: 10 });
		expect(turns.map(({ id }) => id)).toEqual(['at 1', 'at 3']);
	});

	test('are the last ones, of those that are not left out', () => {
		const turns = turnsBefore(history, {
			prompt: 'unanswered',
			leaveOut: ['bot', 'campaign'],
			atMost: 2,
		});
		expect(turns.map(({ id }) => id)).toEqual(['at 2', 'at 3']);
		expect(turnsBefore(history, { prompt: 'else', atMost: 1 }).map(({ id }) => id)).toEqual([
			'at 6',
		]);
	});
});
