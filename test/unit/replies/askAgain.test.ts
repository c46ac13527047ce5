import type { IDataObject } from 'n8n-workflow';
import type { Expectation } from '../../../nodes/WtsChat/operations/operation';
import { replyThatCounts } from '../../../nodes/WtsChat/replies/askAgain';
import { account, ASKED, iso, question, said, SESSION, type Account } from './account';

const AGAIN = 'Não entendi. Responda:';
const expects: Expectation = {
	response: { answers: ['Sim', 'Não'], isApproval: true },
	askAgain: { times: 2, text: AGAIN },
};

/** What the node has written, so many seconds after the question. */
const written = (seconds: number, text = `${AGAIN}\n\n1. Sim\n2. Não`, more: IDataObject = {}) =>
	said(seconds, text, { id: `own${seconds}`, direction: 'TO_HUB', ...more });

let now = ASKED;
beforeEach(() => {
	now = ASKED + 30_000;
	jest.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(() => {
	jest.restoreAllMocks();
});

const sent = ({ to }: Account) => to(/^POST/).map(({ path, body }) => ({ path, body }));

/** What counts of a conversation when its last message has come. */
async function counts(messages: IDataObject[], given = expects, asked = question) {
	const own = account();
	own.messages.push(...messages);
	const last = { ...messages.at(-1) };
	const reply = await replyThatCounts(own.api, asked, given, last);
	return { reply: reply?.id, asks: sent(own).length, own };
}

test('a contact who is not understood is asked again in the same conversation, with the answers', async () => {
	const { reply, own } = await counts([said(5, 'talvez')]);
	expect(reply).toBeUndefined();
	expect(sent(own)).toEqual([
		{
			path: '/chat/v1/send/text',
			body: { sessionId: SESSION, text: `${AGAIN}\n\n1. Sim\n2. Não` },
		},
	]);
});

test.each<[string, Expectation, string]>([
	['is understood', expects, 'Sim'],
	['may be anything', { ...expects, response: { isApproval: false } }, 'talvez'],
	['is not to be asked for again', { response: expects.response }, 'talvez'],
])('a reply that %s counts, and nothing is read', async (_, given, text) => {
	const { reply, own } = await counts([said(5, text)], given);
	expect(reply).toBe('m5');
	expect(own.requests).toEqual([]);
});

/** Up to when the question was asked again, what the contact says, and what counts then. */
test.each<[string, IDataObject[], string | undefined, number]>([
	['the first message', [said(1, 'talvez')], undefined, 1],
	[
		'a second one that may not know of it',
		[said(1, 'oi'), written(3), said(2, 'eu')],
		undefined,
		0,
	],
	['a second one at the moment of it', [said(1, 'oi'), written(3), said(3, 'eu')], undefined, 0],
	['an answer to it', [said(1, 'oi'), written(3), said(5, 'eu')], undefined, 1],
	['an undated answer', [said(1, 'oi', { createdAt: null })], undefined, 1],
	[
		'an answer to the last time of it',
		[said(1, 'oi'), written(2), said(3, 'eu'), written(4), said(5, 'depende')],
		'm5',
		0,
	],
	[
		'what was written before the last time of it',
		[said(1, 'oi'), written(2), said(3, 'eu'), written(6), said(5, 'depende')],
		undefined,
		0,
	],
	['what is understood at last', [said(1, 'oi'), written(2), said(3, 'eu'), said(5, '1')], 'm5', 0],
	['what is not, after that', [said(1, 'oi'), said(2, 'Sim'), said(3, 'obrigada')], 'm2', 0],
	['what others have said', [written(1, 'Sim'), said(3, 'talvez')], undefined, 1],
	[
		'other words of the team',
		[written(1, 'Olá'), written(2, 'Oi'), said(3, 'talvez')],
		undefined,
		1,
	],
	[
		'the same words of the contact',
		[said(1, AGAIN), said(2, AGAIN), said(3, 'talvez')],
		undefined,
		1,
	],
])('%s, %#: as often as it takes', async (_, messages, reply, asks) => {
	expect(await counts(messages)).toMatchObject({ reply, asks });
});

test.each([
	[AGAIN, `*Loja*\n${AGAIN}\n\n1. Sim`],
	[AGAIN, AGAIN.replaceAll(' ', '\u00a0\u200b')],
	[AGAIN.replaceAll(' ', ' \n'), AGAIN],
])(
	'words to ask with are known again, whatever the platform makes of them: %j',
	async (text, sees) => {
		const given = { ...expects, askAgain: { times: 2, text } };
		const messages = [written(1, sees), written(2, sees), said(3, 'talvez')];
		expect(await counts(messages, given)).toMatchObject({ reply: 'm3', asks: 0 });
	},
);

test('a message that the API does not list yet counts with those that it lists', async () => {
	const own = account();
	own.messages.push(said(1, 'oi'), written(2), said(3, 'eu'), written(4));
	const reply = await replyThatCounts(own.api, question, expects, said(5, 'depende'));
	expect(reply).toMatchObject({ id: 'm5' });
});

test('a message that the API lists otherwise than it was delivered counts once, as it is listed', async () => {
	now = ASKED + 60_000;
	const own = account();
	own.messages.push(said(1, 'oi'), said(5, 'depende', { status: 'READ' }));
	const reply = await replyThatCounts(own.api, question, expects, said(5, 'talvez'));
	expect(reply).toMatchObject({ id: 'm5', status: 'READ' });
});

test.each([
	['before', ASKED + 59_999, undefined, 1],
	['when', ASKED + 60_000, 'm5', 0],
	['after', ASKED + 60_001, 'm5', 0],
])('%s the time is over', async (_, at, reply, asks) => {
	now = at;
	const messages = [said(1, 'oi'), said(3, 'quem é?'), said(5, 'talvez')];
	expect(await counts(messages)).toMatchObject({ reply, asks });
});

test('what was written too late or is no message counts for nothing', async () => {
	now = ASKED + 60_000;
	const late = [said(5, 'talvez'), said(61, 'Sim'), said(7, 'Sim', { type: 'NOTE' })];
	expect(await counts([...late, said(6, 'depende')])).toMatchObject({ reply: 'm6', asks: 0 });
});

test('where it cannot be asked again, that is said', async () => {
	const own = account();
	own.refused.push(/send/);
	await expect(
		replyThatCounts(own.api, question, expects, said(1, 'talvez', { createdAt: iso(now) })),
	).rejects.toThrow('It cannot be reached');
});
