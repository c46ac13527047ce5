import { updateDisplayOptions } from 'n8n-workflow';
import { formOf, valuesOf, type Field, type Fields, type Input, type ValuesOf } from '../field';
import { InputError } from '../inputError';

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

/** Fields of which one at most may be filled in, because the API would not take all of them. */
export function oneAtMost<Members extends Record<string, Input<unknown>>>(
	members: Members,
): Field<ValuesOf<Members>> {
	return {
		form: formOf(members),
		read(source) {
			const values = valuesOf(members, source);
			const [one, other] = Object.entries(members).filter(([name]) => values[name] !== undefined);
			if (!one || !other) return values;
			const labels = [one[1].label, other[1].label] as const;
			throw new InputError(
				`'${labels[0]}' and '${labels[1]}' are both filled in`,
				`Use either '${labels[0]}' or '${labels[1]}', not both.`,
			);
		},
	};
}

/** What `make` makes of fields that belong together. */
export function together<Members extends Fields, Value>(
	members: Members,
	make: (values: ValuesOf<Members>) => Value,
): Field<Value> {
	return { form: formOf(members), read: (source) => make(valuesOf(members, source)) };
}
