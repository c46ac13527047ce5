import { plain } from '../../values/characters';
import { Input } from '../field';
import type { Look } from './look';

const inputOf = (look: Look) => ({ type: 'string' as const, default: '', ...look });

/** A text as it is. */
export function text(look: Look): Input<string | undefined> {
	return new Input(inputOf(look), (given) => given.text);
}

/** The name or address of somebody, without the characters that nobody sees. */
export function plainText(look: Look): Input<string | undefined> {
	return new Input(inputOf(look), (given) => plain(given.text ?? '') || undefined);
}

/** Several texts, typed with commas or given as a list by an expression. */
export function texts(look: Look): Input<string[] | undefined> {
	return new Input(inputOf(look), (given) => given.texts);
}

/** What is picked from a list, and goes by a name that is no ID. */
export function pickedText(loadOptionsMethod: string, look: Look): Input<string | undefined> {
	const property = { type: 'options' as const, default: '', ...look };
	return new Input({ ...property, typeOptions: { loadOptionsMethod } }, (given) => given.text);
}

/** Several of these. */
export function pickedTexts(loadOptionsMethod: string, look: Look): Input<string[] | undefined> {
	const property = { type: 'multiOptions' as const, default: [], ...look };
	return new Input({ ...property, typeOptions: { loadOptionsMethod } }, (given) => given.texts);
}
