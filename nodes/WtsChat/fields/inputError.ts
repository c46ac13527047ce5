import type { Sentence } from '../values/sentence';
import * as sentences from './sentences';

/** Says what is wrong with a field's value and what to do about it. */
export class InputError extends Error {
	declare readonly message: Sentence;

	constructor(
		message: Sentence,
		readonly remedy: string,
	) {
		super(message);
	}
}

/**
 * The error of a field that has to be filled in.
 *
 * @param otherwise what to do where filling it in is not all there is to say
 */
export function missing(label: string, otherwise = ''): InputError {
	return new InputError(
		sentences.empty(label),
		`Fill in '${label}'. If it holds an expression, the expression gives nothing for this item. ${otherwise}`.trim(),
	);
}
