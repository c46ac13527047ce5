import type { ApiRequest } from './contract';
import type { Lost, Outcome, Refusal } from './outcome';

/**
 * What becomes of a request that was not answered (`outcome.ts` says which outcome is which):
 *
 * | outcome                                        | reads, PUT, DELETE | other POST         |
 * | ---------------------------------------------- | ------------------ | ------------------ |
 * | unreached, but for a fault of TLS or the key   | again              | again              |
 * | refused with 429, too many requests            | again when allowed | again when allowed |
 * | lost without a status, with 408, 425 or 5xx    | again              | not again          |
 * | lost with another status                       | not again          | not again          |
 * | any other refusal, a fault of TLS or the key   | not again          | not again          |
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
			return outcome.fault === undefined;
		case 'lost':
			return repeatable && mayPass(outcome);
		case 'refused':
			return isLimit(outcome);
	}
}

/** Whether the account was told to slow down; the pacer then says when to go on. */
export function isLimit(outcome: Outcome): outcome is Refusal {
	return outcome.kind === 'refused' && outcome.status === 429;
}

/** Whether the next try can come to something else. */
function mayPass({ status }: Lost): boolean {
	return status === undefined || status === 408 || status === 425 || status >= 500;
}

const FIRST_WAIT_MS = 500;
const MAX_WAIT_MS = 30_000;
const JITTER_AFTER_ASKED_MS = 250;

/**
 * Milliseconds to wait after a fault.
 *
 * @param tries number of tries made so far, at least 1
 */
export function waitAfterFault(outcome: Outcome, tries: number): number {
	const asked = outcome.kind === 'lost' ? outcome.retryAfterMs : undefined;
	// jitter keeps parallel items from coming back all at once
	if (asked !== undefined) return asked + Math.random() * JITTER_AFTER_ASKED_MS;
	return Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), MAX_WAIT_MS) * (0.5 + Math.random() / 2);
}
