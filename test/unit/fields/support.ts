import type { Field } from '../../../nodes/WtsChat/fields/field';
import { InputError } from '../../../nodes/WtsChat/fields/inputError';
import type { Source } from '../../../nodes/WtsChat/fields/source';
import { sourceOf } from '../../support/source';

export const ID = '3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10';
export const OTHER = '9b8a7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d';

/** What a field holds that nobody has filled in. */
export const blanks = [undefined, null, '', '   ', '\n\t'];

/** A field that is called `Any Field`. */
export const look = { displayName: 'Any Field', name: 'field' };

/** What this field makes of the value. */
export function read<Value>(field: Field<Value>, value: unknown, more?: Partial<Source>): Value {
	return field.read(sourceOf({ field: value }, more));
}

/** What it makes of a value that a model has written. */
export function readOfModel<Value>(field: Field<Value>, value: unknown): Value {
	return read(field, value, { byModel: true });
}

/** What it says of a value that it cannot read. */
export function refusal(
	field: Field,
	value: unknown,
	more?: Partial<Source>,
): { message: string; remedy: string } {
	return refusalOf(() => read(field, value, more));
}

export function refusalOf(reading: () => unknown): { message: string; remedy: string } {
	try {
		reading();
	} catch (error) {
		if (error instanceof InputError) return error;
		throw error;
	}
	throw new Error('The value was accepted');
}
