import type { Written } from '../../../nodes/WtsChat/conversation/bursts';
import { Gathering } from '../../../nodes/WtsChat/trigger/gathering';
import { Time } from './time';

const PATIENCE = { quietMs: 5_000, mostMs: 20_000 };

interface Scenario {
	/** When each message was written, and when it comes to the process, in seconds. */
	deliveries: Array<[written: number, comes: number]>;
	/** Whether the API gives no answer. */
	isDown?: boolean;
}

/** What comes of each delivery, in the order in which they end: when, and with which messages. */
async function happen({ deliveries, isDown = false }: Scenario) {
	const time = new Time();
	const gathering = new Gathering(time);
	const messages = new Map<number, Written>();
	for (const [second] of deliveries) {
		messages.set(second, { id: String(second), at: second * 1_000 });
	}
	let requests = 0;
	const ends: Array<{ second: number; at: number; burst?: number[]; isRead?: boolean }> = [];
	for (const [second, comes] of deliveries) {
		const read = async () => {
			requests++;
			const listed = [...messages.values()].filter(({ at }) => at <= time.now());
			return await Promise.resolve(isDown ? undefined : listed.reverse());
		};
		time.plan(comes * 1_000, () => {
			void gathering.burstEndedBy('session', messages.get(second)!, PATIENCE, read).then((burst) =>
				ends.push({
					second,
					at: time.now() / 1_000,
					burst: burst?.messages.map(({ at }) => at / 1_000),
					isRead: burst?.isRead,
				}),
			);
		});
	}
	await time.pass();
	return { ends, requests };
}

test('a message that comes after a newer one is not waited on, and leaves the newer one as it is', async () => {
	const deliveries: Scenario['deliveries'] = [
		[1, 1],
		[0, 2],
		[3, 3],
	];
	const { ends } = await happen({ deliveries });
	expect(ends).toMatchObject([
		{ second: 0, at: 2, burst: undefined },
		{ second: 1, at: 3, burst: undefined },
		{ second: 3, at: 8.5, burst: [0, 1, 3], isRead: true },
	]);
});

test('the last message of a burst that was long enough starts it, however late it comes', async () => {
	const deliveries: Scenario['deliveries'] = [
		[0, 0],
		[4, 4],
		[8, 8],
		[15.5, 15.6],
		[12, 15.7],
		[15, 15.8],
	];
	const { ends } = await happen({ deliveries });
	expect(ends.filter(({ burst }) => burst)).toMatchObject([
		{ second: 15, at: 15.8, burst: [0, 4, 8, 12, 15], isRead: true },
		{ second: 15.5, at: 21.1, burst: [15.5], isRead: true },
	]);
});

test('where the API gives no answer, each message takes along what was written before it', async () => {
	const deliveries: Scenario['deliveries'] = [
		[0, 0],
		[1, 1],
	];
	const { ends } = await happen({ deliveries, isDown: true });
	expect(ends).toEqual([
		{ second: 0, at: 1, burst: [0], isRead: false },
		{ second: 1, at: 6.5, burst: [0, 1], isRead: false },
	]);
});

test('the API is not asked about a message that is known to go on, however often it comes', async () => {
	const deliveries: Scenario['deliveries'] = [
		[0, 0],
		[1, 1],
		[0, 1.5],
		[0, 1.7],
	];
	const { ends, requests } = await happen({ deliveries });
	expect(ends.filter(({ burst }) => burst)).toMatchObject([{ second: 1, burst: [0, 1] }]);
	expect(requests).toBe(2);
});

test('a contact that goes on and on costs one request for each burst, and one more', async () => {
	const deliveries = Array.from({ length: 48 }, (_, second): [number, number] => [second, second]);
	const { ends, requests } = await happen({ deliveries });
	expect(ends.flatMap(({ burst }) => burst?.length ?? [])).toEqual([16, 16, 16]);
	expect(requests).toBe(4);
});
