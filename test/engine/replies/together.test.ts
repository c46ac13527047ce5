import type { IDataObject } from 'n8n-workflow';
import { useSandbox } from '../../support/account';
import { phoneOf, useAsking } from '../../support/asking';
import { useHeldClock } from '../../support/heldClock';
import { useWaiting } from '../../support/waiting';

const sandbox = useSandbox();
const n8n = useWaiting();
const { ask, waits, listening } = useAsking(sandbox, n8n);
// what n8n calls again, and the time between two rounds of those that wait
const clock = useHeldClock(250);
const asSecondsPass = async (holds: () => boolean) => await clock.asTimePasses(1_000, holds);

// what n8n has not stored yet is delivered again soon
beforeEach(() => {
	sandbox().events.options.retryAfterMs = 50;
});

async function askMany(count: number) {
	return await Promise.all(Array.from({ length: count }, async (_, n) => await ask(n)));
}

async function write(n: number): Promise<void> {
	sandbox().writeAsContact(phoneOf(n), { text: `Resposta ${n}` });
	await sandbox().events.settled();
	await n8n().settled();
}

test('of many executions that wait, five hear the messages of the account', async () => {
	await askMany(25);
	expect(waits()).toHaveLength(25);
	await asSecondsPass(() => listening().length === 5);
});

test('a reply finds its execution, whether that listens or not', async () => {
	const asked = await askMany(12);
	await asSecondsPass(() => listening().length === 5);
	for (const n of [11, 0, 6]) {
		await write(n);
		await asSecondsPass(() => n8n().isOver(asked[n]!.id));
		expect((await asked[n]!.finished).items.map(({ json }) => json.text)).toEqual([
			`Resposta ${n}`,
		]);
	}
	await asSecondsPass(() => waits().length === 9 && listening().length === 5);
});

test('replies that come all at once each find their execution', async () => {
	const asked = await askMany(25);
	for (const n of asked.keys()) sandbox().writeAsContact(phoneOf(n), { text: `Resposta ${n}` });
	await sandbox().events.settled();
	await n8n().settled();
	await asSecondsPass(() => asked.every(({ id }) => n8n().isOver(id)));
	const outcomes = await Promise.all(asked.map(async ({ finished }) => await finished));
	expect(outcomes.map(({ items }) => items[0]?.json.text)).toEqual(
		[...asked.keys()].map((n) => `Resposta ${n}`),
	);
	await asSecondsPass(() => waits().length === 0);
});

test('those that wait the longest listen, so that somebody listens as long as anybody waits', async () => {
	await askMany(5);
	const before = listening().map(({ id }) => id);
	expect(before).toHaveLength(5);
	await ask(5, { resumeAmount: 2, resumeUnit: 'days' });
	await ask(6, { resumeAmount: 1, resumeUnit: 'hours' });
	const [longest, shortest] = waits().slice(5);
	await asSecondsPass(() => longest?.enabled === true && listening().length === 5);
	expect(shortest?.enabled).toBe(false);
	expect(before.filter((id) => listening().some((one) => one.id === id))).toHaveLength(4);
	// at no moment does nobody listen
	const switched = sandbox().requests.filter(({ method }) => method === 'PUT');
	expect(switched.map(({ body }) => (body as IDataObject).enabled)).toEqual([true, false]);
});

test('when the time of an execution is over, its subscription goes with the next one', async () => {
	await ask(0, { resumeAmount: 0.001, resumeUnit: 'minutes' });
	clock.pass(100);
	await ask(1);
	await asSecondsPass(() => waits().length === 1);
	expect(waits().map(({ url }) => new URL(url!).searchParams.get('session'))).toEqual([
		sandbox().account.sessions.at(-1)?.id,
	]);
});

test('the subscription of an execution that somebody deleted goes when its reply comes', async () => {
	const asked = await askMany(12);
	await asSecondsPass(() => listening().length === 5);
	const paused = waits().find(({ enabled }) => !enabled)!;
	const deleted = new URL(paused.url!).pathname.split('/')[2]!;
	n8n().delete(deleted);
	await write(asked.findIndex(({ id }) => id === deleted));
	await asSecondsPass(() => !waits().some(({ id }) => id === paused.id));
	expect(waits()).toHaveLength(11);
});

test('an n8n that cannot call its own address lets every execution listen for itself', async () => {
	const { url } = n8n();
	// the port of an n8n that nothing answers on
	Object.defineProperty(n8n(), 'url', { value: 'http://127.0.0.1:9' });
	await askMany(12);
	expect(listening()).toHaveLength(12);
	expect(waits().every((wait) => wait.url?.startsWith('http://127.0.0.1:9/'))).toBe(true);
	expect(url).not.toBe(n8n().url);
});

test('subscriptions of others are left alone', async () => {
	const others = sandbox()
		.account.subscriptions.filter(({ name }) => !name?.startsWith('n8n waits'))
		.map((subscription) => ({ ...subscription }));
	const asked = await askMany(12);
	for (const n of asked.keys()) sandbox().writeAsContact(phoneOf(n), { text: 'Sim' });
	await asSecondsPass(() => asked.every(({ id }) => n8n().isOver(id)) && waits().length === 0);
	const left = sandbox().account.subscriptions.filter(({ name }) => !name?.startsWith('n8n had'));
	expect(left).toEqual(others);
});
