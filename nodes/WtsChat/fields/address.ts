import { InputError } from './inputError';
import type { Look } from './kinds/look';
import { text, texts } from './kinds/text';

/** An address of the web. */
export const webAddress = (look: Look) => text(look).checked(checkedAddress);

/** Several addresses of the web. */
export const webAddresses = (look: Look) =>
	texts(look).checked((given, label) => given.map((one) => checkedAddress(one, label)));

function checkedAddress(address: string, label: string): string {
	if (/^https?:\/\/\S+$/i.test(address)) return address;
	throw new InputError(
		`'${label}' is not an address that starts with https://`,
		`It is now "${address}".`,
	);
}
