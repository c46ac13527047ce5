import { InputError, type ItemParameters } from '../fields/itemParameters';

/** Attributes that the API's field list knows by another name than their own, or by another's. */
type OtherNames<Values> = { readonly [Name in keyof Values & string]?: string };

/** Names of attributes as the API's field lists spell them: `userId` is listed as `UserId`. */
type FieldName<Values, Names> = {
	[Name in keyof Values & string]: Name extends keyof Names
		? Names[Name] & string
		: Capitalize<Name>;
}[keyof Values & string];

/**
 * Makes the body of an update: the chosen values, null for what is to be cleared, and the list of
 * both, because the API writes only what its field list names.
 *
 * @param values the values by attribute; undefined means not chosen
 * @param clear the attributes chosen to be cleared
 * @param otherNames how the field list names an attribute, where it is not the attribute's own name
 * @throws InputError when nothing is chosen, or when a value is both set and cleared
 */
export function changesOf<
	Values extends object,
	const Names extends OtherNames<Values> = Record<never, never>,
>(
	values: Values,
	clear: Array<keyof Values & string> = [],
	parameters: ItemParameters,
	otherNames?: Names,
): Partial<Values> & { fields: Array<FieldName<Values, Names>> } {
	const chosen = Object.keys(values).filter(
		(name) => values[name as keyof Values] !== undefined,
	) as Array<keyof Values & string>;

	const listed = (name: string) => otherNames?.[name as keyof Values & string] ?? capitalized(name);
	const cleared = clear.map(listed);
	const contradiction = chosen.find((name) => cleared.includes(listed(name)));
	if (contradiction) {
		const label = parameters.label(contradiction);
		throw new InputError(
			`'${label}' is both set and cleared`,
			`Either empty '${label}' or take its entry out of '${parameters.label('clear')}'.`,
		);
	}
	if (chosen.length + clear.length === 0) {
		throw new InputError(
			'There is nothing to update',
			"Add at least one field under 'Update Fields' and give it a value. Fields that an expression leaves blank do not count.",
		);
	}

	const nulls = Object.fromEntries(clear.map((name) => [name, null])) as Partial<Values>;
	return {
		...values,
		...nulls,
		fields: [...new Set([...chosen, ...clear].map(listed))] as Array<FieldName<Values, Names>>,
	};
}

function capitalized(name: string): string {
	return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
