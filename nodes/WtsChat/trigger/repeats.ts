import type { IWebhookFunctions } from 'n8n-workflow';
import { acknowledgedBy } from '../events/acknowledged';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

const WINDOW_MS = 60 * 60_000;
/** More than an account delivers in an hour, and little enough to keep. */
const MOST = 50_000;

interface Taking {
	at: number;
	/** Whether n8n has the event: it says so to WTS Chat only when it has stored the execution. */
	stored: Promise<boolean>;
}

/** The events that n8n takes or has taken, the oldest first; for all triggers of the n8n process. */
const taken = new Map<string, Taking>();

/**
 * Whether n8n has taken the event within an hour, or is about to; undefined when nobody has begun to.
 *
 * @returns a promise, settled when the delivery that came first has its answer
 */
export function takenBefore(event: string): Promise<boolean> | undefined {
	forget(Date.now());
	return taken.get(event)?.stored;
}

/** Notes that `event` is being taken; it is forgotten unless WTS Chat is told so, and may come again. */
export function take(event: string, response: Response): void {
	const taking: Taking = { at: Date.now(), stored: acknowledgedBy(response, false) };
	taken.set(event, taking);
	void taking.stored.then((stored) => {
		if (!stored && taken.get(event) === taking) taken.delete(event);
	});
}

function forget(now: number): void {
	for (const [event, { at }] of taken) {
		if (now - at < WINDOW_MS && taken.size < MOST) return;
		taken.delete(event);
	}
}
