import { sendInTurn } from '../../../nodes/WtsChat/operations/conditions';
import type { Api } from '../../../nodes/WtsChat/transport/api';

const api: Api = {
	account: 'account',
	send: async () => await Promise.reject(new Error('Nothing is asked')),
	upload: async () => undefined,
	wait: async () => await Promise.resolve(true),
	rateLimitedSeconds: () => 0,
	notes: new Set(),
};

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
