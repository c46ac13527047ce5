import type { INodeProperties } from 'n8n-workflow';
import { Given } from './given';
import type { Source } from './source';

/** Part of a form, and the reader of what is given in it. */
export interface Field<Value = unknown> {
	/** What the user sees: one property, or several that belong together. */
	form: INodeProperties[];
	/** @throws InputError when what is given cannot be read */
	read(source: Source): Value;
}

export type Fields = Record<string, Field>;

/** What is read from fields, by the same names; blank fields are undefined. */
export type ValuesOf<Members extends Fields> = {
	[Name in keyof Members]: Members[Name] extends Field<infer Value> ? Value : never;
};

/** The form of the fields, in their order. */
export function formOf(fields: Fields): INodeProperties[] {
	return Object.values(fields).flatMap(({ form }) => form);
}

/**
 * What is given in the fields.
 *
 * @throws InputError for the first field that cannot be read
 */
export function valuesOf<Members extends Fields>(
	fields: Members,
	source: Source,
): ValuesOf<Members> {
	const values = Object.entries(fields).map(([name, field]) => [name, field.read(source)]);
	return Object.fromEntries(values) as ValuesOf<Members>;
}

/** A field of one input. */
export class Input<Value> implements Field<Value> {
	readonly property: INodeProperties;

	constructor(
		{ displayName, ...more }: INodeProperties,
		readonly parse: (given: Given) => Value,
	) {
		// n8n's rules want the label first
		this.property = { displayName, ...more };
	}

	get form(): INodeProperties[] {
		return [this.property];
	}

	get name(): string {
		return this.property.name;
	}

	get label(): string {
		return this.property.displayName;
	}

	read(source: Source): Value {
		return this.parse(new Given(this.property, source));
	}

	/** The same field with another look. */
	with(look: Partial<INodeProperties>): Input<Value> {
		return new Input({ ...this.property, ...look }, this.parse);
	}

	/**
	 * The same field, which has to be filled in.
	 *
	 * @param otherwise what the error says beside that
	 */
	required(otherwise?: string): Input<NonNullable<Value>> {
		return this.with({ required: true }).filledIn(otherwise);
	}

	/** The same, where the form does not say so before it is used. */
	filledIn(otherwise?: string): Input<NonNullable<Value>> {
		return new Input(this.property, (given) => {
			const value = this.parse(given);
			if (value === undefined || value === null) throw given.missing(otherwise);
			return value;
		});
	}

	/**
	 * The same field, with what `check` makes of a value that is filled in.
	 *
	 * @param check may throw an {@link InputError} that names the field by its label
	 */
	checked<Other>(
		check: (value: NonNullable<Value>, label: string) => Other,
	): Input<Other | undefined> {
		return new Input(this.property, (given) => {
			const value = this.parse(given);
			return value === undefined || value === null ? undefined : check(value, this.label);
		});
	}
}
