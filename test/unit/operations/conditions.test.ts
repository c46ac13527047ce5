import type { Conditions } from '../../../nodes/WtsChat/fields/conditions';
import { sendInTurn, type WhenClosed } from '../../../nodes/WtsChat/operations/conditions';
import type { Target } from '../../../nodes/WtsChat/operations/target';
import type { Api } from '../../../nodes/WtsChat/transport/api';
import { WINDOW_CLOSED } from '../../../nodes/WtsChat/transport/errors';
import { answering, listOf } from './support';

const { api } = answering(() => {
	throw new Error('Nothing is asked');
});

test.each([
	['5511987654321', '551187654321', true],
	['5511987654321', '5511987654322', false],
])('what goes to %s and then to %s keeps its order: %s', async (first, second, isKept) => {
	const order: string[] = [];
	let goOn: () => void = () => undefined;
	const held = new Promise<void>((resolve) => (goOn = resolve));
	const sending = [
		sendInTurn(api, {
			target: { to: first },
			async send() {
				order.push('first begins');
				await held;
				order.push('first ends');
				return { id: '1' };
			},
		}),
		sendInTurn(api, {
			target: { to: second },
			async send() {
				order.push('second');
				return await Promise.resolve({ id: '2' });
			},
		}),
	];
	await new Promise(setImmediate);
	goOn();
	expect(await Promise.all(sending)).toEqual([{ id: '1' }, { id: '2' }]);
	expect(order).toEqual(
		isKept ? ['first begins', 'first ends', 'second'] : ['first begins', 'second', 'first ends'],
	);
});

test.each([
	['nobody', [], undefined],
	['somebody unknown, who may be this node,', [{ origin: 'DEFAULT' }], undefined],
	['a person', [{ origin: 'DEFAULT', userId: 'user' }], 'A person answered'],
])('between two messages of one text, when %s writes', async (_, written, reason) => {
	const items: object[] = [{ id: 'asked', direction: 'FROM_HUB', type: 'TEXT' }];
	const answering: Api = { ...api, send: async () => await Promise.resolve({ items } as never) };
	const message = { id: 'asked', sessionId: 'session' };
	const outcome = await sendInTurn(answering, {
		target: { sessionId: 'session' },
		conditions: { unlessNewer: true, unlessAnswered: true, message },
		async send(reasonAgainst) {
			// the newest first, as the API lists them
			items.unshift(...written.map((one) => ({ ...one, direction: 'TO_HUB', type: 'TEXT' })));
			return { id: '1', reason: await reasonAgainst() };
		},
	});
	expect(outcome).toEqual({ id: '1', reason, sent: true });
});

test('what could not be sent holds up nothing', async () => {
	const target = { to: '5511987654321' };
	const fails = sendInTurn(api, {
		target,
		send: async () => await Promise.reject(new Error('It fails')),
	});
	const goes = sendInTurn(api, { target, send: async () => await Promise.resolve({ id: '2' }) });
	await expect(fails).rejects.toThrow('It fails');
	expect(await goes).toEqual({ id: '2' });
});

describe('a message on conditions', () => {
	const asked = { id: 'asked', direction: 'FROM_HUB', type: 'TEXT' };
	const newer = { id: 'newer', direction: 'FROM_HUB', type: 'TEXT' };
	const byUser = { id: 'user', direction: 'TO_HUB', type: 'TEXT', origin: 'DEFAULT', userId: 'u' };
	const unknown = { id: 'unknown', direction: 'TO_HUB', type: 'TEXT', origin: 'DEFAULT' };
	const both = { unlessNewer: true, unlessAnswered: true };
	const SENT = { id: '1', sent: true };

	/** Sends one, where the session has these messages, the oldest first. */
	async function sendAfter(messages: object[], more: Partial<Conditions>, target?: Target) {
		const { api: account, requests } = answering(({ path }) => {
			if (path === '/chat/v1/message') return listOf(...[...messages].reverse());
			return path === '/chat/v1/message/asked' ? { sessionId: 'found' } : undefined;
		});
		const sends = sendInTurn(account, {
			target: target ?? { sessionId: 'session' },
			conditions: { ...both, message: { id: 'asked' }, ...more },
			send: async () => await Promise.resolve({ id: '1' }),
		});
		return { came: await sends.catch((error: unknown) => error), requests };
	}

	test.each<[string, object[], Partial<Conditions>, object]>([
		['nothing came', [asked], {}, SENT],
		['a newer one came', [asked, newer], {}, { sent: false, reason: 'A newer message came' }],
		['that does not matter', [asked, newer], { unlessNewer: false }, SENT],
		['a person answered', [asked, byUser], {}, { sent: false, reason: 'A person answered' }],
		['that does not matter either', [asked, byUser], { unlessAnswered: false }, SENT],
		[
			'it is in doubt who answered',
			[asked, unknown],
			{},
			{ sent: false, reason: 'A person answered' },
		],
		['the message is older than the history', [newer], { message: { id: 'asked', at: 0 } }, SENT],
	])('where %s', async (_, messages, conditions, outcome) => {
		const dated = messages.map((message, n) => ({
			...message,
			createdAt: new Date(n - 1).toISOString(),
		}));
		expect((await sendAfter(dated, conditions)).came).toEqual(outcome);
	});

	test('is kept back where too much has been written since to tell', async () => {
		const many = Array.from({ length: 100 }, (_, n) => ({ ...unknown, id: String(n) }));
		const { came } = await sendAfter(many, {});
		expect(came).toEqual({ sent: false, reason: 'A newer message came' });
	});

	test('to a message of another session is not sent', async () => {
		const { came } = await sendAfter([newer], {});
		expect(came).toMatchObject({
			message: "The session has no message with the ID in 'Answered Message ID'",
			remedy: expect.stringMatching(/^Nothing was sent\. It has to be/),
		});
	});

	test.each<[string, Partial<Conditions>, Target, string]>([
		['of the message', { message: { id: 'asked', sessionId: 'its' } }, { sessionId: 's' }, 'its'],
		['of the target', {}, { sessionId: 's' }, 's'],
		['that WTS Chat tells of the message', {}, { to: '5511987654321' }, 'found'],
	])('is looked at in the session %s', async (_, conditions, target, session) => {
		const { requests } = await sendAfter([asked], conditions, target);
		expect(requests.at(-1)?.query?.SessionId).toBe(session);
	});

	test.each([{}, undefined])('of which WTS Chat tells %j is not sent', async (answer) => {
		const sends = sendInTurn(answering(() => answer).api, {
			target: { to: '5511987654321' },
			conditions: { ...both, message: { id: 'asked' } },
			send: async () => await Promise.resolve({ id: '1' }),
		});
		await expect(sends).rejects.toThrow(
			'WTS Chat does not tell the session of the message that is answered',
		);
	});
});

describe('a message of a campaign', () => {
	const campaign = { skipTags: { ids: ['tag'] } };

	test.each([
		['has the tag', '5511987654321', { sent: false, reason: 'The contact has the tag "VIP"' }],
		['has it not', '5511987654322', { id: '1', sent: true }],
	])('to a contact who %s', async (_, to, outcome) => {
		const { api: account } = answering(({ path }) =>
			path === '/core/v1/tag'
				? [{ id: 'tag', name: 'VIP' }]
				: listOf({ id: 'ana', phoneNumber: '+55|11987654321' }),
		);
		const send = async () => await Promise.resolve({ id: '1' });
		expect(await sendInTurn(account, { target: { to }, campaign, send })).toEqual(outcome);
	});

	test('in which nobody is left out does not say that it was sent', async () => {
		const sends = sendInTurn(answering().api, {
			target: { to: '5511987654321' },
			campaign: {},
			send: async () => await Promise.resolve({ id: '1' }),
		});
		expect(await sends).toEqual({ id: '1' });
	});
});

describe('a message to where only a template may arrive', () => {
	const target = { sessionId: 'session' };

	/** Sends one into a session whose window has this status. */
	async function sendInto(windowStatus: string, whenClosed: WhenClosed) {
		const { api: account } = answering(() => ({ id: 'session', windowStatus }));
		const send = async () => await Promise.resolve({ id: 'free' });
		return await sendInTurn(account, { target, send, whenClosed });
	}

	const sendTemplate = async () => await Promise.resolve({ id: 'template' });

	test.each([
		['goes as it is while the window is open', 'ACTIVE', { id: 'free' }],
		['is a template when it is closed', 'EXPIRED', { id: 'template', sentAs: 'template' }],
	])('%s', async (_, windowStatus, outcome) => {
		expect(await sendInto(windowStatus, { sendTemplate })).toEqual(outcome);
	});

	test('is an error where there is no template', async () => {
		await expect(sendInto('EXPIRED', {})).rejects.toMatchObject({
			message: 'The 24 hours in which the contact can be written to freely are over',
			remedy: `Nothing was sent. ${WINDOW_CLOSED}`,
			data: target,
		});
		expect(await sendInto('ACTIVE', {})).toEqual({ id: 'free' });
	});
});
