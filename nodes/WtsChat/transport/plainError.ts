import type { Sentence } from '../values/sentence';

/** Says what went wrong, where there is nothing to do about it. */
export class PlainError extends Error {
	constructor(message: Sentence) {
		super(message);
	}
}
