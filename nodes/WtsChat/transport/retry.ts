import type { ApiRequest } from './contract';
import type { Outcome, Refusal } from './outcome';

/**
 * What becomes of a request that was not answered:
 *
 * | outcome                                       | reads, PUT, DELETE | other POST    |
 * | --------------------------------------------- | ------------------ | ------------- |
 * | never arrived (refused connection, DNS)       | again              | again         |
 * | 429, too many requests                        | again when allowed | again when allowed |
 * | 502, 503, 504, or 500 without a `key`         | again              | not again     |
 * | lost (reset, time-out, unreadable answer)     | again              | not again     |
 * | 500 with a `key`, and any other refusal       | not again          | not again     |
 *
 * A POST that may have arrived is never repeated, because it may be a message. A 500 with a `key` is
 * the API's way of saying no ("Registro não encontrado"), so repeating it changes nothing.
 */
export function isWorthRetrying(request: ApiRequest, outcome: Outcome): boolean {
	const repeatable = request.method !== 'POST' || request.readOnly === true;
	switch (outcome.kind) {
		case 'answered':
			return false;
		case 'unreached':
			return true;
		case 'lost':
			return repeatable;
		case 'refused':
			return isLimit(outcome) || (isFault(outcome) && repeatable);
	}
}

/** Whether the account was told to slow down; the pacer then says when to go on. */
export function isLimit(outcome: Outcome): outcome is Refusal {
	return outcome.kind === 'refused' && outcome.status === 429;
}

function isFault({ status, key }: Refusal): boolean {
	return [502, 503, 504].includes(status) || (status === 500 && key === undefined);
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
const JITTER_AFTER_ASKED_MS = 250;

/**
 * Milliseconds to wait after a fault.
 *
 * @param tries number of tries made so far, at least 1
 */
export function waitAfterFault(outcome: Outcome, tries: number): number {
	const asked = outcome.kind === 'refused' ? outcome.retryAfterMs : undefined;
	// jitter keeps parallel items from coming back all at once
	if (asked !== undefined) return asked + Math.random() * JITTER_AFTER_ASKED_MS;
	return Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS) * (0.5 + Math.random() / 2);
}
