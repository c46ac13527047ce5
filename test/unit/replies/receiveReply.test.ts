import type { IDataObject } from 'n8n-workflow';
import { account, ASKED, said } from './account';
import { comes, event, itemOf, MINUTE_MS, waiting, type Came } from './delivered';

const OWN = { headers: { 'x-wts-chat-own-call': '1' } };
const EVENT_RECEIVED = { status: 200, body: { message: 'Event received' } };

beforeEach(() => {
	jest.useFakeTimers({ now: ASKED + 30_000 });
});
afterEach(() => {
	jest.useRealTimers();
});

const textOf = async (came: Came) => (await itemOf(came))?.json.text;

/** To which of n8n's addresses messages have been passed on; not that it was asked whether they wait. */
const passedOn = ({ posts }: Came) =>
	posts()
		.filter(({ sent }) => (sent as IDataObject).eventType !== 'PING')
		.map(({ to }) => to);

describe('a stranger is told that it is no event of WTS Chat', () => {
	const query = { session: 's', asked: '1', until: '2' };

	test.each<[string, IDataObject, Record<string, string>]>([
		['who sends none', { message: 'Oi' }, query],
		['who sends one to another address', event(said(5, 'Sim')), { signature: 's' }],
		['who sends nothing to nowhere', {}, {}],
	])('%s', async (_, body, address) => {
		const own = account();
		const came = await comes(own, await waiting(own), body, { query: address });
		expect(await came.receiving).toEqual({ noWebhookResponse: true });
		const message = 'This is not an event of WTS Chat.';
		expect(came.said).toEqual({ status: 400, body: { message } });
		expect(own.requests).toEqual([]);
	});
});

describe('this package itself', () => {
	test.each<[string, string | undefined, string | undefined, boolean]>([
		['of the question that waits', 'q', 'q', true],
		['of a question before it', 'q', 'other', false],
		['of a question that the API has not named', undefined, 'other', true],
	])('asks whether a question waits: %s', async (_, messageId, waitsWith, waits) => {
		const own = account();
		const wait = await waiting(own, { messageId });
		const given = { ...OWN, waitsWith };
		const came = await comes(own, wait, { eventType: 'PING', content: {} }, given);
		const result = waits ? { webhookResponse: { waits } } : { noWebhookResponse: true };
		expect(await came.receiving).toEqual(result);
		const message = 'This question waits no more.';
		expect(came.said).toEqual(waits ? {} : { status: 410, body: { message } });
		expect(own.requests).toEqual([]);
	});

	test.each([
		[1, false],
		[0, true],
		[-1, true],
	])('ends a question whose time is over in %i milliseconds: %p', async (left, isOver) => {
		const own = account();
		const wait = await waiting(own, { until: Date.now() + left });
		const came = await comes(own, wait, { eventType: 'TIME_OVER', content: {} }, OWN);
		const { sessionId, messageId } = wait;
		const json = { replied: false, sessionId, messageId };
		expect(await itemOf(came)).toEqual(isOver ? { json, pairedItem: { item: 0 } } : undefined);
		const refusal = { status: 400, body: { message: 'The time is not over.' } };
		expect(came.said).toEqual(isOver ? {} : refusal);
	});

	test('brings what is for a question, without another look', async () => {
		const own = account();
		const wait = await waiting(own);
		await waiting(own, { askedAt: ASKED + 1_000 });
		const came = await comes(own, wait, event(said(5, 'Sim')), OWN);
		expect(await itemOf(came)).toMatchObject({ json: { replied: true, text: 'Sim' } });
		expect(own.requests).toEqual([]);
	});
});

describe('of what WTS Chat delivers', () => {
	test('the reply lets the execution go on', async () => {
		const own = account();
		const came = await comes(own, await waiting(own), event(said(5, 'Sim')));
		expect(await itemOf(came)).toEqual({
			json: expect.objectContaining({ replied: true, messageId: 'm5', text: 'Sim' }),
			pairedItem: { item: 0 },
		});
		expect(came.said).toEqual({});
	});

	test('a message for an execution that did not hear it is passed on to it, also where it hears from then on', async () => {
		const own = account();
		const [listens, paused] = [
			await waiting(own),
			await waiting(own, { sessionId: 'other', listens: false }),
		];
		const body = event(said(5, 'Sim', { sessionId: 'other' }));
		const came = await comes(own, listens, body);
		expect(await came.receiving).toEqual({ noWebhookResponse: true });
		expect(came.said).toEqual(EVENT_RECEIVED);
		await jest.advanceTimersByTimeAsync(6_000);
		expect(came.posts()).toContainEqual({ to: paused.url, sent: body });
		expect(own.subscriptions().map(({ enabled }) => enabled)).toEqual([true, true]);
	});

	test('another event is none, and nobody is asked for it', async () => {
		const own = account();
		const came = await comes(own, await waiting(own), event(said(5, 'Sim'), 'MESSAGE_UPDATED'));
		expect(await came.receiving).toEqual({ noWebhookResponse: true });
		expect(came.said).toEqual(EVENT_RECEIVED);
		await jest.advanceTimersByTimeAsync(MINUTE_MS);
		expect(own.requests).toEqual([]);
	});

	test('what the team writes is none', async () => {
		const own = account();
		const body = event(said(5, 'Sim', { direction: 'TO_HUB' }));
		const came = await comes(own, await waiting(own), body);
		expect(await came.receiving).toEqual({ noWebhookResponse: true });
		expect(came.said).toEqual(EVENT_RECEIVED);
	});

	test.each(['MESSAGE_RECEIVED', 'MESSAGE_UPDATED'])(
		'nothing is for a question that waits no more, whose subscription goes: %s',
		async (eventType) => {
			const own = account();
			const [wait, other] = [await waiting(own), await waiting(own, { sessionId: 'other' })];
			const body = event(said(5, 'Sim'), eventType);
			const came = await comes(own, wait, body, { waitsWith: 'next question' });
			expect(await came.receiving).toEqual({ noWebhookResponse: true });
			expect(came.said).toEqual(EVENT_RECEIVED);
			await jest.advanceTimersByTimeAsync(17_000);
			expect(own.subscriptions().map(({ url }) => url)).toEqual([other.url]);
		},
	);

	test('nothing that is no reply ends a question', async () => {
		const own = account();
		const wait = await waiting(own);
		await comes(own, wait, event(said(5, 'Sim', { sessionId: 'other' })));
		await jest.advanceTimersByTimeAsync(17_000);
		expect(own.subscriptions().map(({ url }) => url)).toEqual([wait.url]);
	});

	test('a reply is for the newest question of the conversation, which any process may have asked', async () => {
		const own = account();
		const older = await waiting(own);
		const newest = await waiting(own, { askedAt: ASKED + 1_000, listens: false });
		const toOlder = await comes(own, older, event(said(5, 'Sim')));
		expect(await textOf(toOlder)).toBeUndefined();
		expect(toOlder.said).toEqual(EVENT_RECEIVED);
		await jest.advanceTimersByTimeAsync(6_000);
		expect(passedOn(toOlder)).toEqual([newest.url]);
	});

	test('a reply that also comes to the newest question itself is not brought to it', async () => {
		const own = account();
		const [older, newest] = [await waiting(own), await waiting(own, { askedAt: ASKED + 1_000 })];
		const body = event(said(5, 'Sim'));
		const [toOlder, toNewest] = await Promise.all(
			[older, newest].map(async (wait) => await comes(own, wait, body)),
		);
		expect(await textOf(toOlder!)).toBeUndefined();
		expect(await textOf(toNewest!)).toBe('Sim');
		await toNewest!.answers(200);
		await jest.advanceTimersByTimeAsync(6_000);
		expect(passedOn(toOlder!)).toEqual([]);
	});
});

describe('a reply that is delivered more than once', () => {
	test.each([
		['at once', 0],
		['before n8n has answered', 1],
		['afterwards', 2],
	])('%s lets the execution go on once', async (_, before) => {
		const own = account();
		const wait = await waiting(own);
		const deliver = async () => await comes(own, wait, event(said(5, 'Sim')));
		const came: Came[] = before === 0 ? await Promise.all([deliver(), deliver()]) : [];
		if (before > 0) {
			const first = await deliver();
			await first.receiving;
			if (before > 1) await first.answers(200);
			came.push(first, await deliver());
		}
		expect(await Promise.all(came.map(textOf))).toEqual(['Sim', undefined]);
		expect(came[1]?.said).toEqual(EVENT_RECEIVED);
	});

	test('because n8n could not take it comes in again', async () => {
		const own = account();
		const wait = await waiting(own);
		const first = await comes(own, wait, event(said(5, 'Sim')));
		await first.receiving;
		await first.answers(500);
		expect(own.subscriptions()).toMatchObject([{ name: expect.stringContaining('waits') }]);
		expect(await textOf(await comes(own, wait, event(said(5, 'Sim'))))).toBe('Sim');
	});
});

describe('a reply is not lost', () => {
	test('where the API does not say in time who else waits', async () => {
		const own = account();
		const wait = await waiting(own);
		own.api.send = async () => await new Promise(() => undefined);
		const came = await comes(own, wait, event(said(5, 'Sim')));
		let item: unknown;
		void itemOf(came).then((given) => (item = given));
		await jest.advanceTimersByTimeAsync(2_999);
		expect(item).toBeUndefined();
		await jest.advanceTimersByTimeAsync(1);
		expect(item).toMatchObject({ json: { text: 'Sim' } });
	});

	test('where n8n does not give the credential, of which its log tells', async () => {
		const own = account();
		const wait = await waiting(own);
		const refusal = new Error('The credential is gone.');
		const came = await comes(own, wait, event(said(5, 'Sim')), { refusal });
		expect(await textOf(came)).toBe('Sim');
		expect(new Set(came.warnings)).toEqual(
			new Set(['What waits for replies could not be looked after. The credential is gone.']),
		);
	});
});
