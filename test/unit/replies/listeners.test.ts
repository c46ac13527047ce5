import fc from 'fast-check';
import { planFor } from '../../../nodes/WtsChat/replies/plan';
import type { Wait } from '../../../nodes/WtsChat/replies/waits';
import { runs } from '../../support/runs';
import { known, MINUTE_MS, NOW, SECOND_MS } from './questions';

const HOUR_MS = 60 * MINUTE_MS;

/** The n-th question, which waits until `ms` milliseconds after {@link NOW}. */
const until = (n: number, ms: number, more: Partial<Wait> = {}) =>
	known(n, { until: NOW + ms, ...more });

const five = (more: Partial<Wait>) => [1, 2, 3, 4, 5].map((n) => known(n, more));

const nothing = { ended: new Map(), answers: new Map(), heard: [], now: NOW };

/** What is planned for the subscriptions of `waits`, by the numbers of their questions. */
function switched(waits: Wait[]): { listen: number[]; pause: number[] } {
	const { listen, pause } = planFor({ ...nothing, waits, listing: { waits, at: NOW } });
	const numbers = (of: Wait[]) => of.map(({ subscriptionId }) => Number(subscriptionId)).sort();
	return { listen: numbers(listen), pause: numbers(pause) };
}

test.each<[string, Wait[], number[], number[]]>([
	['all of up to five listen', five({}), [1, 2, 3, 4, 5], []],
	['those who listen already stay', [known(6), ...five({ listens: true })], [], []],
	[
		'more than five is too many',
		[...five({ listens: true }), known(6, { listens: true })],
		[],
		[1],
	],
	[
		'who waits for hours longer listens in place of another',
		[...five({ listens: true }), until(6, 3 * HOUR_MS)],
		[6],
		[1],
	],
	[
		'who waits longer within the same hour does not',
		[...five({ listens: true, until: NOW + 10 * MINUTE_MS }), until(6, HOUR_MS - 1)],
		[],
		[],
	],
	[
		'of those who do not listen yet, the longest that wait begin to',
		[1, 2, 3, 4, 5, 6].map((n) => until(n, n * 5 * MINUTE_MS)),
		[2, 3, 4, 5, 6],
		[],
	],
	[
		'who ends soon is relieved by one who does not',
		[
			...five({ listens: true, until: NOW + 89 * SECOND_MS }),
			until(6, 90 * SECOND_MS),
			until(7, 90 * SECOND_MS - 1),
		],
		[6],
		[5],
	],
	[
		'who ends soon listens where nobody else does',
		[until(1, SECOND_MS), until(2, SECOND_MS)],
		[1, 2],
		[],
	],
	[
		'whoever listens for itself alone does, besides five others',
		[...five({ listens: true }), known(6, { alone: true }), known(7, { alone: true })],
		[6, 7],
		[],
	],
	[
		'who listens for itself alone takes no place from others',
		[until(6, 3 * HOUR_MS, { alone: true, listens: true }), ...five({})],
		[1, 2, 3, 4, 5],
		[],
	],
	[
		'each n8n has five of its own',
		[
			...five({ listens: true }),
			...[6, 7].map((n) => known(n, { url: `https://other.example.com/webhook-waiting/${n}` })),
		],
		[6, 7],
		[],
	],
	[
		'paths are of one n8n, and ports of others',
		[
			...five({ listens: true }),
			known(6, { url: 'https://n8n.example.com/another/path' }),
			known(7, { url: 'https://n8n.example.com:8443/webhook-waiting/7' }),
		],
		[7],
		[],
	],
	['whose time is over stays as it is', [until(1, 0, { listens: true }), until(2, 0)], [], []],
])('of those that wait, %s', (_, waits, listen, pause) => {
	expect(switched(waits)).toEqual({ listen, pause });
});

test('whatever they are, somebody listens for each n8n, five at most, and all is well then', () => {
	const question = fc.record({
		host: fc.constantFrom('one', 'two'),
		alone: fc.boolean(),
		listens: fc.boolean(),
		minutes: fc.integer({ min: 1, max: 300 }),
	});
	fc.assert(
		fc.property(fc.array(question, { maxLength: 20 }), (questions) => {
			const waits = questions.map(({ host, minutes, ...more }, n) => {
				const url = `https://${host}.example.com/webhook-waiting/${n}`;
				return until(n, minutes * MINUTE_MS, { ...more, url });
			});
			const { listen, pause } = switched(waits);
			const then = waits.map((one, n) => ({
				...one,
				listens: (one.listens && !pause.includes(n)) || listen.includes(n),
			}));
			expect(switched(then)).toEqual({ listen: [], pause: [] });
			for (const host of ['one', 'two']) {
				const of = then.filter(({ url, alone }) => url.includes(`//${host}.`) && !alone);
				expect(of.filter(({ listens }) => listens)).toHaveLength(Math.min(5, of.length));
			}
			expect(then.every(({ alone, listens }) => listens || !alone)).toBe(true);
		}),
		runs(200),
	);
});
