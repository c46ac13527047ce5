import type { INodePropertyOptions } from 'n8n-workflow';
import type { ChoicesOf } from '../choices';
import { Input } from '../field';
import type { Given } from '../given';
import * as sentences from '../sentences';
import type { Look } from './look';

/** One of several values. */
export function choice<Value extends string>(
	look: Look & { options: ChoicesOf<Value>; default: NoInfer<Value> },
): Input<Value | undefined> {
	return new Input({ type: 'options', ...look }, (given) => choiceOf<Value>(given));
}

/** Some of several values; undefined when none is chosen. */
export function choices<Value extends string>(
	look: Look & { options: ChoicesOf<Value> },
): Input<Value[] | undefined> {
	return new Input({ type: 'multiOptions', default: [], ...look }, (given) =>
		choicesOf<Value>(given),
	);
}

/**
 * The value that was chosen.
 * @throws InputError when the field does not offer it
 */
export function choiceOf<Value extends string>(given: Given): Value | undefined {
	const value = given.plain;
	return value === undefined ? undefined : known<Value>(given, value);
}

/**
 * The values that were chosen, each once.
 * @throws InputError when the field does not offer one of them
 */
export function choicesOf<Value extends string>(given: Given): Value[] | undefined {
	const chosen = given.list?.map((entry) => known<Value>(given, entry));
	return chosen && [...new Set(chosen)];
}

function known<Value extends string>(given: Given, value: unknown): Value {
	const options = (given.property.options ?? []) as Array<INodePropertyOptions & { value: Value }>;
	const chosen = options.find((option) => option.value === value);
	if (chosen) return chosen.value;
	const all = options.map((option) => option.value).join(', ');
	throw given.refuse(sentences.notOffered(all), value);
}
