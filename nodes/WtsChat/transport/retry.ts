import type { ApiRequest } from './contract';
import type { Outcome } from './outcome';

/**
 * Which outcome is worth another try:
 *
 * | outcome                                  | GET, PUT, DELETE | POST |
 * | ---------------------------------------- | ---------------- | ---- |
 * | never arrived (refused connection, DNS)  | yes              | yes  |
 * | 429, too many requests                   | yes              | yes  |
 * | 502, 503, 504                            | yes              | no   |
 * | lost (reset, time-out, unreadable answer)| yes              | no   |
 * | any other refusal, also 500              | no               | no   |
 *
 * A POST that may have arrived is never repeated, because it may be a message. A 500 is the
 * API's way of refusing ("Registro não encontrado"), so repeating it changes nothing.
 */
function isWorthRetrying(method: ApiRequest['method'], outcome: Outcome): boolean {
	switch (outcome.kind) {
		case 'answered':
			return false;
		case 'unreached':
			return true;
		case 'lost':
			return method !== 'POST';
		case 'refused':
			if (outcome.status === 429) return true;
			return [502, 503, 504].includes(outcome.status) && method !== 'POST';
	}
}

const FAULT_TRIES = 4;
const FAULT_FIRST_WAIT_MS = 500;
const LIMIT_FIRST_WAIT_MS = 2_000;
const LIMIT_LONGEST_WAIT_MS = 60_000;
const JITTER_AFTER_ASKED_MS = 250;

/**
 * Milliseconds to wait before the next try, or undefined when there should be none.
 *
 * @param attempt number of tries made so far, at least 1
 * @param patienceMs how much waiting is left for this request
 */
export function waitBeforeRetry(
	method: ApiRequest['method'],
	outcome: Outcome,
	attempt: number,
	patienceMs: number,
): number | undefined {
	if (!isWorthRetrying(method, outcome)) return undefined;

	const limited = outcome.kind === 'refused' && outcome.status === 429;
	if (!limited && attempt >= FAULT_TRIES) return undefined;

	const asked = outcome.kind === 'refused' ? outcome.retryAfterMs : undefined;
	const backOff = limited
		? Math.min(LIMIT_FIRST_WAIT_MS * 2 ** (attempt - 1), LIMIT_LONGEST_WAIT_MS)
		: FAULT_FIRST_WAIT_MS * 2 ** (attempt - 1);
	// jitter keeps parallel items from coming back all at once
	const wait =
		asked === undefined
			? backOff * (0.5 + Math.random() / 2)
			: asked + Math.random() * JITTER_AFTER_ASKED_MS;
	return wait <= patienceMs ? wait : undefined;
}
