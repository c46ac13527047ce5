import type { IDataObject } from 'n8n-workflow';
import { deliveryIn } from '../../../nodes/WtsChat/events/delivery';
import type { Expectation } from '../../../nodes/WtsChat/operations/operation';
import { account, ASKED, said, type Account } from './account';
import { comes, event, itemOf, listOf, MINUTE_MS, waiting } from './delivered';

const ANY: Expectation = { response: { isApproval: false } };
const APPROVAL: Expectation = { response: { answers: ['Sim', 'Não'], isApproval: true } };
const AGAIN: Expectation = { ...APPROVAL, askAgain: { times: 1, text: 'Como?' } };

beforeEach(() => {
	jest.useFakeTimers({ now: ASKED + 30_000 });
});
afterEach(() => {
	jest.useRealTimers();
});

const names = (own: Account) => own.subscriptions().map(({ name }) => name);

/** A reply that comes to a question, and the item that comes out. */
async function reply(text: string, expects: Expectation, more: IDataObject = {}, own = account()) {
	const wait = await waiting(own);
	const came = await comes(own, wait, event(said(5, text, more)), { expects });
	const { webhookResponse } = await came.receiving;
	return { own, wait, came, webhookResponse, json: (await itemOf(came))?.json };
}

describe('once n8n has a reply', () => {
	test.each([200, undefined])(
		'its subscription says so, also where nobody waits for the answer: %p',
		async (status) => {
			const { own, came } = await reply('Sim', ANY);
			await jest.advanceTimersByTimeAsync(10_000);
			expect(names(own)).toEqual(['n8n waits for a reply until 2026-11-30T10:01Z']);
			await came.answers(status);
			expect(names(own)).toEqual(['n8n had a reply 2026-11-30T10:00Z m5']);
			expect(own.subscriptions()).toMatchObject([{ enabled: false }]);
		},
	);

	test('that was asked for again, it says up to when everything was for the question', async () => {
		const { own, came } = await reply('Sim', AGAIN);
		await came.answers(200);
		expect(names(own)).toEqual(['n8n had a reply 2026-11-30T10:00Z m5 2026-11-30T10:00:05.000Z']);
	});

	test('older questions of the conversation wait for what is written later', async () => {
		const own = account();
		const older = await waiting(own, { askedAt: ASKED - 60_000, waitMs: 10 * MINUTE_MS });
		const newest = await waiting(own);
		const came = await comes(own, newest, event(said(5, 'Sim')));
		await came.receiving;
		await came.answers(200);
		const [name] = own.subscriptions().flatMap((one) => (one.url === older.url ? one.name : []));
		expect(name).toBe(
			'n8n waits for a reply until 2026-11-30T10:01Z, written after 2026-11-30T10:00:05.000Z',
		);
	});

	test('older questions do so also where the API lists it without its conversation', async () => {
		const own = account();
		await waiting(own, { askedAt: ASKED - 60_000, waitMs: 10 * MINUTE_MS });
		const newest = await waiting(own);
		const listed = said(4, 'Sim', { sessionId: undefined });
		own.messages.push(listed);
		const came = await comes(own, newest, event(said(5, 'talvez')), { expects: AGAIN });
		expect(await itemOf(came)).toMatchObject({ json: { approved: true, messageId: 'm4' } });
		await came.answers(200);
		expect(names(own)).toEqual([
			'n8n waits for a reply until 2026-11-30T10:01Z, written after 2026-11-30T10:00:04.000Z',
			'n8n had a reply 2026-11-30T10:00Z m4 2026-11-30T10:00:04.000Z',
		]);
	});
});

describe('a reply that is not understood', () => {
	test('is asked for again, and the execution goes on waiting', async () => {
		const { own, wait, webhookResponse, json } = await reply('talvez', AGAIN);
		expect(webhookResponse).toEqual({ askedAgain: true });
		expect(json).toBeUndefined();
		expect(own.to(/^POST/)).toMatchObject([
			{ path: '/chat/v1/send/text', body: { text: 'Como?\n\n1. Sim\n2. Não' } },
		]);
		const again = await comes(own, wait, event(said(5, 'talvez')), { expects: AGAIN });
		expect(await again.receiving).toEqual({ noWebhookResponse: true });
		const next = await comes(own, wait, event(said(9, 'Sim')), { expects: AGAIN });
		expect(await itemOf(next)).toMatchObject({ json: { approved: true, text: 'Sim' } });
		expect(own.to(/^POST/)).toHaveLength(1);
	});

	test('starts no workflow with a trigger either', async () => {
		const { own } = await reply('talvez', AGAIN);
		expect(listOf(own).stateOf(deliveryIn(event(said(5, 'talvez')))!)).toBe('taken');
	});

	test('is asked for once where two come at once', async () => {
		const own = account();
		const wait = await waiting(own);
		const { send } = own.api;
		own.api.send = async (request) => {
			if (request.path === '/chat/v1/send/text') {
				const { text } = request.body as IDataObject;
				own.messages.push(said(6, String(text), { direction: 'TO_HUB' }));
			}
			return await send(request);
		};
		const both = [said(4, 'quem é?'), said(5, 'talvez')];
		const came = await Promise.all(
			both.map(async (message) => await comes(own, wait, event(message), { expects: AGAIN })),
		);
		const results = await Promise.all(came.map(async ({ receiving }) => await receiving));
		expect(results).toEqual(both.map(() => ({ webhookResponse: { askedAgain: true } })));
		expect(own.to(/send\/text/)).toHaveLength(1);
	});

	test('is what the workflow goes on with where asking again fails, of which the log tells', async () => {
		const own = account();
		own.refused.push(/send/);
		const { json, came } = await reply('talvez', AGAIN, {}, own);
		expect(json).toMatchObject({ approved: null, text: 'talvez' });
		expect(came.warnings).toEqual([
			expect.stringMatching(/^What waits for replies could not be looked after\. .*refused/),
		]);
	});

	test('goes on at once where it is not to be asked for again', async () => {
		const { json, own } = await reply('talvez', APPROVAL);
		expect(json).toMatchObject({ approved: null, text: 'talvez' });
		expect(own.to(/send/)).toEqual([]);
	});
});

describe('a rating', () => {
	const RATING: Expectation = {
		response: { isApproval: false, scale: { least: 1, most: 5 } },
		saveRatingIn: 'nota',
	};

	test('is kept before the workflow goes on', async () => {
		const { json, own } = await reply('5', RATING);
		expect(json).toMatchObject({ rating: 5 });
		expect(json).not.toHaveProperty('metadataError');
		expect(own.to(/^PUT .*partial/)).toMatchObject([{ body: { metadata: { nota: 5 } } }]);
	});

	test('that cannot be kept is there all the same, and says why', async () => {
		const own = account();
		own.refused.push(/partial/);
		const { json } = await reply('5', RATING, {}, own);
		expect(json).toMatchObject({ rating: 5, metadataError: expect.any(String) });
	});
});

describe('the file of a reply', () => {
	const withFile = { type: 'IMAGE', fileId: 'f' };

	test.each<[string, Expectation, IDataObject, object]>([
		[
			'is fetched where that is wished',
			{ ...ANY, downloadFile: true },
			withFile,
			{ text: 'foto', fileError: 'WTS Chat gives no address for the file.' },
		],
		['is left where it is otherwise', ANY, withFile, { fileError: undefined }],
		['is none where there is none', { ...ANY, downloadFile: true }, {}, { fileError: undefined }],
	])('%s', async (_, expects, more, expected) => {
		const own = account();
		const { send } = own.api;
		own.api.send = async (request) =>
			request.path === '/chat/v1/message/m5' ? ({ id: 'm5' } as never) : await send(request);
		const { json } = await reply('foto', expects, more, own);
		expect({ fileError: undefined, ...json }).toMatchObject(expected);
	});
});

test('a reply that is read through a door that does not open is there as it came', async () => {
	const own = account();
	const wait = await waiting(own);
	const refusal = new Error('The credential is gone');
	const given = { refusal, expects: AGAIN };
	const came = await comes(own, wait, event(said(5, 'talvez')), given);
	expect(await itemOf(came)).toMatchObject({ json: { approved: null, text: 'talvez' } });
});
