import type { components } from '../../../contract/types/core';
import { post, type ApiRequest } from '../transport/contract';
import { digitsOf, phoneIn } from '../values/phones';

type ContactFilter = components['schemas']['FilterContactsRequest'];

/** A number, or a part of one, in the signs that people write it with. */
const LIKE_A_NUMBER = /^[\d\s().+-]*\d{3}[\d\s().-]*$/;

/**
 * What finds the contacts that somebody has typed something of. The API keeps numbers in a form of its
 * own, so one is looked for by its digits, and a whole one as a number, too.
 */
export function contactSearches(typed: string | undefined): ApiRequest[] {
	if (!typed || !LIKE_A_NUMBER.test(typed)) return [filtered({ textFilter: typed })];
	const number = phoneIn(typed);
	const byDigits = filtered({ textFilter: typed.replace(/\D/g, '') });
	return number ? [byDigits, filtered({ phoneNumber: digitsOf(number) })] : [byDigits];
}

function filtered(body: ContactFilter): ApiRequest {
	return { ...post('/core/v1/contact/filter', { body }), readOnly: true };
}
