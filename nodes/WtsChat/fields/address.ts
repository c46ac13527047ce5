import { InputError } from './itemParameters';

/**
 * The text as it is, once it is sure to be an address of the web.
 *
 * @throws InputError otherwise
 */
export function webAddress(text: string, label: string): string {
	if (/^https?:\/\/\S+$/i.test(text)) return text;
	throw new InputError(
		`'${label}' is not an address that starts with https://`,
		`It is now "${text}".`,
	);
}
