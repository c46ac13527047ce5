import { sleep } from 'n8n-workflow';

const SLICE_MS = 250;

/**
 * Waits `ms` milliseconds, or less when `signal` aborts; true when the whole time passed.
 * It sleeps in slices because n8n 1.x cannot abort a sleep.
 */
export async function pause(ms: number, signal?: AbortSignal): Promise<boolean> {
	// counted, not read from the clock, which somebody may set back
	for (let left = Math.ceil(ms); left > 0 && !signal?.aborted; left -= SLICE_MS) {
		await sleep(Math.min(SLICE_MS, left), signal).catch(() => undefined);
	}
	return !signal?.aborted;
}

/** A signal that aborts after `ms` milliseconds, or with `signal`: n8n's own time limit starts again with each byte that comes. */
export function untilTimeOut(ms: number, signal?: AbortSignal): AbortSignal {
	const timeOut = AbortSignal.timeout(ms);
	return signal ? AbortSignal.any([signal, timeOut]) : timeOut;
}

/** Waits `ms` milliseconds, or until `signal` aborts, for something that n8n itself does not wait for: it may end meanwhile. */
export async function later(ms: number, signal?: AbortSignal): Promise<void> {
	if (signal?.aborted) return;
	const time = AbortSignal.timeout(ms);
	await new Promise<void>((resolve) => {
		const end = () => {
			// what somebody still listens to stays in memory
			time.removeEventListener('abort', end);
			signal?.removeEventListener('abort', end);
			resolve();
		};
		time.addEventListener('abort', end);
		signal?.addEventListener('abort', end);
	});
}
