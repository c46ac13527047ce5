import type { IDataObject } from 'n8n-workflow';

/** The values that one item gives to an operation's fields; blank fields read as undefined. */
export interface ItemParameters {
	/** An ID that has to be there; a pasted address of the web app works as well. */
	requiredId(field: string): string;
	id(field: string): string | undefined;
	text(field: string): string | undefined;
	number(field: string): number | undefined;
	boolean(field: string): boolean | undefined;
	/** A moment, read in the workflow's time zone unless it names its own; given in UTC. */
	moment(field: string): string | undefined;
	/** The value of one of the field's options. */
	choice<Value extends string>(field: string): Value | undefined;
	/** The values of several of the field's options. */
	choices<Value extends string>(field: string): Value[];
	/** An object typed as JSON. */
	json(field: string): IDataObject | undefined;
	/** The rows of a list of names and values. */
	keyValues(field: string): IDataObject | undefined;
	/** The values inside a collection. */
	group(field: string): ItemParameters;
	/** The field's label in the form, for messages. */
	label(field: string): string;
}

/** Says what is wrong with a field's value and what to do about it. */
export class InputError extends Error {
	constructor(
		message: string,
		readonly remedy: string,
	) {
		super(message);
	}
}

/** The values, or undefined when all of them are blank: an empty object is not sent. */
export function unlessBlank<Values extends object>(values: Values): Values | undefined {
	return Object.values(values).some((value) => value !== undefined) ? values : undefined;
}
