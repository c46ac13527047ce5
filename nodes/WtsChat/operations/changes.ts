import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Input } from '../fields/field';
import { InputError } from '../fields/inputError';
import { capitalized } from '../values/characters';
import * as sentences from './sentences';

/** Attributes that the API's field list knows by another name than their own, or by another's. */
type OtherNames<Values> = { readonly [Name in keyof Values & string]?: string };

/** Names of attributes as the API's field lists spell them: `userId` is listed as `UserId`. */
type FieldName<Values, Names> = {
	[Name in keyof Values & string]: Name extends keyof Names
		? Names[Name] & string
		: Capitalize<Name>;
}[keyof Values & string];

/**
 * The field list of the values that are chosen, without which the API writes none of them.
 *
 * @param values the values by attribute; undefined means not chosen
 * @param otherNames how the field list names an attribute, where it is not the attribute's own name
 */
export function fieldListOf<
	Values extends object,
	const Names extends OtherNames<Values> = Record<never, never>,
>(values: Values, otherNames?: Names): Array<FieldName<Values, Names>> {
	return listOf<Values, Names>(chosenIn(values), otherNames);
}

function listOf<Values extends object, Names extends OtherNames<Values>>(
	names: Array<keyof Values & string>,
	otherNames?: Names,
): Array<FieldName<Values, Names>> {
	const list = names.map((name) => listed<Values>(name, otherNames));
	return [...new Set(list)] as Array<FieldName<Values, Names>>;
}

/**
 * Makes the body of an update: the chosen values, null for what is to be cleared, and the list of
 * both, because the API writes only what its field list names.
 *
 * @param values the values by attribute; undefined means not chosen
 * @param clear the attributes chosen to be cleared
 * @param form where they were chosen, which knows their labels
 * @param otherNames how the field list names an attribute, where it is not the attribute's own name
 * @throws InputError when nothing is chosen, or when a value is both set and cleared
 */
export function changesOf<
	Values extends object,
	const Names extends OtherNames<Values> = Record<never, never>,
>(
	values: Values,
	clear: Array<keyof Values & string> = [],
	form: Input<unknown>,
	otherNames?: Names,
): Partial<Values> & { fields: Array<FieldName<Values, Names>> } {
	const chosen = chosenIn(values).map((name) => listed(name, otherNames));
	const contradiction = clear.find((name) => chosen.includes(listed(name, otherNames)));
	if (contradiction) {
		const label = labelIn(form, contradiction);
		throw new InputError(
			sentences.setAndCleared(label),
			`Either empty '${label}' or take its entry out of '${labelIn(form, 'clear')}'.`,
		);
	}
	const nulls = Object.fromEntries(clear.map((name) => [name, null])) as Partial<Values>;
	const fields = listOf([...chosenIn(values), ...clear], otherNames);
	if (fields.length > 0) return { ...values, ...nulls, fields };
	throw new InputError(
		sentences.nothingToUpdate,
		"Add at least one field under 'Update Fields' and give it a value. Fields that an expression leaves blank do not count.",
	);
}

function chosenIn<Values extends object>(values: Values): Array<keyof Values & string> {
	const names = Object.keys(values) as Array<keyof Values & string>;
	return names.filter((name) => values[name] !== undefined);
}

function listed<Values>(name: keyof Values & string, otherNames?: OtherNames<Values>): string {
	return otherNames?.[name] ?? capitalized(name);
}

/** The label of the field; of several that make one attribute, what the list of those to clear calls them. */
function labelIn({ property }: Input<unknown>, name: string): string {
	const members = (property.options ?? []) as INodeProperties[];
	const clearable = members.find((member) => member.name === 'clear')?.options ?? [];
	const field = members.find((member) => member.name === name);
	const entry = (clearable as INodePropertyOptions[]).find(({ value }) => value === name);
	return field?.displayName ?? entry?.name ?? name;
}
