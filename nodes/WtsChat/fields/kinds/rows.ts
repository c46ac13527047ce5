import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../transport/records';
import { isBlank } from '../../values/blank';
import { trimmed } from '../../values/parse';
import { formOf, Input, valuesOf, type Fields, type ValuesOf } from '../field';
import type { Given } from '../given';
import * as sentences from '../sentences';
import type { Look } from './look';
import { text } from './text';

interface RowsLook<Members extends Fields> extends Look {
	/** What one row is, in the form and in n8n's data. */
	row: { displayName: string; name: string };
	members: Members;
}

/** Rows of the same fields, as many as somebody adds. */
export function rows<Members extends Fields>({
	row,
	members,
	...look
}: RowsLook<Members>): Input<Array<ValuesOf<Members>>> {
	return new Input(
		{
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			default: {},
			...look,
			options: [{ ...row, values: formOf(members) }],
		},
		(given) => rowsIn(given).map((values) => valuesOf(members, given.within(values))),
	);
}

/** Rows of keys and values; undefined when there are none. */
export function keyValues({
	row,
	keyExample,
	valueExample,
	...look
}: Omit<RowsLook<Fields>, 'members'> & { keyExample: string; valueExample: string }): Input<
	IDataObject | undefined
> {
	const members = {
		key: text({ displayName: 'Key', name: 'key', placeholder: `e.g. ${keyExample}` }),
		value: text({ displayName: 'Value', name: 'value', placeholder: `e.g. ${valueExample}` }),
	};
	return new Input(rows({ row, members, ...look }).property, pairsIn);
}

function rowsIn({ value }: Given): IDataObject[] {
	return isRecord(value) ? Object.values(value).flat().filter(isRecord) : [];
}

function pairsIn(given: Given): IDataObject | undefined {
	const named = rowsIn(given).filter((row) => !isBlank(row.key) || !isBlank(row.value));
	if (named.length === 0) return undefined;

	const pairs = new Map<string, unknown>();
	for (const row of named) {
		const key = isBlank(row.key) ? '' : String(row.key).trim();
		if (key === '') throw given.refuse(sentences.withoutKey, row.value);
		if (pairs.has(key)) throw given.refuse(sentences.sameKey, key);
		pairs.set(key, trimmed(row.value) ?? '');
	}
	// fromEntries makes own properties even of names like __proto__
	return Object.fromEntries(pairs) as IDataObject;
}
