import type { IExecuteFunctions } from 'n8n-workflow';
import { isRecorded, recordedAmong } from '../../../nodes/WtsChat/trigger/record';

let workflows = 0;
let executions = 0;

/** What n8n's database remembers for one trigger. */
class Database {
	entries: string[] = [];

	/** What it was asked to note, and how many it was to keep. */
	readonly asked: Array<{ entries: string[]; most: number }> = [];

	/** Runs between the reading and the writing of a call. */
	meanwhile: (call: number) => void = () => undefined;

	/** Whether what a call notes is lost, as another process writes over it. */
	loses: (call: number) => boolean = () => false;

	isBroken = false;

	async check(entries: string[], most: number): Promise<{ processed: string[] }> {
		const call = this.asked.push({ entries, most });
		if (this.isBroken) throw new Error('SQLITE_BUSY: database is locked');
		const before = [...this.entries];
		await new Promise((resolve) => setTimeout(resolve, 10));
		this.meanwhile(call);
		const news = entries.filter((entry) => !before.includes(entry));
		if (!this.loses(call)) this.entries = [...before, ...news].slice(-most);
		return { processed: entries.filter((entry) => before.includes(entry)) };
	}
}

/** A workflow, and the executions that begin in it. */
function workflowWith(database: Database) {
	const workflowId = `workflow ${++workflows}`;
	const warnings: string[] = [];
	return {
		warnings,
		execution: (id = `execution ${++executions}`, signal?: AbortSignal) =>
			({
				getInstanceId: () => 'n8n',
				getWorkflow: () => ({ id: workflowId }),
				getNode: () => ({ id: 'node' }),
				getExecutionId: () => id,
				getExecutionCancelSignal: () => signal,
				logger: { warn: (told: string) => void warnings.push(told) },
				helpers: {
					checkProcessedAndRecord: async (
						entries: string[],
						scope: string,
						{ mode, maxEntries }: { mode: string; maxEntries: number },
					) => {
						expect([scope, mode]).toEqual(['node', 'entries']);
						return await database.check(entries, maxEntries);
					},
				},
			}) as unknown as IExecuteFunctions,
	};
}

/** What it comes to, however long n8n waits meanwhile, and how long that was. */
async function inTime<Result>(work: Promise<Result>): Promise<{ came: Result; ms: number }> {
	const began = Date.now();
	let ended = began;
	void work.finally(() => (ended = Date.now()));
	await jest.advanceTimersByTimeAsync(60_000);
	return { came: await work, ms: ended - began };
}

beforeEach(() => {
	jest.useFakeTimers();
	jest.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
	jest.useRealTimers();
	jest.restoreAllMocks();
});

describe('where one process runs all executions', () => {
	test('an event starts the workflow once, also in another execution', async () => {
		const database = new Database();
		const { execution } = workflowWith(database);
		const answers = [isRecorded(execution(), 'a', true), isRecorded(execution(), 'a', true)];
		expect((await inTime(Promise.all(answers))).came).toEqual([false, true]);
		expect(database.entries).toEqual(['a']);
	});

	test('two thousand are remembered, each asked for once', async () => {
		const database = new Database();
		const { execution } = workflowWith(database);
		await inTime(isRecorded(execution(), 'a', true));
		expect(database.asked).toEqual([{ entries: ['a'], most: 2_000 }]);
	});
});

describe('where other processes may run executions', () => {
	test('an event starts the workflow once, after half a second', async () => {
		const database = new Database();
		const { execution } = workflowWith(database);
		const { came, ms } = await inTime(isRecorded(execution('1'), 'a', false));
		expect(came).toBe(false);
		expect(ms).toBe(2 * 10 + 625);
		expect(database.asked).toEqual([
			{ entries: ['a', 'a 1'], most: 4_000 },
			{ entries: ['a', 'a 1'], most: 4_000 },
		]);
		expect((await inTime(isRecorded(execution('2'), 'a', false))).came).toBe(true);
	});

	test('the process that has begun it knows so without the database', async () => {
		const database = new Database();
		const { execution } = workflowWith(database);
		await inTime(isRecorded(execution(), 'a', false));
		const { length } = database.asked;
		database.entries = [];
		expect(await inTime(isRecorded(execution(), 'a', false))).toEqual({ came: true, ms: 0 });
		expect(database.asked).toHaveLength(length);
	});

	test('another execution has an event that is there without this one', async () => {
		const database = new Database();
		database.entries = ['a', 'a other'];
		const { execution } = workflowWith(database);
		const { came, ms } = await inTime(isRecorded(execution('1'), 'a', false));
		expect([came, ms]).toEqual([true, 10]);
	});

	test('of two executions in one moment, the one that was written last has it', async () => {
		const database = new Database();
		const { execution } = workflowWith(database);
		// the other process wrote after this one had read
		database.meanwhile = (call) => {
			if (call === 1) setTimeout(() => (database.entries = ['a', 'a other']), 5);
		};
		expect((await inTime(isRecorded(execution('1'), 'a', false))).came).toBe(true);
	});

	test('what was lost is noted anew, and then it is this one', async () => {
		const database = new Database();
		database.loses = (call) => call === 1;
		const { execution } = workflowWith(database);
		const { came, ms } = await inTime(isRecorded(execution(), 'a', false));
		expect([came, ms, database.asked.length]).toEqual([false, 3 * 10 + 2 * 625, 3]);
	});

	test('a record that keeps nothing is looked at five times, and the event is not lost', async () => {
		const database = new Database();
		database.loses = () => true;
		const { execution } = workflowWith(database);
		const { came, ms } = await inTime(isRecorded(execution(), 'a', false));
		expect([came, ms, database.asked.length]).toEqual([false, 5 * 10 + 4 * 625, 5]);
	});

	test('those that look at once do not look at once again', async () => {
		const times = async (random: number) => {
			jest.spyOn(Math, 'random').mockReturnValue(random);
			const { execution } = workflowWith(new Database());
			return (await inTime(isRecorded(execution(), 'a', false))).ms - 20;
		};
		expect([await times(0), await times(1)]).toEqual([500, 750]);
	});

	test('what is lost later is noted again with the next event, as far as a hundred go back', async () => {
		const database = new Database();
		const { execution } = workflowWith(database);
		for (let n = 1; n <= 101; n++) await inTime(isRecorded(execution(), `e${n}`, false));
		database.asked.length = 0;
		database.entries = [];
		await inTime(isRecorded(execution('x'), 'next', false));
		const latest = Array.from({ length: 100 }, (_, n) => `e${n + 2}`);
		expect(database.asked[0]!.entries).toEqual(['next', 'next x', ...latest]);
	});

	test('events that begin side by side are all noted again with the next one', async () => {
		const database = new Database();
		const { execution } = workflowWith(database);
		const begun = ['a', 'b', 'c'].map(async (event) => await isRecorded(execution(), event, false));
		expect((await inTime(Promise.all(begun))).came).toEqual([false, false, false]);
		database.asked.length = 0;
		await inTime(isRecorded(execution('x'), 'next', false));
		expect(database.asked[0]!.entries.slice(2).sort()).toEqual(['a', 'b', 'c']);
	});

	test('another trigger knows nothing of it', async () => {
		for (const { execution } of [workflowWith(new Database()), workflowWith(new Database())]) {
			expect((await inTime(isRecorded(execution(), 'a', false))).came).toBe(false);
		}
	});

	test('an execution that is stopped waits no longer', async () => {
		const stopping = new AbortController();
		const { execution } = workflowWith(new Database());
		setTimeout(() => stopping.abort(), 100);
		const { ms } = await inTime(isRecorded(execution('1', stopping.signal), 'a', false));
		expect(ms).toBeLessThan(200);
	});
});

test.each([true, false])(
	'a database that tells nothing loses no event, and the log says so; alone: %s',
	async (isAlone) => {
		const database = new Database();
		database.isBroken = true;
		const { execution, warnings } = workflowWith(database);
		expect((await inTime(isRecorded(execution(), 'a', isAlone))).came).toBe(false);
		expect(warnings[0]).toBe(
			'Whether an event has come before could not be told. SQLITE_BUSY: database is locked',
		);
	},
);

test('of several events, those are told that have started the workflow, and from then on all have', async () => {
	const database = new Database();
	const { execution } = workflowWith(database);
	const ask = async (...events: string[]) =>
		(await inTime(recordedAmong(execution(), events))).came;
	expect(await ask('a')).toEqual([]);
	expect(await ask('a', 'b')).toEqual(['a']);
	expect(await ask('b', 'c')).toEqual(['b']);
	expect(database.asked[0]).toEqual({ entries: ['a'], most: 4_000 });
	database.asked.length = 0;
	expect(await ask()).toEqual([]);
	expect(database.asked).toEqual([]);
});

test('those of executions side by side are all remembered, though n8n reads and writes', async () => {
	const database = new Database();
	const { execution } = workflowWith(database);
	const calls = ['a', 'b', 'c'].map(async (event) => await isRecorded(execution(), event, true));
	await inTime(Promise.all(calls));
	expect(database.entries).toEqual(['a', 'b', 'c']);
});
