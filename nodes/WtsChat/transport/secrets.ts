/** Makes a text fit to be shown. */
export type Mask = (text: string) => string;

/** Encodings of a shorter secret are found by chance in texts that have nothing to do with it. */
const SHORTEST_ENCODED = 8;

/**
 * A mask that leaves no spelling of the secrets in a text: in whatever case, with characters encoded for
 * an address, a page or JSON, in base64 or in hexadecimal digits. A text has to be masked before it is
 * cut: half a key is no key to it.
 *
 * @param name what stands in their place
 */
export function maskOf(secrets: string[], name: string): Mask {
	const known = secrets.filter((secret) => secret !== '');
	if (known.length === 0) return (text) => text;
	const longestFirst = [...new Set(known)].sort((one, other) => other.length - one.length);
	const patterns = [
		...longestFirst.map((secret) => [...secret].map(inAnyEscape).join('')),
		...longestFirst.flatMap(encodingsOf).map(literally),
	];
	const pattern = new RegExp(patterns.join('|'), 'gi');
	return (text) => text.replace(pattern, name);
}

/** A character as it is, or as addresses (also twice encoded), pages and JSON write it. */
function inAnyEscape(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	const hex = code.toString(16);
	const bytes = [...Buffer.from(character)].map((byte) => byte.toString(16).padStart(2, '0'));
	const escapes = [
		literally(character),
		bytes.map((byte) => `%(?:25)*${byte}`).join(''),
		`&#0*${code};`,
		`&#x0*${hex};`,
		`\\\\u${hex.padStart(4, '0')}`,
		`\\\\${literally(character)}`,
	];
	const named = NAMED_IN_PAGES[character];
	return `(?:${(named ? [...escapes, named] : escapes).join('|')})`;
}

const NAMED_IN_PAGES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&apos;',
	' ': '\\+',
};

function encodingsOf(secret: string): string[] {
	const bytes = Buffer.from(secret);
	const encoded = [bytes.toString('hex'), ...[0, 1, 2].map(base64)];

	/** What stands in base64 for the secret alone, when `before` bytes stand before it. */
	function base64(before: number): string {
		const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
		const ownFrom = Math.ceil((before * 8) / 6);
		const ownUntil = Math.floor(((before + bytes.length) * 8) / 6);
		return text.slice(ownFrom, ownUntil);
	}

	const inAddresses = encoded.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
	return [...encoded, ...inAddresses].filter(({ length }) => length >= SHORTEST_ENCODED);
}

function literally(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
