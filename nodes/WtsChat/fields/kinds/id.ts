import type { INodePropertyMode } from 'n8n-workflow';
import { idIn } from '../../values/ids';
import { pickers, type PickerName } from '../../pickers/table';
import { dropdownMethodOf, searchMethodOf } from '../../pickers/picker';
import { unquoted } from '../../values/parse';
import { Input } from '../field';
import type { Given } from '../given';
import { InputError } from '../inputError';
import * as sentences from '../sentences';
import type { Look } from './look';

export const ID_EXAMPLE = 'e.g. 3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10';

/** An ID that is typed, or given by an expression; a pasted address of the web app works as well. */
export function id(look: Look): Input<string | undefined> {
	return new Input({ type: 'string', default: '', placeholder: ID_EXAMPLE, ...look }, (given) =>
		idOf(given),
	);
}

/** Several IDs, typed with commas or given as a list by an expression. */
export function ids(look: Look): Input<string[] | undefined> {
	return new Input({ type: 'string', default: '', placeholder: ID_EXAMPLE, ...look }, (given) =>
		idsOf(given),
	);
}

/** The IDs of records that are picked from a list. */
export function dropdowns(picker: PickerName, look: Look): Input<string[] | undefined> {
	return new Input(
		{
			type: 'multiOptions',
			default: [],
			...look,
			typeOptions: { loadOptionsMethod: dropdownMethodOf(picker), ...look.typeOptions },
		},
		(given) => idsOf(given, picker),
	);
}

/** Records of which an expression may also give the names. */
export interface IdsOrNames {
	ids?: string[];
	names?: string[];
}

/** Records that are picked from a list, by their IDs, or that an expression gives by their names. */
export function idsOrNames(picker: PickerName, look: Look): Input<IdsOrNames | undefined> {
	return new Input(dropdowns(picker, look).property, (given) => {
		const written = given.texts;
		const isId = (text: string) => idIn(text) !== undefined;
		if (written?.every(isId)) return { ids: idsOf(given, picker) };
		if (!written?.some(isId)) return written && { names: written };
		throw given.refuse(sentences.namesBesideIds, written);
	});
}

/** The way to pick a record from a searchable list. */
export function fromList(picker: PickerName): { modes: INodePropertyMode[] } {
	return {
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select…',
				typeOptions: { searchListMethod: searchMethodOf(picker), searchable: true },
			},
		],
	};
}

interface LocatorLook extends Look {
	/** The list that it is picked from. */
	picker: PickerName;
	/** What the record is named by, where that is not its ID. */
	namedBy?: string;
}

/** A record that is picked from a searchable list, or given by its ID, for example by an expression. */
export function locator({
	picker,
	namedBy = 'ID',
	...look
}: LocatorLook): Input<string | undefined> {
	return new Input(
		{
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			...look,
			modes: [
				...fromList(picker).modes,
				{ displayName: `By ${namedBy}`, name: 'id', type: 'string', placeholder: ID_EXAMPLE },
			],
		},
		(given) => idOf(given, picker),
	);
}

/** The ID that is given. */
export function idOf(given: Given, picker?: PickerName): string | undefined {
	const written = given.text;
	return written === undefined ? undefined : checkedId(given, written, picker);
}

function idsOf(given: Given, picker?: PickerName): string[] | undefined {
	return given.texts?.map((written) => checkedId(given, written, picker));
}

function checkedId(given: Given, written: string, picker?: PickerName): string {
	const found = idIn(unquoted(written));
	const source = picker && pickers[picker].idsFrom;
	if (found) {
		given.note(found, source);
		return found;
	}
	const { message, remedy } = given.refuse(sentences.notAnId, written);
	throw new InputError(message, source ? `${remedy} IDs come from ${source}.` : remedy);
}
