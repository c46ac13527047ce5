import { startSandbox, STORM, type Sandbox } from '../../playground/sandbox';
import { FACTOR, ITEMS, outcomesOf, runMany } from './support';
import { speedUp } from '../support/clock';

let sandbox: Sandbox;
let slowDown: () => void;
beforeAll(async () => {
	slowDown = speedUp(FACTOR);
	sandbox = await startSandbox({ account: 'large', faults: STORM, seed: 2026 });
});
afterAll(async () => {
	slowDown();
	await sandbox.close();
});

/** How often the account took each message, told by its sender ID. */
function timesProcessed(): Map<string, number> {
	const times = new Map<string, number>();
	for (const { processed, body } of sandbox.requests) {
		const { senderId } = body as { senderId: string };
		if (processed) times.set(senderId, (times.get(senderId) ?? 0) + 1);
	}
	return times;
}

test('in a storm of faults no message is doubled, and none is lost without a word', async () => {
	const phones = sandbox.account.contacts
		// a message to those who are blocked fails at once
		.filter(({ status }) => status !== 'BLOCKED')
		.map(({ phoneNumber }) => phoneNumber?.replace(/\D/g, ''));
	const items = Array.from({ length: ITEMS }, (_, n) => ({
		to: phones[n % phones.length],
		senderId: `mensagem-${n}`,
	}));
	const outcome = await runMany(
		sandbox,
		{
			resource: 'message',
			operation: 'sendText',
			sendTo: 'contact',
			to: '={{ $json.to }}',
			text: 'Seu pedido {{ $json.senderId }} saiu.',
			options: { senderId: '={{ $json.senderId }}' },
		},
		items,
	);
	const outcomes = outcomesOf(outcome, ITEMS);
	const times = timesProcessed();
	const told = outcomes.map((json, n) => ({
		taken: times.get(`mensagem-${n}`) ?? 0,
		error: json.error as string | undefined,
	}));

	const twice = told.filter(({ taken }) => taken > 1);
	const falseSuccess = told.filter(({ error, taken }) => error === undefined && taken === 0);
	const silentlySent = told.filter(
		({ error, taken }) => taken > 0 && error !== undefined && !error.includes('may have been sent'),
	);
	expect({ twice, falseSuccess, silentlySent }).toEqual({
		twice: [],
		falseSuccess: [],
		silentlySent: [],
	});

	// the storm was one: every kind of fault struck, and most messages arrived all the same
	expect(new Set(sandbox.requests.map(({ fault }) => fault)).size).toBe(STORM.length + 1);
	const arrived = told.filter(({ error }) => error === undefined).length;
	expect(arrived).toBeGreaterThan(ITEMS * 0.85);
});

test('messages to the same contact arrive in the order of the items', () => {
	const order = new Map<string, number[]>();
	for (const { processed, body } of sandbox.requests) {
		const { to, senderId } = body as { to: string; senderId: string };
		if (processed) order.set(to, [...(order.get(to) ?? []), Number(senderId.split('-')[1])]);
	}
	for (const numbers of order.values()) {
		expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
	}
});
