/**
 * A phone number in digits with its country code, the form that paths and bodies of the API take, or
 * the `@user` of Instagram as it is; undefined when `text` is neither.
 *
 * A number without a `+` that has 10 or 11 digits is taken as Brazilian. The API itself writes
 * `+55|11900000001`, with a pipe after the country code.
 */
export function phoneIn(text: string): string | undefined {
	if (/^@[\w.]{1,64}$/.test(text)) return text;
	if (!/^\+?[\d\s().|-]+$/.test(text)) return undefined;
	const digits = text.replace(/\D/g, '');
	const local = !text.startsWith('+') && (digits.length === 10 || digits.length === 11);
	const complete = local ? `55${digits}` : digits;
	// the shortest and longest numbers there are, with their country codes
	return complete.length >= 8 && complete.length <= 15 ? complete : undefined;
}
