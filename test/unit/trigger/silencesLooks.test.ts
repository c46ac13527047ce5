import type { SilencesWanted } from '../../../nodes/WtsChat/trigger/silencesWanted';
import {
	clock,
	DAY_MS,
	HOUR_MS,
	iso,
	MINUTE_MS,
	N,
	only,
	processOf,
	START,
	useClock,
	World,
} from './silentWorld';

useClock();

const HOURS = '/core/v1/company/officehours';
const listAfter = (ms: number) => `/chat/v2/session ${iso(ms)}`;
const sessionOf = (id: string) => `/chat/v2/session/${id}`;
const messagesOf = (id: string) => `/chat/v1/message ${id}`;

/** Lists may lag behind, and clocks may differ. */
const OVERLAP_MS = 2 * MINUTE_MS;
/** Some other Monday. */
const LATER = START + 14 * DAY_MS;
const since = (ms: number) => ({ since: { CONTACT_SILENT: ms, CONTACT_UNANSWERED: ms } });

describe('the first look', () => {
	test.each<[string, Partial<SilencesWanted>, number]>([
		['as long ago as a silence has begun that is still told of', {}, DAY_MS + N * MINUTE_MS],
		['as far as is wished', { mostMs: 30 * HOUR_MS }, 30 * HOUR_MS + N * MINUTE_MS],
		['a day at least, in which a window may close', { mostMs: HOUR_MS }, DAY_MS],
		['a day where nobody wants what was due before', { mostMs: undefined }, DAY_MS],
		['longer, where it lasts longer', { mostMs: undefined, ms: 3 * DAY_MS }, 3 * DAY_MS],
		['no further than to when it was published', since(LATER - HOUR_MS), HOUR_MS],
		[
			'no further than to when the first kind was chosen',
			{ since: { CONTACT_SILENT: LATER - HOUR_MS, WINDOW_CLOSING: LATER - 2 * HOUR_MS } },
			2 * HOUR_MS,
		],
		[
			'over the time in which the account is closed',
			{ officeHoursOnly: true, ...only('CONTACT_SILENT') },
			// a day ago it was Sunday, and on Tuesday the account closed at 18
			LATER - (START + 7 * DAY_MS + DAY_MS + 9.5 * HOUR_MS),
		],
	])('goes back %s', async (_name, wanted, back) => {
		clock.now = LATER;
		const world = new World();
		await processOf(world, wanted).look();
		expect(world.news().filter((path) => path !== HOURS)).toEqual([
			listAfter(LATER - back - OVERLAP_MS),
		]);
	});

	test('asks for everybody who has to do with the conversations', async () => {
		const world = new World();
		await processOf(world).look();
		expect(world.asked[0]?.query).toMatchObject({
			IncludeDetails: [
				'AgentDetails',
				'ChannelDetails',
				'ChannelTypeDetails',
				'ClassificationDetails',
				'ContactDetails',
				'DepartmentsDetails',
			],
		});
	});
});

test('each look goes on from the last one that has read the list', async () => {
	const world = new World();
	const n8n = processOf(world);
	await n8n.pass(1);
	world.news();
	clock.now += MINUTE_MS;
	world.isDown = true;
	await expect(n8n.look()).rejects.toThrow();
	world.isDown = false;
	await n8n.pass(2);
	const from = (minute: number) => listAfter(START + minute * MINUTE_MS - OVERLAP_MS);
	expect(world.news()).toEqual([from(1), from(1), from(3)]);
});

describe('a conversation is read', () => {
	test('when a silence is due in it, with its messages, and not before', async () => {
		const world = new World();
		const n8n = processOf(world);
		await n8n.look();
		world.write('a', 'user');
		await n8n.pass(N - 1);
		const before = world.news();
		expect(before).toHaveLength(N);
		await n8n.pass(1);
		expect(world.news().slice(1)).toEqual([sessionOf('a'), messagesOf('a')]);
	});

	test('once where the list has it, the longest overdue first, half a second after another', async () => {
		const world = new World();
		for (const id of ['b', 'a', 'c', 'b']) {
			world.write(id, 'contact');
			world.write(id, 'user');
			clock.now += MINUTE_MS;
		}
		clock.now += HOUR_MS;
		const n8n = processOf(world);
		await n8n.look();
		expect(world.news().slice(1)).toEqual(['a', 'c', 'b'].map(messagesOf));
		expect(world.waits).toEqual([500, 500, 500]);
	});

	test('not while all that was written in it is too new', async () => {
		const world = new World();
		world.write('a', 'contact');
		world.write('a', 'user');
		clock.now += (N - 1) * MINUTE_MS;
		const n8n = processOf(world, only('CONTACT_SILENT'));
		await n8n.look();
		expect(world.news()).toHaveLength(1);
		await n8n.pass(1);
		expect(world.news()).toContain(messagesOf('a'));
	});

	test('not when it is over', async () => {
		const world = new World();
		const n8n = processOf(world, only('CONTACT_UNANSWERED'));
		await n8n.look();
		for (const id of ['over', 'a']) world.write(id, 'contact');
		world.sessions.get('over')!.status = 'COMPLETED';
		await n8n.pass(N + 1);
		expect(n8n.keys()).toEqual(['CONTACT_UNANSWERED a']);
		expect(world.news()).not.toContain(sessionOf('over'));
	});

	test('not when its window closes, where nobody wants that', async () => {
		const world = new World();
		const n8n = processOf(world, { ms: 20 * HOUR_MS, ...only('CONTACT_UNANSWERED') });
		await n8n.look();
		world.write('a', 'contact');
		await n8n.pass(20 * 60 - 1);
		expect(world.news()).not.toContain(messagesOf('a'));
	});

	test('not again once its silence was told of and found so', async () => {
		const world = new World();
		const n8n = processOf(world, only('CONTACT_SILENT'));
		await n8n.look();
		world.write('a', 'user');
		await n8n.pass(N + 1);
		world.news();
		await n8n.pass(3 * 24 * 60);
		expect(world.news().filter((path) => !path.startsWith('/chat/v2/session '))).toEqual([]);
	});

	test.each([
		['starts', false],
		['did not look for more than five minutes', true],
	])('from its first message on, where n8n %s', async (_name, hasLooked) => {
		const world = new World();
		const n8n = processOf(world, only('CONTACT_UNANSWERED'));
		if (hasLooked) await n8n.look();
		world.write('a', 'contact');
		clock.now += 18 * MINUTE_MS;
		world.write('a', 'campaign');
		await n8n.pass(N - 18);
		expect(n8n.told).toMatchObject([{ date: iso(START + N * MINUTE_MS) }]);
	});

	test('once a day at most, where a silence is due much later', async () => {
		const world = new World();
		const days = 7;
		const n8n = processOf(world, { ms: days * DAY_MS, ...only('CONTACT_SILENT') });
		await n8n.look();
		world.write('a', 'user');
		for (let hour = 0; hour < days * 24; hour++) {
			clock.now += HOUR_MS;
			await n8n.look();
		}
		expect(n8n.told).toMatchObject([{ date: iso(START + days * DAY_MS) }]);
		const reads = world.news().filter((path) => path === messagesOf('a'));
		expect(reads).toHaveLength(2);
	});
});

describe('a look that cannot read everything', () => {
	async function failing(failures: number) {
		const world = new World();
		const n8n = processOf(world);
		for (let n = 0; n < 5; n++) {
			world.write(`s${n}`, 'user');
			clock.now += 1;
		}
		clock.now += N * MINUTE_MS;
		const read = world.messagesOf.bind(world);
		world.messagesOf = (id) => {
			if (Number(id.slice(1)) < failures) throw new Error(`lost ${id}`);
			return read(id);
		};
		const error = await n8n.look().catch(({ message }: Error) => message);
		return { error, keys: n8n.keys() };
	}

	test.each([
		[1, ['s1', 's2', 's3', 's4']],
		[2, ['s2', 's3', 's4']],
		[3, []],
	])('for %d conversations tells of what it found, and throws the first error', async (n, ids) => {
		const keys = ids.map((id) => `CONTACT_SILENT ${id}`);
		expect(await failing(n)).toEqual({ error: 'lost s0', keys });
	});

	test('reads the rest five minutes later', async () => {
		const world = new World();
		const n8n = processOf(world, only('CONTACT_SILENT'));
		await n8n.look();
		world.write('a', 'user');
		await n8n.pass(N - 1);
		const session = world.sessions.get('a')!;
		Object.defineProperty(world.sessions, 'get', {
			configurable: true,
			value: () => {
				throw new Error('lost');
			},
		});
		clock.now += MINUTE_MS;
		await expect(n8n.look()).rejects.toThrow('lost');
		Object.defineProperty(world.sessions, 'get', { value: () => session });
		await n8n.pass(4);
		expect(n8n.told).toEqual([]);
		await n8n.pass(1);
		expect(n8n.keys()).toEqual(['CONTACT_SILENT a']);
	});
});
