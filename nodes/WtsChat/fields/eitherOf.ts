import { InputError, type ItemParameters } from './itemParameters';

/**
 * The same records given by ID in one field, or by name in another.
 *
 * @throws InputError when both are filled in, because the API would ignore the names
 */
export function eitherOf(parameters: ItemParameters, idsField: string, namesField: string) {
	const ids = parameters.ids(idsField);
	const names = parameters.texts(namesField);
	if (ids && names) {
		const labels = [parameters.label(idsField), parameters.label(namesField)] as const;
		throw new InputError(
			`'${labels[0]}' and '${labels[1]}' are both filled in`,
			`Use either '${labels[0]}' or '${labels[1]}', not both.`,
		);
	}
	return { ids, names };
}
