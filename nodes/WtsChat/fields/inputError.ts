/** Says what is wrong with a field's value and what to do about it. */
export class InputError extends Error {
	constructor(
		message: string,
		readonly remedy: string,
	) {
		super(message);
	}
}
