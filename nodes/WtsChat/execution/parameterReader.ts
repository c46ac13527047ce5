import type {
	IDataObject,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';
import { InputError, type ItemFile, type ItemParameters } from '../fields/itemParameters';
import { isRecord } from '../transport/records';
import { inShort, plain } from '../values/characters';
import { idIn } from '../values/ids';
import { readDay, readMoment } from '../values/moments';
import { readNumber } from '../values/numbers';
import { parse, parsedList, trimmed, unquoted } from '../values/parse';
import { digitsOf, readPhone } from '../values/phones';
import { ValueError } from '../values/valueError';
import { saysNothing } from './agents';
import { idSourceOf } from './idSources';
import { held, modeOf } from './locators';
import { mappedForm, memberOf, readByType } from './mappedForm';

/** What a reader needs to know of the item that it reads for. */
export interface ItemScope {
	/** The value of a field after its expressions; undefined when there is none. */
	valueOf(field: string): unknown;
	fields: INodeProperties[];
	/** The item's own data, which a dynamic form can be told to take its values from. */
	json: IDataObject;
	timezone: string;
	/** The file in a binary field of the item; `label` names the form's field in messages. */
	fileIn(binaryField: string, label: string): ItemFile;
	/** Collects the IDs that are read, in the words of the form. */
	idsRead: string[];
	/** Whether a model has filled in the fields, which writes everything as text. */
	byModel: boolean;
}

/** Reads an item's values out of n8n, checked and in the API's formats. */
export function readParameters(scope: ItemScope): ItemParameters {
	const { fields, timezone, idsRead } = scope;

	function fieldNamed(name: string): INodeProperties {
		const field = fields.find((candidate) => candidate.name === name);
		if (!field) throw new Error(`The form has no field '${name}'`);
		return field;
	}

	const label = (name: string) => fieldNamed(name).displayName;

	/** The value, or undefined for what counts as blank: nothing, null, and text of blanks only. */
	function read(name: string): unknown {
		const value = trimmed(held(fieldNamed(name), scope.valueOf(name)));
		if (typeof value === 'string' && scope.byModel && saysNothing(value)) return undefined;
		return isBlank(value) ? undefined : value;
	}

	/** The same of what is no free text, where quotation marks around it mean nothing. */
	function readPlain(name: string): unknown {
		const value = read(name);
		return typeof value === 'string' ? unquoted(value) : value;
	}

	function required<Value>(name: string, value: Value | undefined): Value {
		if (value !== undefined) return value;
		throw new InputError(
			`${label(name)} is empty`,
			`Fill in '${label(name)}'. If it holds an expression, the expression gives nothing for this item.`,
		);
	}

	/** The entries of a list, or of text with commas; undefined when there are none. */
	function list(name: string): unknown[] | undefined {
		const value = read(name);
		if (value === undefined) return undefined;
		const one = typeof value === 'number' ? [value] : value;
		const entries = typeof one === 'string' ? (parsedList(one) ?? one.split(',')) : one;
		if (!Array.isArray(entries)) throw refuse(name, 'has to be a list', value);
		const filled = entries
			.map((entry: unknown) => (typeof entry === 'string' ? unquoted(entry.trim()) : entry))
			.filter((entry) => !isBlank(entry));
		return filled.length > 0 ? filled : undefined;
	}

	function refuse(name: string, expectation: string, value: unknown, detail = ''): InputError {
		const remedy = `Its value is now ${inShort(value)}. ${detail}`.trim();
		return new InputError(`'${label(name)}' ${expectation}`, remedy);
	}

	/** The value as its parser reads it; what that refuses is said with the name of the field. */
	function parsed<Given, Value>(name: string, value: Given, parser: (value: Given) => Value) {
		try {
			return parser(value);
		} catch (error) {
			throw error instanceof ValueError ? refuse(name, error.message, value, error.detail) : error;
		}
	}

	function parsedPlain<Value>(name: string, parser: (value: unknown) => Value) {
		const value = readPlain(name);
		return value === undefined ? undefined : parsed(name, value, parser);
	}

	function text(name: string): string | undefined {
		const value = read(name);
		if (value === undefined || typeof value === 'string') return value;
		if (typeof value === 'number' || typeof value === 'boolean') return String(value);
		throw refuse(name, 'has to be a text', value);
	}

	function requiredText(name: string): string {
		return required(name, text(name));
	}

	const plainText = (name: string) => plain(text(name) ?? '') || undefined;

	function texts(name: string): string[] | undefined {
		return list(name)?.map((entry) => {
			if (typeof entry === 'string' || typeof entry === 'number') return String(entry);
			throw refuse(name, 'has to be a list of texts', entry);
		});
	}

	function checkedId(name: string, value: string): string {
		const found = idIn(unquoted(value));
		const source = idSourceOf(fieldNamed(name));
		if (!found) {
			const expectation = 'is not an ID; an ID looks like 3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10';
			const { message, remedy } = refuse(name, expectation, value);
			throw new InputError(message, source ? `${remedy} IDs come from ${source}.` : remedy);
		}
		// a person has the list of the field; a model has to be told where to look
		const whence = scope.byModel && source ? `, which comes from ${source}` : '';
		idsRead.push(`'${label(name)}' (${found}${whence})`);
		return found;
	}

	function id(name: string): string | undefined {
		const value = text(name);
		return value === undefined ? undefined : checkedId(name, value);
	}

	function requiredId(name: string): string {
		return required(name, id(name));
	}

	function ids(name: string): string[] | undefined {
		return texts(name)?.map((entry) => checkedId(name, entry));
	}

	function checkedPhone(name: string, value: string): string {
		const found = parsed(name, value, (given) => readPhone(unquoted(given)));
		idsRead.push(`'${label(name)}' (${found})`);
		return digitsOf(found);
	}

	function phone(name: string): string | undefined {
		const value = text(name);
		return value === undefined ? undefined : checkedPhone(name, value);
	}

	const phones = (name: string) =>
		texts(name)?.map((entry) => checkedPhone(name, entry.replace(/^(?=[a-z_][\w.]*$)/i, '@')));

	const requiredPhone = (name: string) => required(name, phone(name));

	const number = (name: string) => parsedPlain(name, readNumber);

	function boolean(name: string): boolean | undefined {
		const value = readPlain(name);
		if (value === undefined || typeof value === 'boolean') return value;
		if (typeof value === 'string' && /^(true|false)$/i.test(value)) return /true/i.test(value);
		throw refuse(name, 'has to be true or false', value);
	}

	const moment = (name: string) => parsedPlain(name, (value) => readMoment(value, timezone));

	const requiredMoment = (name: string) => required(name, moment(name));

	const date = (name: string) => parsedPlain(name, (value) => readDay(value, timezone));

	function checkedChoice<Value extends string>(name: string, value: unknown): Value {
		const options = (fieldNamed(name).options ?? []) as INodePropertyOptions[];
		const chosen = options.find((option) => option.value === value);
		if (chosen) return chosen.value as Value;
		const known = options.map((option) => String(option.value)).join(', ');
		throw refuse(name, `has to be one of ${known}`, value);
	}

	function choice<Value extends string>(name: string): Value | undefined {
		const value = readPlain(name);
		return value === undefined ? undefined : checkedChoice<Value>(name, value);
	}

	function requiredChoice<Value extends string>(name: string): Value {
		return required(name, choice<Value>(name));
	}

	function choices<Value extends string>(name: string): Value[] | undefined {
		const chosen = list(name)?.map((entry) => checkedChoice<Value>(name, entry));
		return chosen && [...new Set(chosen)];
	}

	function json(name: string): IDataObject | undefined {
		const value = read(name);
		if (value === undefined) return undefined;
		const parsed = typeof value === 'string' ? parse(value) : value;
		if (isRecord(parsed)) return parsed;
		throw refuse(name, 'has to be a JSON object like { "key": "value" }', value);
	}

	function rowValues(name: string): IDataObject[] {
		const value = read(name);
		return isRecord(value) ? Object.values(value).flat().filter(isRecord) : [];
	}

	function keyValues(name: string): IDataObject | undefined {
		const named = rowValues(name).filter((row) => !isBlank(row.key) || !isBlank(row.value));
		if (named.length === 0) return undefined;

		const pairs = new Map<string, unknown>();
		for (const row of named) {
			const key = isBlank(row.key) ? '' : String(row.key).trim();
			if (key === '') throw refuse(name, 'has a value without a key', row.value);
			if (pairs.has(key)) throw refuse(name, 'names the same key twice', key);
			pairs.set(key, trimmed(row.value) ?? '');
		}
		// fromEntries makes own properties even of names like __proto__
		return Object.fromEntries(pairs) as IDataObject;
	}

	function rows(name: string): ItemParameters[] {
		const [kind] = (fieldNamed(name).options ?? []) as INodePropertyCollection[];
		return rowValues(name).map((row) => within(row, kind?.values ?? []));
	}

	function mapped(name: string): IDataObject | undefined {
		const { values, fields } = mappedForm(read(name), scope.json);
		const form = within(values, fields.map(memberOf));
		const filled = Object.entries(values)
			.map(([key, entry]) => {
				const field = fields.find(({ id }) => id === key);
				return [key, field ? readByType(field, form) : trimmed(entry)] as const;
			})
			.filter(([, entry]) => !isBlank(entry));
		return filled.length > 0 ? (Object.fromEntries(filled) as IDataObject) : undefined;
	}

	function mode(name: string): string {
		return modeOf(scope.valueOf(fieldNamed(name).name));
	}

	function file(name: string): ItemFile {
		return scope.fileIn(requiredText(name), label(name));
	}

	function within(values: IDataObject, members: INodeProperties[]): ItemParameters {
		return readParameters({ ...scope, valueOf: (member) => values[member], fields: members });
	}

	function group(name: string): ItemParameters {
		const value = read(name) ?? {};
		if (!isRecord(value)) throw refuse(name, 'has to be an object', value);
		return within(value, fieldNamed(name).options as INodeProperties[]);
	}

	return {
		requiredId,
		id,
		ids,
		requiredText,
		text,
		plainText,
		texts,
		requiredPhone,
		phone,
		phones,
		number,
		boolean,
		moment,
		requiredMoment,
		date,
		requiredChoice,
		choice,
		choices,
		json,
		keyValues,
		rows,
		mapped,
		mode,
		file,
		group,
		label,
	};
}

function isBlank(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}
