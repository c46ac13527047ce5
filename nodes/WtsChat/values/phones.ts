import { plain, strangerIn } from './characters';
import * as sentences from './sentences';
import { ValueError } from './valueError';

/** The area codes of Brazil. */
const AREA = '(?:[14689][1-9]|2[12478]|3[1-578]|5[1345]|7[134579])';
/** What is dialled before an area code: the trunk prefix, and perhaps the code of a carrier. */
const TRUNK = '(?:0(?:1[245]|2[1-35]|31|4[13]|55|65|99)?)?';
/** A mobile number, one without its ninth digit, or a landline, as people in Brazil write it. */
const LOCAL = new RegExp(`^${TRUNK}(${AREA}(?:9\\d{8}|[2-9]\\d{7}))$`);
const AFTER_55 = new RegExp(`^${TRUNK}(${AREA}9?\\d{8}|800\\d{7})$`);
/** A mobile number with or without its ninth digit; what a landline begins with is left out. */
const MOBILE = new RegExp(`^\\+55(${AREA})(9?)([016-9]\\d{7})$`);

/** The country code and the rest. Codes have one digit, or two of these, or three. */
const ABROAD = /^([17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[2-9]\d\d)(\d+)$/;
/** Of North America, whose code many a Brazilian area code begins with. */
const NORTH_AMERICAN = /^[2-9]\d\d[2-9]\d{6}$/;
/** Countries whose numbers keep a 0 after the country code. */
const KEEPS_ZERO = /^(39|22[5679]|24[127]|378|992)$/;

/**
 * The number with `+` and country code, `+5511900000001`, however it is written; the `@user` of
 * Instagram as it is.
 *
 * Without a `+`, 10 or 11 digits are a Brazilian number, and 12 or more digits, with nothing between
 * them, have their country code, as WhatsApp writes them. The API itself writes `+55|11900000001`.
 *
 * @throws ValueError when the text is neither, or could be another number
 */
export function readPhone(written: string): string {
	const text = unwrapped(plain(written));
	if (/^@[\w.]{1,64}$/.test(text)) return text;
	if (!/^[( ]*\+?[( ]*\d[\d ().|-]*$/.test(text)) {
		throw new ValueError(sentences.notAPhone, strangerIn(text, /[\d ().|+-]/));
	}

	const digits = text.replace(/\D/g, '');
	const atHome = /\d[ .|)-]*\( ?0 ?\)/.test(text);
	if (text.includes('+')) return complete(digits, atHome);
	if (digits.startsWith('00')) return complete(digits.slice(2), atHome);
	if (digits.startsWith('55') && digits.length >= 12) return complete(digits, atHome);
	const [, local] = LOCAL.exec(digits) ?? [];
	if (local && isInBrazilianGroups(text, digits.length - local.length + 2)) return `+55${local}`;
	if (/^0?\d{8,9}$/.test(digits)) throw new ValueError(sentences.withoutArea);
	if (digits.length < 8) throw new ValueError(sentences.notAPhone);
	if (digits.length < 12 || digits !== text) throw new ValueError(sentences.withoutCountry);
	return complete(digits, atHome);
}

/**
 * Whether blanks and signs stand where people in Brazil put them: behind the area code, or only before
 * the last four digits. Other countries group their numbers in other ways, as in 07781 123456.
 *
 * @param area how many digits there are to the end of the area code
 */
function isInBrazilianGroups(text: string, area: number): boolean {
	const groups = text.match(/\d+/g) ?? [];
	const ends = groups.map((_, last) => groups.slice(0, last + 1).join('').length);
	const all = ends.at(-1) ?? 0;
	return ends.includes(area) || (ends[0] ?? 0) >= all - 4;
}

/** The number that `text` is; undefined when it is none. */
export function phoneIn(text: string): string | undefined {
	try {
		return readPhone(text);
	} catch {
		return undefined;
	}
}

/** A number as the API gives it: always with its country code, but not always with a `+`. */
export function phoneOfApi(text: string): string | undefined {
	return phoneIn(/^\d/.test(text) ? `+${text}` : text);
}

/** The digits alone, the form that paths and bodies of the API take; a `@user` as it is. */
export function digitsOf(phone: string): string {
	return phone.replace('+', '');
}

/**
 * What two ways to write a number have in common: Brazilian mobile numbers go with and without the
 * ninth digit, names on Instagram in large and small letters.
 */
export function comparable(phone: string): string {
	return phone.replace(MOBILE, '+55$1$3').toLowerCase();
}

/** A Brazilian mobile number with its ninth digit where it is written without, or the other way round. */
export function otherForm(phone: string): string | undefined {
	const [, area, nine, rest] = MOBILE.exec(phone) ?? [];
	return area && `+55${area}${nine ? '' : '9'}${rest}`;
}

/** The number without what links, chats and sheets put around it. */
function unwrapped(text: string): string {
	if (/@g\.us$/.test(text)) {
		throw new ValueError(sentences.notAPhone, 'It is the ID of a group.');
	}
	const [, linked] = LINK.exec(text) ?? CHAT.exec(text) ?? [];
	if (linked) return `+${linked}`;
	const [, cell] = /^(\+?\d{10,})[.,]00?$/.exec(text) ?? [];
	if (cell && LOCAL.test(`${cell}0`)) {
		throw new ValueError(sentences.notAPhone, 'The 0 at its end may belong to the number.');
	}
	const bare = cell ?? inFull(text) ?? text.replace(/^(?:tel:|whatsapp:|')|^="|"$/gi, '');
	// in 0xx11 the code of any carrier may stand for the xx
	return bare.replace(/^(\(?)0xx/i, '$10').replace(/\[(\d+)\]/, '($1)');
}

const LINK =
	/^(?:https?:\/\/)?(?:wa\.me\/|(?:api|web)\.whatsapp\.com\/send\/?\?phone=|whatsapp:\/\/send\/?\?phone=)(?:\+|%2B)?(\d+)(?:[/?&#].*)?$/i;
const CHAT = /^(\d+)(?::\d+)?@(?:c\.us|s\.whatsapp\.net)$/i;

/** The digits of a number that a sheet has written like 5.511900000001E+12. */
function inFull(text: string): string | undefined {
	const [, first, decimals, exponent] = /^(\d)[.,](\d+)e\+?(\d+)$/i.exec(text) ?? [];
	if (!first || !decimals) return undefined;
	if (decimals.length === Number(exponent)) return first + decimals;
	throw new ValueError(sentences.notAPhone, 'A sheet has cut off its last digits.');
}

/**
 * The number with its country code, without a trunk prefix.
 *
 * @param atHome whether a 0 is in brackets, which says that it is dialled in the country only
 */
function complete(digits: string, atHome: boolean): string {
	if (digits.startsWith('55')) return `+55${afterBrazil(digits.slice(2))}`;
	const [, country = '', after = ''] = ABROAD.exec(digits) ?? [];
	const keepsZero = KEEPS_ZERO.test(country);
	// of Italy, landlines have the 0 and mobile numbers, which begin with 3, have none
	const isLandlineOfItaly = country === '39' && !after.startsWith('03');
	if (atHome && keepsZero && country !== '39') {
		throw new ValueError(
			sentences.notAPhone,
			`In +${country}, the 0 in brackets may belong to the number.`,
		);
	}
	const rest = atHome && !isLandlineOfItaly ? after.slice(1) : after;
	const isPossible =
		// the shortest and longest numbers there are
		/^\d{7,15}$/.test(country + rest) &&
		(country !== '1' || NORTH_AMERICAN.test(rest)) &&
		(!atHome || after.startsWith('0')) &&
		(keepsZero || !rest.startsWith('0'));
	if (isPossible) return `+${country}${rest}`;
	throw new ValueError(
		sentences.notAPhone,
		`No number has the digits ${digits} with its country code.`,
	);
}

function afterBrazil(rest: string): string {
	const [, number] = AFTER_55.exec(rest) ?? [];
	if (number) return number;
	throw /^0?\d{8,9}$/.test(rest)
		? new ValueError(sentences.withoutArea)
		: new ValueError(sentences.notAPhone, 'After +55 come an area code and 8 or 9 digits.');
}
