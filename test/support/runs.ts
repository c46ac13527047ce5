import type { Parameters } from 'fast-check';

/**
 * How many cases a property has. They are the same ones in every run, so that a red run is the fault of a
 * change; `npm run test:storm` sets CASES, has more, and others each time. For each fault that
 * `npm run mutate` plants, a tenth is tried, and no smaller case is looked for.
 */
export function runs(usual: number): Parameters<unknown> {
	const { CASES, MUTATE } = process.env;
	if (MUTATE) return { numRuns: Math.ceil(usual / 10), seed: 2026, endOnFailure: true };
	return CASES ? { numRuns: (Number(CASES) * usual) / 1_000 } : { numRuns: usual, seed: 2026 };
}
