import type { IDataObject } from 'n8n-workflow';
import { newMessage, type MessageInput } from '../../../playground/sandbox/messages';
import { sessionAt, useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const sandbox = useSandbox();

const CONTACT = { direction: 'FROM_HUB', origin: 'GATEWAY' } as const;
const TEAM = {
	direction: 'TO_HUB',
	origin: 'DEFAULT',
	userId: '5b0c8a52-6d1e-4f0a-9b57-2c3d4e5f6a70',
} as const;
const AUTOMATION = { direction: 'TO_HUB', origin: 'API' } as const;
const CAMPAIGN = { direction: 'TO_HUB', origin: 'CAMPAIGN' } as const;

type Said = Pick<MessageInput, 'direction' | 'origin' | 'text'> & Partial<MessageInput>;

/** What comes out for a session in which this was said, a minute apart. */
async function historyOf(said: Said[], parameters: IDataObject = {}) {
	const { account } = sandbox();
	const { id } = sessionAt(sandbox(), 0);
	account.messages = said.map((words, minute) =>
		newMessage({
			sessionId: id,
			type: 'TEXT',
			status: 'READ',
			createdAt: new Date(Date.UTC(2026, 8, 15, 12, minute)).toISOString(),
			...words,
		}),
	);
	const { items } = await run({
		parameters: { resource: 'message', operation: 'getChatHistory', sessionId: id, ...parameters },
		account: sandbox(),
	});
	return items.map(({ json }) => json);
}

const conversation: Said[] = [
	{ ...CAMPAIGN, text: 'Oferta!' },
	{ ...CONTACT, text: 'Quanto custa?' },
	{ ...TEAM, type: 'NOTE', text: 'Cliente bom.' },
	{ ...TEAM, text: 'Dez reais.' },
	{ ...AUTOMATION, text: 'Posso ajudar?' },
	{ ...CONTACT, text: 'Sim,' },
	{ ...CONTACT, text: 'quero dois.' },
];

test('the turns of a session come out in one item, the oldest first, with one request', async () => {
	const [history, ...others] = await historyOf(conversation);
	expect(others).toEqual([]);
	expect(history).toMatchObject({
		sessionId: sessionAt(sandbox(), 0).id,
		text: [
			'Campaign: Oferta!',
			'Contact: Quanto custa?',
			'Team: Dez reais.',
			'Automation: Posso ajudar?',
			'Contact: Sim,',
			'Contact: quero dois.',
		].join('\n'),
		unanswered: 'Sim,\nquero dois.',
	});
	expect((history?.messages as IDataObject[])[1]).toEqual({
		id: sandbox().account.messages[1]?.id,
		createdAt: '2026-09-15T12:01:00.000Z',
		role: 'user',
		author: 'contact',
		text: 'Quanto custa?',
	});
	expect(sandbox().requests).toHaveLength(1);
});

test.each<[string, IDataObject, string[]]>([
	['the last ones', { lastMessages: 2 }, ['Sim,', 'quero dois.']],
	[
		'those without campaigns and people',
		{ options: { leaveOut: ['campaign', 'user'] } },
		['Quanto custa?', 'Posso ajudar?', 'Sim,', 'quero dois.'],
	],
	[
		'the last ones before what is unanswered',
		{ lastMessages: 2, options: { leaveOutUnanswered: true } },
		['Dez reais.', 'Posso ajudar?'],
	],
])('%s come out where that is chosen', async (_, parameters, texts) => {
	const [history] = await historyOf(conversation, parameters);
	expect((history?.messages as IDataObject[]).map(({ text }) => text)).toEqual(texts);
});

test('a session without messages is a history without turns', async () => {
	expect(await historyOf([])).toMatchObject([{ messages: [], text: '', unanswered: '' }]);
});
