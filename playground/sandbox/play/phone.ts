import { digitsOf } from '../contact/records';
import type { ContactRecord } from '../account';
import { invalid } from '../errors';

/**
 * The number as a person types it, in digits with its country code, or the `@user` of Instagram. With
 * the reading of the nodes, the sandbox would share their mistakes; this one is small and its own.
 */
export function numberIn(typed: string): string {
	const text = typed.replace(/\p{Cf}/gu, '').trim();
	if (/^@[\w.]+$/.test(text)) return text;
	const digits = digitsOf(text).replace(/^00/, '');
	const isComplete = /^\W*(\+|00)/.test(text) || /^[1-9]\d{11}/.test(digits);
	const number = isComplete ? digits.replace(/^550/, '55') : digits.replace(/^0?/, '55');
	const isNumber = /^[\d\s+().|\p{Pd}]+$/u.test(text);
	if (isNumber && /^(55\d{10,11}|(?!55)[1-9]\d{6,14})$/.test(number)) return number;
	throw invalid({ phone: [`${typed} is no phone number; write it like +55 11 90000-0001.`] });
}

/** How a person would write the number of a contact, or its `@user`. */
export function writtenBy({ phoneNumber, instagram }: ContactRecord): string | null {
	if (phoneNumber === null) return instagram;
	const digits = digitsOf(phoneNumber);
	const [, area, begin, end] = /^55(\d\d)(\d{4,5})(\d{4})$/.exec(digits) ?? [];
	return area ? `+55 ${area} ${begin}-${end}` : `+${digits}`;
}
