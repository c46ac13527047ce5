import type { IDataObject } from 'n8n-workflow';
import { sweepOf } from '../../../nodes/WtsChat/replies/sweeps';
import { waitAt } from '../../../nodes/WtsChat/replies/waits';
import { handedIn, isTakenHere } from '../../../nodes/WtsChat/trigger/handover';
import type { Api } from '../../../nodes/WtsChat/transport/api';
import { bodyOf, NOW, useClock, written } from './executions';
import { published } from './webhook';

useClock();

const RECEIVED = { status: 200, json: { message: 'received' } };
const ignored = (because: string) => ({ status: 200, json: { ignored: because } });

describe('nobody else gets in', () => {
	const REFUSED = { status: 401, json: { message: 'This address is for WTS Chat alone.' } };

	test.each(['', 'another', 'SECRET'])('with the secret %j', async (secret) => {
		const { deliver, stored } = published();
		expect(await deliver(bodyOf(), { secret })).toEqual(REFUSED);
		expect(stored).toEqual([]);
	});

	test('and nobody learns where the trigger is', async () => {
		const { deliver } = published();
		const headers = { 'x-wts-chat-where': '1' };
		expect(await deliver({}, { secret: '', headers })).toEqual(REFUSED);
	});

	test('while the credential cannot be read, which may hold the secret', async () => {
		const { deliver } = published({ hasNoSecret: true });
		expect(await deliver(bodyOf(), { secret: '' })).toEqual(REFUSED);
		expect(await deliver(bodyOf())).toEqual(REFUSED);
	});
});

test('the trigger tells itself which address n8n gives it', async () => {
	const { deliver, stored } = published();
	const headers = { 'x-wts-chat-where': '1' };
	expect(await deliver(bodyOf(), { headers })).toEqual({
		status: 200,
		json: { address: 'https://n8n.example.com/default' },
	});
	expect(stored).toEqual([]);
});

test.each<[unknown]>([
	['text'],
	[{}],
	[{ eventType: 'MESSAGE_RECEIVED' }],
	[{ eventType: '', content: {} }],
])('%j is no event of WTS Chat', async (body) => {
	const { deliver, stored } = published();
	expect(await deliver(body)).toEqual({
		status: 400,
		json: { message: 'This is not an event of WTS Chat.' },
	});
	expect(stored).toEqual([]);
});

test('an event is handed over to an execution as it came', async () => {
	const { deliver, stored, requests } = published();
	const body = bodyOf();
	expect(await deliver(body)).toEqual(RECEIVED);
	expect(stored).toEqual([{ json: { body, takenBy: expect.any(String) } }]);
	expect(isTakenHere(stored[0]!.json)).toBe(true);
	expect(requests).toEqual([]);
});

test.each<[string, string, IDataObject, object]>([
	['nobody has chosen', 'event', {}, bodyOf({}, 'CONTACT_NEW')],
	[
		'a filter leaves out',
		'filters',
		{ filters: { messageTypes: ['IMAGE'] } },
		bodyOf({ type: 'TEXT' }),
	],
	[
		'one of several filters leaves out',
		'filters',
		{ filters: { messageTypes: ['TEXT'], textMatches: 'sair' } },
		bodyOf({ type: 'TEXT', text: 'Oi' }),
	],
])('an event that %s starts nothing and needs not come again', async (_, why, parameters, body) => {
	const { deliver, stored } = published({ parameters });
	expect(await deliver(body)).toEqual(ignored(why));
	expect(stored).toEqual([]);
});

test('an event that all filters let pass starts the workflow', async () => {
	const filters = { messageTypes: ['TEXT'], textMatches: 'oi' };
	const { deliver, stored } = published({ parameters: { filters } });
	await deliver(bodyOf());
	expect(stored).toHaveLength(1);
});

test('what the process knows for a reply is noted for the execution', async () => {
	const question = { sessionId: 'asked', askedAt: NOW, waitMs: 60_000, until: NOW + 60_000 };
	const wait = waitAt('http://127.0.0.1/?signature=1', { ...question, alone: false });
	sweepOf({ account: 'of the question' } as Api).list.begin({ ...wait, subscriptionId: '1' });
	const { deliver, stored } = published();
	await deliver(bodyOf(written(1, { sessionId: 'asked' })));
	await deliver(bodyOf(written(1, { sessionId: 'other', id: 'other' })));
	expect(stored.flatMap(handedIn).map(({ noted }) => noted)).toEqual(['awaited', undefined]);
});

describe('an event that is delivered again', () => {
	test('starts the workflow once', async () => {
		const { deliver, stored } = published();
		const body = bodyOf();
		const answers = [await deliver(body), await deliver(body), await deliver(bodyOf())];
		expect(answers).toEqual([RECEIVED, ignored('repeated'), RECEIVED]);
		expect(stored).toHaveLength(2);
	});

	test.each<[string, object]>([
		['repeats are wanted', { parameters: { options: { ignoreRepeats: false } } }],
		['somebody listens in the editor', { isTest: true }],
	])('starts it every time where %s', async (_name, more) => {
		const { deliver, stored } = published(more);
		const body = bodyOf();
		expect([await deliver(body), await deliver(body)]).toEqual([RECEIVED, RECEIVED]);
		expect(stored).toHaveLength(2);
	});

	test('starts every workflow once', async () => {
		const [one, other] = ['one', 'other'].map((workflowId) => published({ workflowId }));
		const body = bodyOf();
		for (const { deliver } of [one!, other!, one!, other!]) await deliver(body);
		expect([one!.stored.length, other!.stored.length]).toEqual([1, 1]);
	});

	test('starts the workflow although it was tried in the editor', async () => {
		const body = bodyOf();
		const [listener, workflow] = [published({ isTest: true }), published()];
		await listener.deliver(body);
		await workflow.deliver(body);
		expect([listener.stored.length, workflow.stored.length]).toEqual([1, 1]);
	});

	test.each<[string, boolean, object, number]>([
		['is taken when n8n has stored it', false, ignored('repeated'), 1],
		[
			'has to come once more when n8n could not store it',
			true,
			{ status: 503, json: { message: 'n8n could not take this event.' } },
			0,
		],
	])('meanwhile %s', async (_name, fails, second, count) => {
		let release: () => void = () => undefined;
		const storing = new Promise<void>((resolve) => (release = resolve));
		const { deliver, stored } = published({
			store: async () => {
				await storing;
				if (fails) throw new Error('locked');
			},
		});
		const body = bodyOf();
		const deliveries = [deliver(body), deliver(body)];
		await jest.advanceTimersByTimeAsync(1_000);
		release();
		const [, answer] = await Promise.all(deliveries);
		expect(answer).toEqual(second);
		expect(stored).toHaveLength(count);
	});
});
