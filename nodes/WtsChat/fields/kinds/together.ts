import { updateDisplayOptions } from 'n8n-workflow';
import { formOf, valuesOf, type Field, type Fields, type Input, type ValuesOf } from '../field';

type Branches = Record<string, Fields>;

/** The names that a branch does not have are undefined there, so all can be read without asking which it is. */
type Alternative<All extends Branches, Name extends keyof All> = ValuesOf<All[Name]> & {
	[Other in Exclude<NamesIn<All[keyof All]>, keyof All[Name]>]?: undefined;
};
type NamesIn<Members> = Members extends unknown ? keyof Members : never;

/**
 * Fields that follow from a choice: those of the chosen branch are shown and read.
 *
 * @param selector the choice, with a branch for each of its values
 */
export function alternatives<All extends Branches>(
	selector: Input<(keyof All & string) | undefined>,
	branches: All,
): Field<{ [Name in keyof All]: Alternative<All, Name> }[keyof All]> {
	return {
		form: [
			selector.property,
			...Object.entries(branches).flatMap(([name, fields]) =>
				updateDisplayOptions({ show: { [selector.name]: [name] } }, formOf(fields)),
			),
		],
		read(source) {
			const chosen = selector.read(source) ?? (selector.property.default as keyof All);
			return valuesOf(branches[chosen] ?? {}, source) as Alternative<All, keyof All>;
		},
	};
}

/**
 * A list that n8n asks for when somebody has filled in the field before it. Shown at once, it would be
 * asked for before n8n has chosen the credential of a new node, and show an error.
 */
export function afterChoiceOf<Value>(before: Input<unknown>, list: Input<Value>): Input<Value> {
	return list.with({ displayOptions: { hide: { [before.name]: [''] } } });
}

/** What `make` makes of fields that belong together. */
export function together<Members extends Fields, Value>(
	members: Members,
	make: (values: ValuesOf<Members>) => Value,
): Field<Value> {
	return { form: formOf(members), read: (source) => make(valuesOf(members, source)) };
}
