import { isRecord } from '../../transport/records';
import { formOf, Input, valuesOf, type Fields, type ValuesOf } from '../field';
import type { ChoicesOf } from '../choices';
import * as sentences from '../sentences';
import { choices } from './choice';
import type { Look } from './look';

/** Fields that somebody adds one by one, in the order of their use: what is wanted most stands first. */
export class Collection<Members extends Fields> extends Input<ValuesOf<Members>> {
	constructor(
		look: Look,
		readonly members: Members,
	) {
		super({ type: 'collection', default: {}, ...look, options: formOf(members) }, (given) => {
			const values = given.value ?? {};
			if (!isRecord(values)) throw given.refuse(sentences.notAnObject);
			return valuesOf(members, given.within(values));
		});
	}
}

/** The conditions that the records of a list have to pass. */
export function filtersOf<Members extends Fields>(members: Members): Collection<Members> {
	return new Collection(
		{ displayName: 'Filters', name: 'filters', placeholder: 'Add Filter' },
		members,
	);
}

/** How an operation does its work, for the few who want it otherwise. */
export function optionsOf<Members extends Fields>(members: Members): Collection<Members> {
	return new Collection(
		{ displayName: 'Options', name: 'options', placeholder: 'Add option' },
		members,
	);
}

/** What a new record may have beside what it must have. */
export function additionalFieldsOf<Members extends Fields>(members: Members): Collection<Members> {
	return new Collection(
		{ displayName: 'Additional Fields', name: 'additionalFields', placeholder: 'Add Field' },
		members,
	);
}

/** What an update changes. */
export function updateFieldsOf<Members extends Fields>(members: Members): Collection<Members> {
	return new Collection(
		{ displayName: 'Update Fields', name: 'updateFields', placeholder: 'Add Field' },
		members,
	);
}

/** Parts of a record that come only on request. */
export function includeDetailsOf<Detail extends string>(
	options: ChoicesOf<Detail>,
	description: string,
) {
	return choices({ displayName: 'Include Details', name: 'includeDetails', options, description });
}

/** What an update empties. A field that is merely left blank is not sent. */
export function clearOf<Name extends string>(options: ChoicesOf<Name>) {
	return choices({
		displayName: 'Clear',
		name: 'clear',
		options,
		description: 'Fields to empty. Fields left blank above stay as they are.',
	});
}
