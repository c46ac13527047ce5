import { InputError, type ItemParameters } from '../fields/itemParameters';

/** Names of attributes as the API's field lists spell them: `userId` is listed as `UserId`. */
type FieldName<Changes> = Capitalize<keyof Changes & string>;

/**
 * Makes the body of an update: the chosen values, null for what is to be cleared, and the list of
 * both, because the API writes only what its field list names.
 *
 * @param values the values by attribute; undefined means not chosen
 * @param clear the attributes chosen to be cleared
 * @throws InputError when nothing is chosen, or when a value is both set and cleared
 */
export function changesOf<Values extends object>(
	values: Values,
	clear: Array<keyof Values & string> = [],
	parameters: ItemParameters,
): Partial<Values> & { fields: Array<FieldName<Values>> } {
	const chosen = Object.keys(values).filter(
		(name) => values[name as keyof Values] !== undefined,
	) as Array<keyof Values & string>;

	const contradiction = clear.find((name) => chosen.includes(name));
	if (contradiction) {
		throw new InputError(
			`'${parameters.label(contradiction)}' is both set and cleared`,
			`Either remove its value or take it out of '${parameters.label('clear')}'.`,
		);
	}
	if (chosen.length + clear.length === 0) {
		throw new InputError(
			'There is nothing to update',
			"Add at least one field under 'Update Fields' and give it a value. Fields that an expression leaves blank do not count.",
		);
	}

	const nulls = Object.fromEntries(clear.map((name) => [name, null])) as Partial<Values>;
	return { ...values, ...nulls, fields: [...chosen, ...clear].map(listed<Values>) };
}

function listed<Values>(name: keyof Values & string): FieldName<Values> {
	return `${name.charAt(0).toUpperCase()}${name.slice(1)}` as FieldName<Values>;
}
