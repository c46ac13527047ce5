import { isRecord } from '../../nodes/WtsChat/transport/records';
import { inShort } from '../../nodes/WtsChat/values/characters';
import { readMoment } from '../../nodes/WtsChat/values/moments';
import { readNumber } from '../../nodes/WtsChat/values/numbers';
import { readPhone } from '../../nodes/WtsChat/values/phones';
import { ValueError } from '../../nodes/WtsChat/values/valueError';
import { expressionOf, isExpression, joined, sourceOf } from './expressions';
import type { OldParameters } from './oldParameters';
import { say } from './sentences';
import type { Values } from './workflow';

/** Makes the value of a new field from the old parameters; undefined leaves the field out. */
export type Field = (old: OldParameters) => unknown;

/** Makes several new fields at once. */
export type Part = (old: OldParameters) => Values;

/** Where an old operation is now, and how its parameters are written there. */
export interface Conversion {
	resource: string;
	operation: string | ((old: OldParameters) => string);
	/** The old node gave a whole page as one item; the new one gives one item per record. */
	list?: true;
	parts: Part[];
}

/** The conversions of an old resource, by its old operations. */
export type Resource = Record<string, Conversion>;

export function fields(members: Record<string, Field>): Part {
	return (old) => {
		const entries = Object.entries(members).map(([name, field]) => [name, field(old)] as const);
		return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
	};
}

/** A collection of fields; undefined when nothing is in it. */
export function group(members: Record<string, Field>): Field {
	return (old) => {
		const values = fields(members)(old);
		return Object.keys(values).length > 0 ? values : undefined;
	};
}

export function fixed(value: unknown): Field {
	return () => value;
}

/** The old node gave records as the API has them; so does the new one without Simplify. */
export const unsimplified: Record<string, Field> = { simplify: fixed(false) };

export function same(name: string): Field {
	return (old) => old.value(name);
}

/** As {@link same}, in updates. */
export function changed(name: string): Field {
	return (old) => old.change(name);
}

/** A value that the new node has to read; one that it would refuse is named before the first run. */
function readable(name: string, field: Field, read: (value: unknown) => unknown): Field {
	return (old) => {
		const value = field(old);
		if (value === undefined || isExpression(value)) return value;
		try {
			read(value);
		} catch (error) {
			if (!(error instanceof ValueError)) throw error;
			old.look(
				say`The value of '${name}', ${inShort(value)}, ${error.message}.`,
				say`Open the node and write it like this. Until then it stops with an error.`,
			);
		}
		return value;
	};
}

export function phone(name: string, field = same(name)): Field {
	return readable(name, field, (value) => readPhone(String(value)));
}

export function number(name: string, field = same(name)): Field {
	return readable(name, field, readNumber);
}

/** A field that the new node cannot do without. */
export function required(field: Field, label: string): Field {
	return (old) => {
		const value = field(old);
		if (value === undefined) {
			old.look(
				say`'${label}' was empty in the old node, and has to be filled in here.`,
				say`Open the node and fill in '${label}'.`,
			);
		}
		return value;
	};
}

/** A record chosen by its ID, or by what else `mode` says. */
export function chosen(field: Field, mode = 'id'): Field {
	return (old) => {
		const value = field(old);
		return value === undefined ? undefined : { __rl: true, mode, value };
	};
}

export function id(name: string, label: string): Field {
	return required(chosen(same(name)), label);
}

/** A switch that the old node always sent, on or off. */
export function flag(name: string): Field {
	return (old) => old.value(name) ?? false;
}

/** A switch that counts only when it is on. */
export function whenOn(name: string): Field {
	return (old) => {
		const value = old.value(name);
		return value === false ? undefined : value;
	};
}

/** Something chosen from a list, without the entries that mean nothing. */
export function choice(name: string, nothing: string): Field {
	return (old) => {
		const value = old.value(name);
		return value === nothing ? undefined : value;
	};
}

/** Several entries of a list, without those that mean nothing; `renamed` have another value now. */
export function choices(name: string, renamed: Record<string, string> = {}): Field {
	return (old) => entriesOf(old.value(name), renamed);
}

export function entriesOf(value: unknown, renamed: Record<string, string> = {}): unknown {
	if (!Array.isArray(value)) return value;
	const entries = value
		.filter((entry) => entry !== 'Undefined' && entry !== 'NOT_SEND' && entry !== '')
		.map((entry: unknown) => (typeof entry === 'string' ? (renamed[entry] ?? entry) : entry));
	return entries.length > 0 ? entries : undefined;
}

const WITHOUT_ZONE = /^\d{4}-\d\d-\d\d[T ]?[\d:.]*$/;

/** A date and time; where it names no zone, the old node sent it as if it were UTC. */
export function moment(name: string): Field {
	return readable(name, momentOf(name), (value) => readMoment(value, 'UTC'));
}

function momentOf(name: string): Field {
	return (old) => {
		const value = old.value(name);
		if (typeof value === 'string' && WITHOUT_ZONE.test(value)) {
			old.look(
				say`Dates without a time zone were taken as UTC; here they are in the workflow's time zone.`,
				say`If you had added hours to make up for it, take them off again.`,
			);
		}
		return value;
	};
}

interface Row {
	key: unknown;
	value: unknown;
}

/** The rows of keys (or names) and values in a collection. */
function rowsOf(value: unknown): Row[] {
	if (!isRecord(value)) return [];
	const rows = Object.values(value).flat().filter(isRecord);
	return rows
		.map((row) => ({ key: row.key ?? row.name ?? '', value: row.value ?? '' }))
		.filter(({ key }) => key !== '' && key !== 'NOT_SEND');
}

/** Each key once, with its first or its last value. */
function onceEach(rows: Row[], counts: 'first' | 'last'): Row[] {
	return rows.filter((row, index) => {
		const others = counts === 'first' ? rows.slice(0, index) : rows.slice(index + 1);
		return !others.some(({ key }) => key === row.key);
	});
}

/** Rows of keys and values, which are rows here too. */
export function pairs(name: string): Field {
	return (old) => {
		const value = old.change(name);
		if (isExpression(value)) return value;
		const rows = rowsOf(value);
		return rows.length > 0 ? { pairs: rows } : undefined;
	};
}

interface JsonForm {
	/** Cards keep each custom field as a list. */
	lists?: true;
	/** Which row counts where a key stands twice. */
	counts?: 'first' | 'last';
}

/** Rows of keys and values, which are a JSON object here. */
export function json(name: string, { lists, counts = 'last' }: JsonForm = {}): Field {
	return (old) => {
		const value = old.change(name);
		const listed = (source: string) => (lists ? `[${source}].flat()` : source);
		if (isExpression(value)) {
			const rows = `Object.values(${sourceOf(value)}).flat()`;
			const entry = `(row) => [row.key ?? row.name, ${listed('row.value')}]`;
			return expressionOf(`Object.fromEntries(${rows}.map(${entry}))`);
		}
		const rows = onceEach(rowsOf(value), counts);
		if (rows.length === 0) return undefined;
		if (rows.some((row) => isExpression(row.key) || isExpression(row.value))) {
			const members = rows.map((row) => {
				const key = isExpression(row.key) ? `[${sourceOf(row.key)}]` : sourceOf(row.key);
				return `${key}: ${listed(sourceOf(row.value))}`;
			});
			return expressionOf(`{ ${members.join(', ')} }`);
		}
		const entries = rows.map((row) => [row.key, lists ? [row.value] : row.value]);
		return JSON.stringify(Object.fromEntries(entries), null, 2);
	};
}

/** The entries of a collection that had several values of one kind. */
export function severalOf(value: unknown): unknown[] {
	if (!isRecord(value) && !Array.isArray(value)) return [];
	return Object.values(value)
		.flat()
		.flatMap((entry: unknown) => (isRecord(entry) ? Object.values(entry).flat() : entry))
		.filter((entry) => entry !== '' && entry !== null && entry !== undefined);
}

/** A collection of several values, which is a text with commas here. */
export function several(name: string): Field {
	return (old) => {
		const value = old.change(name);
		if (isExpression(value)) {
			return expressionOf(`Object.values(${sourceOf(value)}).flat(2).join(",")`);
		}
		const entries = severalOf(value);
		return entries.length > 0 ? joined(entries) : undefined;
	};
}
