import type { Api } from '../../../nodes/WtsChat/transport/api';
import { Silences } from '../../../nodes/WtsChat/trigger/silences';
import {
	clock,
	HOUR_MS,
	iso,
	MINUTE_MS,
	N,
	only,
	processOf,
	START,
	useClock,
	WANTED,
	World,
} from './silentWorld';

useClock();

test('what is due first is told of first, whatever kind it is', async () => {
	const world = new World();
	world.write('a', 'contact');
	clock.now = START + 23.25 * HOUR_MS;
	world.write('a', 'user');
	clock.now = START + 23.9 * HOUR_MS;
	const n8n = processOf(world);
	await n8n.look();
	expect(n8n.told).toMatchObject([
		{ eventType: 'WINDOW_CLOSING', date: iso(START + 23.5 * HOUR_MS) },
		{ eventType: 'CONTACT_SILENT', date: iso(START + 23.75 * HOUR_MS) },
	]);
});

test.each([
	[0, 1],
	[1, 0],
])('what was due %d ms before the time that counts is told of: %d', async (ms, count) => {
	const world = new World();
	world.write('a', 'user');
	clock.now += N * MINUTE_MS + ms;
	const forgetting = processOf(world, { mostMs: undefined });
	clock.now += HOUR_MS;
	const looking = processOf(world, { mostMs: HOUR_MS });
	await forgetting.look();
	await looking.look();
	expect([forgetting.told.length, looking.told.length]).toEqual([count, count]);
});

test('where n8n refuses one, that one and those behind it come with the next look', async () => {
	const world = new World();
	for (const id of ['a', 'b', 'c']) {
		world.write(id, 'user');
		clock.now += 1;
	}
	clock.now += N * MINUTE_MS;
	const silences = new Silences(WANTED);
	const told: unknown[] = [];
	let refused = 'b';
	const look = async () =>
		await silences.look(world as unknown as Api, async ({ content }) => {
			if (content.id === refused) throw new Error('stopped');
			told.push(content.id);
			await Promise.resolve();
		});
	await expect(look()).rejects.toThrow('stopped');
	refused = '';
	await look();
	expect(told).toEqual(['a', 'b', 'c']);
});

test('a process remembers what it told of as long as it is among the newest 20,000', async () => {
	const world = new World();
	const remembered = new Set(Array.from({ length: 19_999 }, (_, n) => `before ${n}`));
	const silences = new Silences({ ...WANTED, ...only('CONTACT_SILENT') }, remembered);
	const tell = async () => await Promise.resolve();
	const told = async (id: string) => {
		world.write(id, 'user');
		clock.now += N * MINUTE_MS;
		await silences.look(world as unknown as Api, tell);
		return [...remembered].filter((_, place) => place < 2);
	};
	expect(await told('a')).toEqual(['before 0', 'before 1']);
	expect(await told('b')).toEqual(['before 1', 'before 2']);
	expect(remembered.size).toBe(20_000);
});

test('whoever looks for what another process has told of is told nothing', async () => {
	const world = new World();
	const shared = new Set<string>();
	const told: string[] = [];
	world.write('a', 'user');
	clock.now += N * MINUTE_MS;
	for (const who of ['first', 'second']) {
		const silences = new Silences(WANTED, shared);
		await silences.look(world as unknown as Api, async () => {
			await Promise.resolve(told.push(who));
		});
	}
	expect(told).toEqual(['first']);
});
