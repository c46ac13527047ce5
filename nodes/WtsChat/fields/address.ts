import { InputError } from './inputError';
import * as sentences from './sentences';
import type { Look } from './kinds/look';
import { text, texts } from './kinds/text';

/** An address of the web. */
export const webAddress = (look: Look) => text(look).checked(checkedAddress);

/** Several addresses of the web. */
export const webAddresses = (look: Look) =>
	texts(look).checked((given, label) => given.map((one) => checkedAddress(one, label)));

function checkedAddress(address: string, label: string): string {
	if (/^https?:\/\/\S+$/i.test(address)) return address;
	throw new InputError(sentences.notHttps(label), `It is now "${address}".`);
}
