import fc from 'fast-check';
import { historyOf } from '../../../nodes/WtsChat/conversation/history';
import { identityOf } from '../../../nodes/WtsChat/trigger/identity';
import { ALWAYS, openTimeOf } from '../../../nodes/WtsChat/trigger/openTime';
import { dueAt, silencesIn } from '../../../nodes/WtsChat/trigger/silence';
import { runs } from '../../support/runs';
import {
	AUTHORS,
	clock,
	HOUR_MS,
	MINUTE_MS,
	N,
	OFFICE_HOURS,
	processOf,
	START,
	useClock,
	World,
	type Who,
} from './silentWorld';

useClock();

describe('whatever people write, and however often n8n starts', () => {
	type Step = { who: Who | 'complete'; session: number } | { minutes: number } | { n8n: string };
	const steps: fc.Arbitrary<Step[]> = fc.array(
		fc.oneof(
			{
				weight: 4,
				arbitrary: fc.record({
					who: fc.constantFrom(...(Object.keys(AUTHORS) as Who[]), 'complete' as const),
					session: fc.integer({ min: 0, max: 2 }),
				}),
			},
			{
				weight: 4,
				arbitrary: fc.record({ minutes: fc.constantFrom(1, 3, 10, N - 1, N, 2 * N, 120) }),
			},
			{
				weight: 2,
				arbitrary: fc.record({ n8n: fc.constantFrom('starts', 'stops', 'goes on twice', 'fails') }),
			},
		),
		{ minLength: 5, maxLength: 40 },
	);

	test.each([false, true])(
		'each silence starts the workflow once, and none that is not due; in office hours only: %s',
		async (officeHoursOnly) => {
			const time = officeHoursOnly
				? openTimeOf(OFFICE_HOURS, START - 10 * 24 * HOUR_MS, START + 30 * 24 * HOUR_MS)
				: ALWAYS;
			await fc.assert(
				fc.asyncProperty(steps, async (taken) => {
					clock.now = START;
					const world = new World();
					/** What n8n's database remembers, over all processes. */
					const record = new Set<string>();
					let running = [processOf(world, { officeHoursOnly })];
					const dueNow = () =>
						[...world.sessions.values()].flatMap((session) =>
							silencesIn(session, historyOf(world.messagesOf(String(session.id)), true), clock.now)
								.filter((silence) => dueAt(silence, N * MINUTE_MS, time) <= clock.now)
								.map(({ event, key }) => JSON.stringify([event, session.id, key])),
						);
					const look = async () => {
						const due = dueNow();
						for (const n8n of running) {
							const before = n8n.told.length;
							await n8n.look().catch(() => undefined);
							const fresh = n8n.told.slice(before).map(identityOf);
							for (const identity of fresh) {
								expect(due).toContain(identity);
								record.add(identity);
							}
							const all = n8n.told.map(identityOf);
							expect(new Set(all).size).toBe(all.length);
						}
					};
					for (const step of taken) {
						if ('who' in step) {
							const id = `s${step.session}`;
							if (step.who !== 'complete') world.write(id, step.who);
							else if (world.sessions.has(id)) world.sessions.get(id)!.status = 'COMPLETED';
						} else if ('minutes' in step) {
							for (let minute = 0; minute < step.minutes; minute++) {
								clock.now += MINUTE_MS;
								await look();
							}
						} else {
							world.isDown = step.n8n === 'fails';
							if (step.n8n === 'stops') running = [];
							if (step.n8n === 'starts') running = [processOf(world, { officeHoursOnly })];
							if (step.n8n === 'goes on twice') running.push(processOf(world, { officeHoursOnly }));
						}
					}
					// in the end everything is told of that is due, whatever happened before
					world.isDown = false;
					running = [processOf(world, { officeHoursOnly }), ...running.slice(0, 1)];
					for (let minute = 0; minute < 3; minute++) {
						clock.now += MINUTE_MS;
						await look();
					}
					const recent = dueNow();
					const isOpen = time.after(clock.now, 0) === clock.now;
					if (isOpen) expect([...record]).toEqual(expect.arrayContaining(recent));
				}),
				runs(40),
			);
		},
	);
});
