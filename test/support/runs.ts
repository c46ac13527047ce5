import type { Parameters } from 'fast-check';

/**
 * How many cases a property has. They are the same ones in every run, so that a red run is the fault of a
 * change; `npm run test:storm` sets CASES, has more, and others each time. `npm run mutate` sets SEED too: it
 * has fewer, the same for each fault, and looks for no smaller case of one that fails.
 */
export function runs(usual: number): Parameters<unknown> {
	const { CASES, SEED = CASES ? undefined : 2026 } = process.env;
	return {
		numRuns: Math.ceil((Number(CASES ?? 1_000) * usual) / 1_000),
		...(SEED && { seed: Number(SEED) }),
		endOnFailure: 'SEED' in process.env,
	};
}
