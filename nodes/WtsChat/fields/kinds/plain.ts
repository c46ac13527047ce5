import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../transport/records';
import { readDay, readMoment } from '../../values/moments';
import { readNumber } from '../../values/numbers';
import { parse } from '../../values/parse';
import { Input } from '../field';
import type { ItemFile } from '../source';
import type { Given } from '../given';
import { InputError } from '../inputError';
import * as sentences from '../sentences';
import type { Look } from './look';

/** A number, with the decimal sign of either convention. */
export function number(look: Look & { default: number }): Input<number | undefined> {
	return new Input({ type: 'number', ...look }, numberOf);
}

/** Of a number: refuses what is less than one. */
export function atLeastOne(given: number, label: string): number {
	if (given >= 1) return given;
	throw new InputError(sentences.tooSmall(label), `Its value is now ${given}.`);
}

export const numberOf = (given: Given) => given.parsed(readNumber);

/** A switch. */
export function boolean(look: Look & { default: boolean }): Input<boolean | undefined> {
	return new Input({ type: 'boolean', ...look }, booleanOf);
}

/**
 * True or false, also as text.
 * @throws InputError when it is something else
 */
export function booleanOf(given: Given): boolean | undefined {
	const value = given.plain;
	if (value === undefined || typeof value === 'boolean') return value;
	if (typeof value === 'string' && /^(true|false)$/i.test(value)) return /true/i.test(value);
	throw given.refuse(sentences.notTrueOrFalse, value);
}

/** A moment, read in the workflow's time zone unless it names its own; given in UTC. */
export function moment(look: Look): Input<string | undefined> {
	return new Input({ type: 'dateTime', default: '', ...look }, momentOf);
}

export const momentOf = (given: Given) =>
	given.parsed((value) => readMoment(value, given.source.timezone));

/** A day, as `YYYY-MM-DD`. */
export const dayOf = (given: Given) =>
	given.parsed((value) => readDay(value, given.source.timezone));

/** An object typed as JSON. */
export function json(look: Look): Input<IDataObject | undefined> {
	return new Input({ type: 'json', default: '', ...look }, jsonOf);
}

/**
 * An object, or the text of one in JSON.
 * @throws InputError when it is something else
 */
function jsonOf(given: Given): IDataObject | undefined {
	const { value } = given;
	if (value === undefined) return undefined;
	const parsed = typeof value === 'string' ? parse(value) : value;
	if (isRecord(parsed)) return parsed;
	throw given.refuse(sentences.notJson);
}

/** The file that the item carries in the binary field of this name. */
export function file(look: Look): Input<ItemFile | undefined> {
	return new Input({ type: 'string', default: '', ...look }, (given) => {
		const binaryField = given.text;
		return binaryField === undefined ? undefined : given.source.fileIn(binaryField, given.label);
	});
}
