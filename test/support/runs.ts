import type { Parameters } from 'fast-check';

/**
 * How many cases a property has. They are the same ones in every run, so that a red run is the fault of a
 * change; `npm run test:storm` sets CASES, has more, and others each time.
 */
export function runs(usual: number): Parameters<unknown> {
	const { CASES } = process.env;
	return CASES ? { numRuns: (Number(CASES) * usual) / 1_000 } : { numRuns: usual, seed: 2026 };
}
