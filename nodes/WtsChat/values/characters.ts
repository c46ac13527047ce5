/** Characters that nobody sees: marks of direction, joiners, soft hyphens. */
const UNSEEN = String.raw`\p{Cf}\uFE00-\uFE0F`;

/**
 * The text in the characters of a keyboard: without those that nobody sees, and with plain dashes,
 * blanks and digits for those of typesetters. Text from web pages, chats and sheets is full of them.
 */
export function plain(text: string): string {
	return text
		.replace(new RegExp(`[${UNSEEN}]`, 'gu'), '')
		.replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
		.replace(/[\p{Pd}\u2212]/gu, '-')
		.replace(/\s+/g, ' ')
		.trim();
}

/** The text with a name in place of each character that cannot be told from a blank or from nothing. */
export function visible(text: string): string {
	const lookalike = new RegExp(`[${UNSEEN}\\p{Cc}]|[^\\S ]`, 'gu');
	return text.replace(lookalike, (character) => `[${nameOf(character)}]`);
}

/** A value for a message: what nobody sees in it by name, and cut where it is long. */
export function inShort(value: unknown): string {
	const written = visible(JSON.stringify(value) ?? String(value));
	return written.length > 120 ? `${written.slice(0, 120)}…` : written;
}

/** A text in one line, cut where it is longer than `most`; nothing for what is no text. */
export function inOneLine(text: unknown, most = Infinity): string {
	const line = typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() : '';
	return line.length > most ? `${line.slice(0, most)}…` : line;
}

/** Names the first character that is none of `known`; undefined when there is none. */
export function strangerIn(text: string, known: RegExp): string | undefined {
	const stranger = [...text].find((character) => !known.test(character));
	if (stranger === undefined) return undefined;
	const isSeen = /\S/.test(stranger) && visible(stranger) === stranger;
	const named = isSeen ? `${stranger} (${nameOf(stranger)})` : nameOf(stranger);
	return `The character ${named} does not belong in it.`;
}

function nameOf(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The text with a capital at its beginning. */
export function capitalized(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
