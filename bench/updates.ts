import { INCUMBENT_FOLDER } from './incumbent';
import { race, TITLES, type Name } from './race';
import { median, type Section } from './report';

const CLOCK = 20;
const LIMITED_UPDATES = 3_000;
/** 200 in the first 20 seconds of each 5 minutes, and twice so much waiting. */
const IDEAL_MS = 620_000 / CLOCK;

const times = (value: number, base: number) => `${(value / base).toFixed(2)} ×`;

/** Many updates under the published limits, on a faster clock. */
export async function measureLimits(): Promise<Section> {
	const task = { updates: LIMITED_UPDATES, atOnce: 10, clock: CLOCK, limited: true };
	// ten every three seconds is what 1,000 in five minutes allow
	const batchIntervalMs = 3_000;
	const rows: string[][] = [];
	const names: Name[] = ['wtsChat', 'httpRequest', 'bareAxios'];
	if (INCUMBENT_FOLDER) names.push('incumbent');
	for (const name of names) {
		const { wallMs, failed } = await race(name, { ...task, batchIntervalMs }, [
			'--limits',
			String(CLOCK),
		]);
		rows.push([TITLES[name], times(wallMs, IDEAL_MS), String(failed)]);
	}
	return {
		title: 'Within the limits of the account',
		about: `${LIMITED_UPDATES} session updates under the published limits, on a clock that goes ${CLOCK} times faster. Time as a ratio to the least that the limits allow (620 s).`,
		header: ['', 'Time', 'Failed'],
		rows,
	};
}

const ROUNDS = 3;
const UPDATES = 2_000;
const LATENCY_MS = 50;

/** Many updates at the same concurrency, with no limits. */
export async function measureLatency(): Promise<Section> {
	const task = {
		updates: UPDATES,
		atOnce: 10,
		clock: 1,
		limited: false,
		batchIntervalMs: LATENCY_MS,
	};
	const names: Name[] = ['wtsChat', 'httpRequest', 'bareAxios'];
	const walls: Record<string, number[]> = {};
	const cpus: Record<string, number[]> = {};
	let failed = 0;
	for (let round = 0; round < ROUNDS; round++) {
		for (const name of names) {
			const result = await race(name, task, ['--latency', String(LATENCY_MS)]);
			(walls[name] ??= []).push(result.wallMs);
			(cpus[name] ??= []).push(result.cpuMs);
			failed += result.failed;
		}
	}
	const ofName = (measured: Record<string, number[]>, name: string) => median(measured[name] ?? []);
	return {
		title: 'At the same concurrency',
		about: `${UPDATES} session updates, 10 at once, ${LATENCY_MS} ms latency, no limits; median of ${ROUNDS} rounds in turn, ${failed} failures in all. Ratios to bare axios. The HTTP Request node starts ten requests every ${LATENCY_MS} ms, whether those before have come back or not; the other two wait for them.`,
		header: ['', 'Time', 'CPU', 'CPU more an item'],
		rows: names.map((name) => [
			TITLES[name],
			times(ofName(walls, name), ofName(walls, 'bareAxios')),
			times(ofName(cpus, name), ofName(cpus, 'bareAxios')),
			`${((ofName(cpus, name) - ofName(cpus, 'bareAxios')) / UPDATES).toFixed(2)} ms`,
		]),
	};
}

const SIZES = [1_000, 10_000, 100_000];

/** Time and memory as the number of items grows. */
export async function measureGrowth(): Promise<Section> {
	const rows: string[][] = [];
	for (const updates of SIZES) {
		const task = { updates, atOnce: 10, clock: 1, limited: false, batchIntervalMs: 1 };
		const node = await race('wtsChat', task);
		const other = await race('httpRequest', task);
		rows.push([
			updates.toLocaleString('en'),
			`${(node.wallMs / updates).toFixed(2)} ms`,
			`${(other.wallMs / updates).toFixed(2)} ms`,
			`${Math.round(node.memoryMb)} MB`,
			`${Math.round(other.memoryMb)} MB`,
			times(node.memoryMb, other.memoryMb),
		]);
	}
	return {
		title: 'Growth',
		about:
			'Session updates with no latency and no limits: time for each item, and the memory that the run takes at its peak.',
		header: [
			'Items',
			'WTS Chat',
			'HTTP Request',
			'Memory, WTS Chat',
			'Memory, HTTP Request',
			'Memory, ratio',
		],
		rows,
	};
}
