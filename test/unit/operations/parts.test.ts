import { NodeApiError, type INode } from 'n8n-workflow';
import type { Splitting } from '../../../nodes/WtsChat/fields/splitting';
import type { SentMessage } from '../../../nodes/WtsChat/operations/delivery';
import { sendInParts } from '../../../nodes/WtsChat/operations/parts';
import type { Api } from '../../../nodes/WtsChat/transport/api';
import { DeliveryError } from '../../../nodes/WtsChat/transport/errors';
import { say } from '../../../nodes/WtsChat/values/sentence';

const TEXT = `Oi!\n\n${'a'.repeat(100)}\n\n${'b'.repeat(500)}`;
const splitting: Splitting = { byParagraph: true, most: 600, typing: true };

/** An account of which nothing is known but what it is asked, and how long somebody waits between. */
function account(wait: (ms: number) => boolean = () => true) {
	const log: unknown[] = [];
	const api: Api = {
		account: 'account',
		send: async ({ path, body }) => {
			log.push([path, body]);
			return await Promise.reject(new Error('It cannot be shown'));
		},
		upload: async () => undefined,
		wait: async (ms) => {
			log.push(ms);
			return wait(ms);
		},
		rateLimitedSeconds: () => 0,
		notes: new Set(),
	};
	return { api, log };
}

/** Sends the text, and gives what each message was sent after. */
async function write(api: Api, answers: Array<SentMessage | Error | undefined>, more = {}) {
	const before: Array<string | undefined> = [];
	const writes = sendInParts(api, { text: TEXT, splitting, ...more }, async (_, last) => {
		before.push(last?.id);
		const answer = answers[before.length - 1];
		return answer instanceof Error ? await Promise.reject(answer) : answer;
	});
	return { sent: await writes.catch((error: unknown) => error), before };
}

const sent = (n: number): SentMessage => ({ id: `message ${n}`, status: 'QUEUED', sessionId: 's' });

test('what comes out is the last message, with all parts in their order', async () => {
	const { sent: outcome, before } = await write(account().api, [sent(1), sent(2), sent(3)]);
	expect(before).toEqual([undefined, 'message 1', 'message 2']);
	expect(outcome).toEqual({
		...sent(3),
		parts: [
			{ text: 'Oi!', id: 'message 1', status: 'QUEUED' },
			{ text: 'a'.repeat(100), id: 'message 2', status: 'QUEUED' },
			{ text: 'b'.repeat(500), id: 'message 3', status: 'QUEUED' },
		],
	});
});

test('before each further message the contact sees typing for as long as it is, within bounds', async () => {
	const { api, log } = account();
	await write(api, [sent(1), sent(2), sent(3)]);
	const typing = ['/chat/v1/send/typing', { sessionId: 's' }];
	expect(log).toEqual([typing, 3_000, typing, 8_000]);
});

test('what something speaks against meanwhile is not sent, and told as that', async () => {
	const asked: string[] = [];
	const reasonAgainst = async () =>
		await Promise.resolve(asked.push('') === 2 ? 'A person answered' : undefined);
	const answers = [sent(1), sent(2), sent(3)];
	const { sent: outcome, before } = await write(account().api, answers, { reasonAgainst });
	expect(before).toHaveLength(2);
	expect(outcome).toMatchObject({
		id: 'message 2',
		reason: 'A person answered',
		parts: [{ id: 'message 1' }, { id: 'message 2' }],
		unsent: ['b'.repeat(500)],
	});
});

test('where that cannot be told, the error says what was sent', async () => {
	const reasonAgainst = async () => await Promise.reject(new Error('It cannot be read'));
	const { sent: outcome } = await write(account().api, [sent(1)], { reasonAgainst });
	expect(outcome).toMatchObject({
		message: 'Only 1 of the 3 messages of the text were sent',
		data: { parts: [{ id: 'message 1' }] },
	});
});

test.each([[' \n\n '], [''], [null], [undefined]])(
	'%j has no parts, and goes to the API as it is',
	async (text) => {
		const texts: unknown[] = [];
		const outcome = await sendInParts(account().api, { text, splitting }, async (one) => {
			texts.push(one);
			return await Promise.resolve(sent(1));
		});
		expect(texts).toEqual([text]);
		expect(outcome).toEqual(sent(1));
	},
);

test('short messages have a second', async () => {
	const { api, log } = account();
	await write(api, [sent(1), sent(2)], { text: 'a\n\nb' });
	expect(log.at(-1)).toBe(1_000);
});

test('where the session is not known yet, it only waits', async () => {
	const { api, log } = account();
	await write(api, [{ id: '1' }, { id: '2' }, sent(3)]);
	expect(log).toEqual([3_000, 8_000]);
});

test('the session of an earlier message holds for those after it', async () => {
	const { api, log } = account();
	const { sent: last } = await write(api, [sent(1), { id: '2', sessionId: null }, { id: '3' }]);
	expect(log.filter(Array.isArray)).toHaveLength(2);
	expect(last).toMatchObject({ id: '3', sessionId: 's' });
});

test('an answer without a body does not end it', async () => {
	const { sent: last } = await write(account().api, [sent(1), undefined, { id: '3' }]);
	expect(last).toMatchObject({
		id: '3',
		sessionId: 's',
		parts: [{ id: 'message 1' }, { id: undefined }, { id: '3' }],
	});
});

test('what WTS Chat itself holds back is waited for, with and without typing', async () => {
	for (const [typing, waits] of [
		[true, [8_000, 8_000]],
		[false, [5_000, 0]],
	] as const) {
		const { api, log } = account();
		const more = { delay: 5, splitting: { ...splitting, typing } };
		await write(api, [sent(1), sent(2), sent(3)], more);
		expect(log.filter((entry) => typeof entry === 'number')).toEqual(waits);
	}
});

const refusal = new NodeApiError(
	{ name: 'Node' } as INode,
	{},
	{ message: 'It cannot be sent', description: 'Nobody knows why' },
);

test.each<[string, SentMessage | Error, string]>([
	['is refused', new Error('WTS Chat refused the request'), 'WTS Chat refused the request. Do not'],
	['cannot be sent', refusal, 'It cannot be sent. Nobody knows why. Do not'],
	[
		'fails at once',
		{ id: '3', status: 'FAILED' },
		'The message did not reach the contact. WTS Chat gives no reason. Do not',
	],
	[
		'may have been sent',
		new DeliveryError(say`It may have`, 'Look.', {}),
		'It may have. Look. Do not',
	],
])('where the third %s, what was sent is told exactly', async (_, third, cause) => {
	const { sent: error } = await write(account().api, [sent(1), sent(2), third]);
	expect(error).toBeInstanceOf(DeliveryError);
	expect(error).toMatchObject({
		message: 'Only 2 of the 3 messages of the text were sent',
		remedy: expect.stringMatching(`^${cause} send the whole text again: 'parts' has what was sent`),
		data: {
			parts: [
				{ text: 'Oi!', id: 'message 1', status: 'QUEUED' },
				{ text: 'a'.repeat(100), id: 'message 2', status: 'QUEUED' },
			],
			unsent: ['b'.repeat(500)],
		},
	});
});

test('where the first cannot be sent, that is all there is to say', async () => {
	const refusal = new Error('WTS Chat refused the request');
	expect((await write(account().api, [refusal])).sent).toBe(refusal);
});

test('stopping the run sends no further message', async () => {
	const { api } = account(() => false);
	const { sent: error, before } = await write(api, [sent(1), sent(2)]);
	expect(before).toHaveLength(1);
	expect(error).toMatchObject({ message: 'Only 1 of the 3 messages of the text were sent' });
});

test('a text that is not split is one message, and says nothing of parts', async () => {
	const { api, log } = account();
	const { sent: only } = await write(api, [sent(1)], { splitting: undefined });
	expect(only).toEqual(sent(1));
	expect(log).toEqual([]);
});
