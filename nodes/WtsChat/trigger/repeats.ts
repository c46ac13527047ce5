import type { Delivery } from '../events/delivery';

const WINDOW_MS = 60 * 60_000;
/** More than an account delivers in an hour, and little enough to keep. */
const MOST = 50_000;

/** When each event came, the oldest first; for all triggers of the n8n process. */
const seen = new Map<string, number>();

/** Whether the event has come to `owner` before, within an hour; from now on it has. */
export function isRepeated(owner: string, { eventType, date, content }: Delivery): boolean {
	const now = Date.now();
	forget(now);
	const key = [owner, eventType, content.id, date].join('|');
	if (seen.has(key)) return true;
	seen.set(key, now);
	return false;
}

function forget(now: number): void {
	for (const [key, at] of seen) {
		if (now - at < WINDOW_MS && seen.size < MOST) return;
		seen.delete(key);
	}
}
