import { setTimeout as sleep } from 'node:timers/promises';

/** Where a wait gives up: far beyond what a slow machine takes, so that a fault ends its test. */
export const PATIENCE_MS = 450_000;

/**
 * Waits for what n8n does beside its other work.
 * @param what that is waited for, for the error
 * @throws Error when it has not come true after seven and a half minutes
 */
export async function until(
	what: string,
	holds: () => boolean | Promise<boolean>,
	everyMs = 50,
): Promise<void> {
	const giveUp = Date.now() + PATIENCE_MS;
	while (!(await holds())) {
		if (Date.now() > giveUp) throw new Error(`Waited in vain until ${what}`);
		await sleep(everyMs);
	}
}
