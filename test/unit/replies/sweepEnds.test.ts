import { GRACE_MS } from '../../../nodes/WtsChat/replies/plan';
import { message, MINUTE_MS, NOW, SECOND_MS, wait } from './questions';
import { pass, useWorld } from './world';

const world = useWorld();

/** A question whose time is over half a minute after {@link NOW}. */
const short = (n: number, more: Parameters<typeof wait>[1] = {}) =>
	wait(n, { listens: true, waitMs: 30 * SECOND_MS - n, until: NOW + 30 * SECOND_MS, ...more });

/** Lets the questions wait, until their time is nearly over. */
async function nearlyOver(...waits: ReturnType<typeof wait>[]): Promise<void> {
	world().begin(...waits);
	await pass(29 * SECOND_MS);
	world().did();
}

const seconds = (line: string) => world().secondsOf(line);

describe('when the time of a question is over', () => {
	test('the execution is told so, after a last look for a reply, and the subscription goes', async () => {
		await nearlyOver(short(1));
		await pass(SECOND_MS);
		expect(world().did()).toEqual(['list', 'messages of session 1', 'TIME_OVER to 1']);
		await pass(SECOND_MS);
		expect(world().did()).toEqual(['list', 'remove 1']);
		await pass(MINUTE_MS);
		expect(jest.getTimerCount()).toBe(0);
	});

	test('the execution goes on with a reply that came in time and was not heard', async () => {
		await nearlyOver(short(1));
		const [reply, next] = [world().write('m', 'session 1'), world().write('n', 'session 1')];
		await pass(SECOND_MS);
		expect(world().did()).toEqual(['list', 'messages of session 1', 'm to 1']);
		await pass(SECOND_MS);
		expect(world().did()).toContain('name 1: n8n had a reply 2026-11-30T10:00Z m');
		const { list } = world().sweep;
		expect([list.stateOf(reply), list.stateOf(next)]).toEqual(['taken', 'passed']);
	});

	test('what was written too late, before, or elsewhere is no reply', async () => {
		const late = message('late', 'session 1', 30 * SECOND_MS + 1);
		const early = message('early', 'session 1', 0);
		const elsewhere = message('elsewhere', 'session 2', 20 * SECOND_MS);
		for (const { content } of [late, early, elsewhere]) world().messages.push(content);
		await nearlyOver(short(1));
		await pass(SECOND_MS);
		expect(seconds('TIME_OVER to 1')).toEqual([30]);
	});

	test('what a newer question of the conversation waits for is no reply to it', async () => {
		await nearlyOver(short(1), wait(2, { sessionId: 'session 1', listens: true }));
		world().write('m', 'session 1');
		await pass(SECOND_MS);
		expect([seconds('m to 1'), seconds('TIME_OVER to 1')]).toEqual([[], [30]]);
	});

	test('what a newer question got is no reply to it', async () => {
		await nearlyOver(short(1, { after: NOW + 29 * SECOND_MS }));
		world().messages.push(message('m', 'session 1', 29 * SECOND_MS).content);
		await pass(SECOND_MS);
		expect([seconds('m to 1'), seconds('TIME_OVER to 1')]).toEqual([[], [30]]);
	});

	test('all whose time it is are told so, whatever becomes of the others', async () => {
		world().refused = /^messages of session 1/;
		world().executions[2] = 'busy';
		await nearlyOver(short(1), short(2), short(3));
		await pass(SECOND_MS);
		expect([1, 2, 3].map((n) => seconds(`TIME_OVER to ${n}`))).toEqual([[], [30], [30]]);
	});

	test('it is tried again in the next round where the API refuses the last look', async () => {
		world().refused = /^messages/;
		await nearlyOver(short(1));
		await pass(20 * SECOND_MS);
		world().refused = /^$/;
		await pass(11 * SECOND_MS);
		expect(seconds('messages of session 1')).toContain(30);
		expect(seconds('TIME_OVER to 1')).toEqual([60]);
	});

	test('it is tried again in each round where n8n cannot be reached, until n8n ends it itself', async () => {
		await nearlyOver(short(1));
		world().executions[1] = 'away';
		await pass(2 * MINUTE_MS);
		expect(seconds('TIME_OVER to 1')).toEqual([30, 60, 120]);
		await pass(GRACE_MS);
		expect(seconds('remove 1')).toEqual([60 + GRACE_MS / SECOND_MS]);
	});

	test('it is tried again where n8n could not take the reply', async () => {
		await nearlyOver(short(1));
		world().write('m', 'session 1');
		world().executions[1] = 'away';
		await pass(10 * SECOND_MS);
		world().executions[1] = 'waits';
		await pass(30 * SECOND_MS);
		expect(seconds('m to 1').filter((at) => at % 30 === 0)).toEqual([30, 60]);
	});

	test('it is not tried again while n8n takes its time', async () => {
		world().executions[1] = 'busy';
		await nearlyOver(short(1));
		await pass(3 * MINUTE_MS);
		expect(seconds('TIME_OVER to 1')).toEqual([30]);
	});

	test('an execution that is over has ended before, maybe in another process', async () => {
		await nearlyOver(short(1));
		world().executions[1] = 'over';
		await pass(10 * SECOND_MS);
		expect(seconds('TIME_OVER to 1')).toEqual([30]);
		expect(seconds('switch off 1')).toEqual([31]);
		await pass(10 * SECOND_MS);
		expect(seconds('remove 1')).toEqual([45]);
	});

	test('one whom n8n cannot call is left to n8n, and its subscription goes', async () => {
		await nearlyOver(short(1, { alone: true }));
		await pass(10 * SECOND_MS);
		expect(world().did()).toEqual(['list', 'remove 1']);
		expect(seconds('remove 1')).toEqual([30]);
	});
});
