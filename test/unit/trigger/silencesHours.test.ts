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
const WORKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];

/** An account that is open from 8 to 18 on these days. */
function openOn(...days: string[]): World {
	const world = new World();
	const periods = [{ startTime: '08:00', endTime: '18:00' }];
	const open = days.map((dayWeek) => ({ dayWeek, active: true, periods }));
	world.officeHours = { limitHours: true, timezoneDiff: 0, days: open };
	return world;
}

/** So many days and hours after a Monday at 8. */
const at = (days: number, hours = 0) => START + days * DAY_MS + hours * HOUR_MS;

/** Looks every six hours, so many days. */
const pass = async (n8n: ReturnType<typeof processOf>, days: number) => {
	for (let look = 0; look < 4 * days; look++) {
		clock.now += 6 * HOUR_MS;
		await n8n.look();
	}
};

const SILENT = { officeHoursOnly: true, ...only('CONTACT_SILENT') };

test('office hours are read once an hour where they count, and never where they do not', async () => {
	const reads = async (officeHoursOnly: boolean) => {
		const world = new World();
		await processOf(world, { officeHoursOnly }).pass(121);
		return world.requests.filter((path) => path === HOURS).length;
	};
	expect([await reads(true), await reads(false)]).toEqual([3, 0]);
});

test.each<[string, string[], number, number, number]>([
	['a weekend', WORKDAYS, at(4, 9.75), at(7, 0.5), at(7, 0.25)],
	['two days', WORKDAYS, at(4, 9.75), at(8, 0), at(7, 0.25)],
	['six days', ['MONDAY'], at(0, 9.75), at(7, 0.5), at(7, 0.25)],
])(
	'what began before %s in which the account was closed or n8n away is told of afterwards',
	async (_name, days, written, started, due) => {
		const world = openOn(...days);
		clock.now = written;
		world.write('a', 'user');
		clock.now = started;
		const n8n = processOf(world, SILENT);
		await n8n.look();
		expect(n8n.told).toMatchObject([{ date: iso(due) }]);
	},
);

describe('a silence of five days, which are more than two weeks of office hours', () => {
	const LONG = { ...SILENT, ms: 5 * DAY_MS };
	const DUE = at(16, 2);
	const writtenTo = () => {
		const world = openOn(...WORKDAYS);
		clock.now = at(0, 2);
		world.write('a', 'user');
		return world;
	};

	test('is told of when it is due, and looked at once before', async () => {
		const world = writtenTo();
		const n8n = processOf(world, LONG);
		for (clock.now = at(0, 3); clock.now < DUE; clock.now += 4 * DAY_MS) await n8n.look();
		clock.now = DUE - 1;
		await n8n.look();
		expect(n8n.told).toEqual([]);
		const reads = world.news().filter((path) => path.startsWith('/chat/v1/message'));
		expect(reads).toHaveLength(1);
		clock.now = DUE;
		await n8n.look();
		expect(n8n.told).toMatchObject([{ date: iso(DUE) }]);
	});

	test.each([
		['a day', DUE + DAY_MS, {}],
		['nine days', DUE + 9 * DAY_MS, { mostMs: 9 * DAY_MS }],
	])('is told of where n8n was away until %s later', async (_name, started, more) => {
		const world = writtenTo();
		clock.now = started;
		const n8n = processOf(world, { ...LONG, ...more });
		await n8n.look();
		expect(n8n.told).toMatchObject([{ date: iso(DUE) }]);
	});
});

test.each([
	[5, 0],
	[6, 14 * 60 - 4],
])('what n8n finds %d minutes late, just after closing, waits %d minutes', async (late, wait) => {
	const world = openOn(...WORKDAYS);
	clock.now = at(0, 10) - (N + 2) * MINUTE_MS;
	world.write('a', 'user');
	clock.now += (N + late) * MINUTE_MS;
	const n8n = processOf(world, SILENT);
	await n8n.look();
	if (wait > 0) await n8n.pass(wait - 1);
	expect(n8n.told).toHaveLength(wait > 0 ? 0 : 1);
	if (wait > 0) await n8n.pass(1);
	expect(n8n.told).toMatchObject([{ date: iso(at(0, 10) - 2 * MINUTE_MS) }]);
});

test('an account that is never open is looked at once a day, until it opens', async () => {
	const world = openOn();
	const n8n = processOf(world, { ...SILENT, mostMs: 7 * DAY_MS });
	await n8n.look();
	world.write('a', 'user');
	await pass(n8n, 3.25);
	const reads = world.news().filter((path) => path.startsWith('/chat/v1/message'));
	expect(reads).toHaveLength(3);
	world.officeHours = openOn(...WORKDAYS).officeHours;
	await pass(n8n, 1);
	expect(n8n.told).toMatchObject([{ date: iso(at(0, 0.5)) }]);
});

test('a window that closes before the account opens is told of by nobody, and not looked at again', async () => {
	const world = openOn(...WORKDAYS);
	clock.now = at(4, 12);
	const n8n = processOf(world, { officeHoursOnly: true, ...only('WINDOW_CLOSING') });
	await n8n.look();
	world.write('a', 'contact');
	await pass(n8n, 4);
	expect(n8n.told).toEqual([]);
	expect(world.requests.filter((path) => path === '/chat/v2/session/a')).toEqual([]);
});

test('such a window is no reason to look at a silence again before it is due', async () => {
	const world = openOn(...WORKDAYS);
	clock.now = at(4, 11);
	world.write('a', 'contact');
	const n8n = processOf(world, { officeHoursOnly: true });
	await pass(n8n, 2);
	const reads = world.news().filter((path) => path.startsWith('/chat/v1/message'));
	expect(reads).toHaveLength(1);
	await pass(n8n, 1);
	expect(n8n.keys()).toEqual(['CONTACT_UNANSWERED a']);
});

test('the silences of each kind count since it was chosen', async () => {
	const world = openOn(...WORKDAYS);
	world.write('a', 'user');
	clock.now = at(16);
	const since = { CONTACT_SILENT: START, WINDOW_CLOSING: clock.now };
	const n8n = processOf(world, { officeHoursOnly: true, since, mostMs: 20 * DAY_MS });
	await n8n.look();
	expect(n8n.told).toMatchObject([{ date: iso(at(0, 0.5)) }]);
});
