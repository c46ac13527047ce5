import type { INodePropertyMode } from 'n8n-workflow';
import { unquoted } from '../../values/parse';
import { digitsOf, readPhone } from '../../values/phones';
import { Input } from '../field';
import type { Given } from '../given';
import type { Look } from './look';

/** The way to name a contact by its phone number; n8n's rules know a mode by where it stands. */
export const byPhone: { modes: INodePropertyMode[] } = {
	modes: [
		{
			displayName: 'Phone',
			name: 'phone',
			type: 'string',
			placeholder: 'e.g. +55 11 90000-0001',
		},
	],
};

/** Digits of a phone number with its country code, as paths and bodies take them; Instagram's `@user` as it is. */
export function phone(look: Look): Input<string | undefined> {
	return new Input({ type: 'string', default: '', ...look }, phoneOf);
}

/** Several phone numbers; a `@user` may lack its @ here. */
export function phones(look: Look): Input<string[] | undefined> {
	return new Input({ type: 'string', default: '', ...look }, (given) =>
		given.texts?.map((written) => checkedPhone(given, written.replace(/^(?=[a-z_][\w.]*$)/i, '@'))),
	);
}

/** The phone number that is given. */
export function phoneOf(given: Given): string | undefined {
	const written = given.text;
	return written === undefined ? undefined : checkedPhone(given, written);
}

function checkedPhone(given: Given, written: string): string {
	const found = given.readBy((text) => readPhone(unquoted(text)), written);
	given.note(found);
	return digitsOf(found);
}
