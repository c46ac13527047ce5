import type { IDataObject } from 'n8n-workflow';
import type { Upload } from '../transport/upload';

/** The values that one item gives to an operation's fields; blank fields read as undefined. */
export interface ItemParameters {
	/** An ID that has to be there; a pasted address of the web app works as well. */
	requiredId(field: string): string;
	id(field: string): string | undefined;
	/** Several IDs, chosen from a list, typed with commas, or given as a list by an expression. */
	ids(field: string): string[] | undefined;
	requiredText(field: string): string;
	text(field: string): string | undefined;
	/** The name or address of somebody, without the characters that nobody sees. */
	plainText(field: string): string | undefined;
	/** Several texts, typed with commas or given as a list by an expression. */
	texts(field: string): string[] | undefined;
	/** Digits of a phone number with its country code, as paths and bodies take them; Instagram's `@user` as it is. */
	requiredPhone(field: string): string;
	phone(field: string): string | undefined;
	/** Several phone numbers; a `@user` may lack its @ here. */
	phones(field: string): string[] | undefined;
	number(field: string): number | undefined;
	boolean(field: string): boolean | undefined;
	/** A moment, read in the workflow's time zone unless it names its own; given in UTC. */
	moment(field: string): string | undefined;
	requiredMoment(field: string): string;
	/** A day, as `YYYY-MM-DD`. */
	date(field: string): string | undefined;
	/** The value of one of the field's options. */
	requiredChoice<Value extends string>(field: string): Value;
	choice<Value extends string>(field: string): Value | undefined;
	/** The values of several of the field's options; undefined when none is chosen. */
	choices<Value extends string>(field: string): Value[] | undefined;
	/** An object typed as JSON. */
	json(field: string): IDataObject | undefined;
	/** The rows of a list of names and values. */
	keyValues(field: string): IDataObject | undefined;
	/** The rows of a fixed collection with several values. */
	rows(field: string): ItemParameters[];
	/** The values of a dynamic form (resource mapper), by the key of its fields and of their types. */
	mapped(field: string): IDataObject | undefined;
	/** Which mode a resource locator stands in, for example `list`, `id` or `phone`. */
	mode(field: string): string;
	/** The file that the item carries in the binary field named by `field`. */
	file(field: string): ItemFile;
	/** The values inside a collection. */
	group(field: string): ItemParameters;
	/** The field's label in the form, for messages. */
	label(field: string): string;
}

/** A file of an item: what is known of it, and its bytes when they are needed. */
export interface ItemFile {
	name: string;
	mimeType: string;
	content(): Promise<Upload>;
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
