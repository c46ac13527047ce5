import type { Sentence } from './sentence';

/** Says why a value is not what its field takes, in words that follow the name of the field. */
export class ValueError extends Error {
	declare readonly message: Sentence;

	constructor(
		message: Sentence,
		/** What of this value is in the way, in a sentence of its own. */
		readonly detail?: string,
	) {
		super(message);
	}
}
