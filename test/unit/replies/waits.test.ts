import fc from 'fast-check';
import {
	keepAfter,
	keepAnswer,
	listWaits,
	removeWait,
	setListening,
	subscribeWait,
	waitAt,
	waitsIn,
	type Wait,
} from '../../../nodes/WtsChat/replies/waits';
import { MAX_NAME, type Subscription } from '../../../nodes/WtsChat/subscriptions/subscriptions';
import { runs } from '../../support/runs';
import { answering } from '../operations/support';
import { NOW, wait } from './questions';

const NAME = 'n8n waits for a reply until 2026-11-30T10:10Z';
const PATH = '/core/v1/webhook/subscription';

/** The subscription of the first question. */
const subscription = (more: Partial<Subscription> = {}): Subscription => ({
	id: 'subscription 1',
	name: NAME,
	url: wait(1).url,
	enabled: true,
	...more,
});

test('a question that waits is told by the address of its subscription', () => {
	expect(waitsIn([subscription()])).toEqual([
		{ ...wait(1), subscriptionId: 'subscription 1', listens: true },
	]);
});

test.each<[boolean | undefined]>([[false], [undefined]])(
	'one whose subscription says %j for being switched on hears nothing',
	(enabled) => {
		expect(waitsIn([subscription({ enabled })])).toMatchObject([{ listens: false }]);
	},
);

test.each<[string, Partial<Subscription>]>([
	['of somebody else', { name: 'My CRM' }],
	['of somebody else who names ours', { name: `Beside: ${NAME}` }],
	['without a name', { name: undefined }],
	['with null for a name', { name: null }],
	['without an ID', { id: undefined }],
	['without an address', { url: undefined }],
	['with null for an address', { url: null }],
	['whose address is none', { url: 'session=s&asked=1&until=2' }],
	['whose address has no question', { url: 'https://n8n.example.com/webhook-waiting/1/node' }],
	['that tells a reply without a moment', { name: 'n8n had a reply message-1' }],
	['that tells a moment without a reply', { name: 'n8n had a reply 2026-11-30T10:01Z' }],
	['that tells no moment of its reply', { name: 'n8n had a reply yesterday evening' }],
	['of somebody else that tells one', { name: 'CRM had a reply 2026-11-30T10:01Z message-1' }],
	['that tells nothing of its reply', { name: 'n8n had a reply' }],
])('a subscription %s is no question that waits', (_, more) => {
	expect(waitsIn([subscription(more)])).toEqual([]);
});

test.each<[string, number]>([
	[NAME, NOW + 1],
	[`${NAME}, written after 2026-11-30T10:05:00.000Z`, NOW + 300_000],
	[`${NAME}, written after 2026-11-30T10:05:00.000Z at night`, NOW + 1],
	[`${NAME}, written after lunch`, NOW + 1],
])('of %j, what counts is written after %d', (name, after) => {
	expect(waitsIn([subscription({ name })])).toMatchObject([{ after }]);
});

test.each<[string, object]>([
	['2026-11-30T10:01Z m', { messageId: 'm', takenAt: NOW + 60_000, upTo: undefined }],
	[
		'2026-11-30T10:01Z m 2026-11-30T10:00:30.500Z',
		{ messageId: 'm', takenAt: NOW + 60_000, upTo: NOW + 30_500 },
	],
])('a subscription named "n8n had a reply %s" tells the reply', (told, answer) => {
	const name = `n8n had a reply ${told}`;
	expect(waitsIn([subscription({ name, enabled: false })])).toMatchObject([{ answer }]);
});

test('of all subscriptions of the account, those of questions count', async () => {
	const mine = [wait(1), wait(2)].map(({ url }, n) => subscription({ id: `${n}`, url }));
	const { api, requests } = answering(() => [mine[0], subscription({ name: 'My CRM' }), mine[1]]);
	const waits = await listWaits(api);
	expect(waits.map(({ signature }) => signature)).toEqual(['signature 1', 'signature 2']);
	expect(requests).toMatchObject([{ method: 'GET', path: PATH }]);
});

test('an address without a signature has an empty one', () => {
	const url = 'https://n8n.example.com/webhook-waiting/1/node';
	expect(waitAt(url, wait(1)).signature).toBe('');
});

test.each([true, false])(
	'a question that listens (%j) is subscribed to messages',
	async (listens) => {
		jest.useFakeTimers({ now: NOW + 500 });
		const { api, requests } = answering(() => ({ id: 'made' }));
		const question = wait(1, { listens });
		await subscribeWait(api, question);
		jest.useRealTimers();
		expect(requests).toEqual([
			{
				method: 'POST',
				path: PATH,
				query: undefined,
				body: { name: NAME, url: question.url, events: ['MESSAGE_RECEIVED'], enabled: listens },
			},
		]);
		expect(question).toMatchObject({ subscriptionId: 'made', subscribedAt: NOW + 500 });
	},
);

const withId = (more: Partial<Wait> = {}) => wait(1, { subscriptionId: 'a/b', ...more });
const answer = { messageId: 'm', takenAt: NOW + 60_000 };

test.each<[string, (api: Parameters<typeof removeWait>[0], one: Wait) => Promise<void>, object]>([
	['to be removed', removeWait, { method: 'DELETE', body: undefined }],
	[
		'to listen',
		async (api, one) => await setListening(api, one, true),
		{ method: 'PUT', body: { fields: ['Enabled'], enabled: true } },
	],
	[
		'to listen no more',
		async (api, one) => await setListening(api, one, false),
		{ method: 'PUT', body: { fields: ['Enabled'], enabled: false } },
	],
	[
		'to keep that only what is written later is for it',
		async (api, one) => await keepAfter(api, { ...one, after: NOW + 2 }),
		{
			method: 'PUT',
			body: { fields: ['Name'], name: `${NAME}, written after 2026-11-30T10:00:00.002Z` },
		},
	],
	[
		'to keep what is for it from the start',
		keepAfter,
		{ method: 'PUT', body: { fields: ['Name'], name: NAME } },
	],
	[
		'to keep its reply',
		async (api, one) => await keepAnswer(api, one, answer),
		{
			method: 'PUT',
			body: {
				fields: ['Name', 'Enabled'],
				name: 'n8n had a reply 2026-11-30T10:01Z m',
				enabled: false,
			},
		},
	],
	[
		'to keep up to when all was for it',
		async (api, one) => await keepAnswer(api, one, { ...answer, upTo: NOW + 30_000 }),
		{
			method: 'PUT',
			body: {
				fields: ['Name', 'Enabled'],
				name: 'n8n had a reply 2026-11-30T10:01Z m 2026-11-30T10:00:30.000Z',
				enabled: false,
			},
		},
	],
])(
	'a subscription %s takes one request, and none where there is no subscription',
	async (_, change, request) => {
		const { api, requests } = answering();
		await change(api, withId({ subscriptionId: undefined }));
		expect(requests).toEqual([]);
		await change(api, withId());
		expect(requests).toEqual([
			expect.objectContaining({ path: `${PATH}/a%2Fb`, query: undefined, ...request }),
		]);
	},
);

test('one that is gone already is removed as well', async () => {
	const { api, requests } = answering();
	await removeWait(api, withId());
	expect(requests).toMatchObject([{ notFoundIsSuccess: true }]);
});

test('whether it listens is known once the API has taken it', async () => {
	const refusing = answering(() => {
		throw new Error('At its limits');
	});
	const question = withId();
	await expect(setListening(refusing.api, question, true)).rejects.toThrow('At its limits');
	expect(question.listens).toBe(false);
	await setListening(answering().api, question, true);
	expect(question.listens).toBe(true);
	await setListening(answering().api, question, false);
	expect(question.listens).toBe(false);
});

test('what is kept in a name is read again, and the API takes its length', async () => {
	const moment = fc.integer({ min: NOW, max: NOW + 30 * 86_400_000 });
	const kept = fc.record({
		messageId: fc.uuid(),
		takenAt: moment.map((at) => at - (at % 60_000)),
		upTo: fc.option(moment, { nil: undefined }),
		after: moment,
	});
	await fc.assert(
		fc.asyncProperty(kept, async ({ after, ...reply }) => {
			let listed = subscription();
			const { api } = answering(({ body }) => (listed = { ...listed, ...body }));
			await keepAfter(api, withId({ after }));
			expect(waitsIn([listed])).toMatchObject([{ after: Math.max(after, NOW + 1) }]);
			expect(listed.name!.length).toBeLessThanOrEqual(MAX_NAME);
			await keepAnswer(api, withId(), reply);
			expect(waitsIn([listed])).toMatchObject([{ answer: reply, listens: false }]);
			expect(listed.name!.length).toBeLessThanOrEqual(MAX_NAME);
		}),
		runs(100),
	);
});
