import fc from 'fast-check';
import { burstsIn, type Written } from '../../../nodes/WtsChat/conversation/bursts';
import { Gathering, type Burst } from '../../../nodes/WtsChat/trigger/gathering';
import { Time } from './time';

/** How many bursts there are in all: a thousand and more in `npm run test:storm`. */
const [RUNS, SEED] = process.env.STORM_ITEMS ? [1_000] : [40, 2026];

const PATIENCE = { quietMs: 5_000, mostMs: 20_000 };
const SESSION = 'session';

interface Planned {
	/** After the message before it. */
	pauseMs: number;
	/** How long each delivery is on its way, and to which process. */
	deliveries: Array<{ afterMs: number; to: number }>;
}

interface Scenario {
	messages: Planned[];
	/** When a process dies, and another one takes its place. */
	deaths?: Array<{ at: number; process: number }>;
	/** Which of the requests get no answer. */
	failing?: (request: number) => boolean;
}

/** WTS Chat, two processes of n8n, and the executions that they have started. */
async function happen({ messages, deaths = [], failing = () => false }: Scenario) {
	const time = new Time();
	const written: Written[] = [];
	const executions: Array<{ ids: string[]; at: number }> = [];
	const record = new Set<string>();
	const born = () => ({
		gathering: new Gathering(time),
		taken: new Set<string>(),
		underway: new Set<Written>(),
	});
	const processes = [born(), born()];
	let requests = 0;

	async function read(): Promise<Written[] | undefined> {
		const isFailing = failing(requests++);
		const listed = [...written].reverse();
		await time.later(80);
		return isFailing ? undefined : listed;
	}

	/** What the trigger does in its execution. */
	function start({ messages, isRead }: Burst<Written>): void {
		const last = messages.at(-1)!;
		// it reads what the process could not that took it
		const listed = burstsIn(written, PATIENCE).find((burst) => burst.includes(last)) ?? [];
		const read = isRead ? [] : listed.slice(0, listed.indexOf(last));
		const ids = [...new Set([...read, ...messages].map(({ id }) => id))];
		const fresh = record.has(last.id) ? [] : ids.filter((id) => !record.has(id));
		for (const id of ids) record.add(id);
		if (fresh.length > 0) executions.push({ ids: fresh, at: time.now() });
	}

	async function deliver(message: Written, to: number): Promise<void> {
		const process = processes[to % 2]!;
		const { taken, underway, gathering } = process;
		if (taken.has(message.id)) return;
		taken.add(message.id);
		underway.add(message);
		const burst = await gathering.burstEndedBy(SESSION, message, PATIENCE, read);
		underway.delete(message);
		if (burst && processes.includes(process)) start(burst);
	}

	/** What a process has not answered comes again, to the other one. */
	function die(place: number): void {
		const { underway } = processes.splice(place, 1, born())[0]!;
		for (const message of underway) {
			time.plan(time.now() + 500, () => void deliver(message, place + 1));
		}
	}

	let at = 0;
	for (const [n, { pauseMs, deliveries }] of messages.entries()) {
		at += pauseMs;
		const message = { id: String(n), at };
		time.plan(at, () => void written.push(message));
		for (const { afterMs, to } of deliveries) {
			time.plan(at + afterMs, () => void deliver(message, to));
		}
	}
	for (const { at: death, process } of deaths) time.plan(death, () => die(process));
	await time.pass();
	return { executions, requests, bursts: burstsIn(written, PATIENCE), messages: written };
}

const idsOf = (bursts: Written[][]) => bursts.map((burst) => burst.map(({ id }) => id));

const pauseMs = fc.oneof(fc.nat(6_000), fc.constantFrom(4_999, 5_000, 5_001, 60_000));
const delivery = (to: number) =>
	fc.record({ afterMs: fc.integer({ min: 1, max: 400 }), to: fc.nat(to) });
const written = (to: number) =>
	fc.record({ pauseMs, deliveries: fc.array(delivery(to), { minLength: 1, maxLength: 3 }) });
const many = (to: number) => fc.array(written(to), { minLength: 1, maxLength: 12 });
const runs = { numRuns: RUNS, seed: SEED };

test('over two processes, each burst starts one execution with all of its messages, however often they are delivered', async () => {
	await fc.assert(
		fc.asyncProperty(many(1), async (messages) => {
			const { executions, bursts } = await happen({ messages });
			expect(executions.map(({ ids }) => ids)).toEqual(idsOf(bursts));
		}),
		runs,
	);
});

test('no message is waited on for longer than its user wants, and none of a burst that is not over goes on', async () => {
	await fc.assert(
		fc.asyncProperty(many(1), async (messages) => {
			const { executions, messages: written } = await happen({ messages });
			const atOf = (id: string) => written.find((message) => message.id === id)!.at;
			for (const { ids, at } of executions) {
				expect(at - atOf(ids[0]!)).toBeLessThan(PATIENCE.mostMs + 1_500);
			}
		}),
		runs,
	);
});

test('when processes die with what they wait for, each message starts the workflow once all the same', async () => {
	const deaths = fc.array(fc.record({ at: fc.nat(40_000), process: fc.nat(1) }), { maxLength: 4 });
	await fc.assert(
		fc.asyncProperty(many(1), deaths, async (messages, deaths) => {
			const { executions, messages: written } = await happen({ messages, deaths });
			const started = executions.flatMap(({ ids }) => ids);
			expect([...started].sort()).toEqual(written.map(({ id }) => id).sort());
		}),
		runs,
	);
});

test('where the API does not answer every time, each message starts the workflow once, over two processes too', async () => {
	const failing = fc.func(fc.boolean());
	await fc.assert(
		fc.asyncProperty(many(1), failing, async (messages, failing) => {
			const { executions, messages: written } = await happen({ messages, failing });
			const started = executions.flatMap(({ ids }) => ids);
			expect([...started].sort()).toEqual(written.map(({ id }) => id).sort());
		}),
		runs,
	);
});

const once = (to: number) => [{ afterMs: 100, to }];

test.each([
	['one message', [0], 1],
	['two in one process', [0, 0], 2],
	['six in one process', [0, 0, 0, 0, 0, 0], 2],
	['six over two processes', [0, 1, 0, 1, 0, 1], 4],
])('%s: %j costs %i requests', async (_name, processes, most) => {
	const messages = processes.map((to) => ({ pauseMs: 1_000, deliveries: once(to) }));
	const { executions, requests } = await happen({ messages });
	expect(executions).toHaveLength(1);
	expect(requests).toBe(most);
});

test('the wait for a message ends as soon as a newer one comes', async () => {
	const time = new Time();
	const gathering = new Gathering(time);
	const ends: Array<[string, number]> = [];
	const written = [0, 1_000, 2_000].map((at) => ({ id: String(at), at }));
	for (const message of written) {
		time.plan(message.at, () => {
			const read = async () => written.filter(({ at }) => at <= time.now());
			void gathering
				.burstEndedBy(SESSION, message, PATIENCE, read)
				.then(() => ends.push([message.id, time.now()]));
		});
	}
	await time.pass();
	expect(ends).toEqual([
		['0', 1_000],
		['1000', 2_000],
		['2000', 7_500],
	]);
});

test('a message that is delivered again while it is waited for is waited for once, and no longer', async () => {
	const time = new Time();
	const gathering = new Gathering(time);
	const message = { id: 'a', at: 0 };
	const ends: Array<[number, unknown]> = [];
	for (const at of [0, 3_000, 4_000]) {
		time.plan(at, () => {
			const ended = gathering.burstEndedBy(SESSION, message, PATIENCE, async () => [message]);
			void ended.then((burst) => ends.push([time.now(), burst?.messages]));
		});
	}
	await time.pass();
	expect(ends).toEqual([
		[3_000, undefined],
		[4_000, undefined],
		[5_500, [message]],
	]);
});

test('nothing is kept of a contact that has been quiet', async () => {
	const time = new Time();
	const gathering = new Gathering(time);
	const messages = [0, 1_000].map((at) => ({ id: String(at), at }));
	for (const message of messages) {
		time.plan(message.at, () => {
			void gathering.burstEndedBy(SESSION, message, PATIENCE, async () => messages);
		});
	}
	await time.pass();
	expect(Reflect.get(gathering, 'writings')).toEqual(new Map());
});
