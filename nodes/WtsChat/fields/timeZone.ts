import { IANAZone } from 'luxon';
import { InputError } from './inputError';
import * as sentences from './sentences';
import { plainText } from './kinds/text';

/** A time zone by its name. */
export const timeZone = plainText({
	displayName: 'Time Zone',
	name: 'timeZone',
	placeholder: 'e.g. America/Sao_Paulo',
}).checked((name, label) => {
	if (IANAZone.isValidZone(name)) return name;
	throw new InputError(sentences.notATimeZone(label), `Its value is now "${name}".`);
});
