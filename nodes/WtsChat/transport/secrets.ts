/** Makes a text fit to be shown. */
export type Mask = (text: string) => string;

/** Encodings of a shorter secret are found by chance in texts that have nothing to do with it. */
const SHORTEST_ENCODED = 8;

/**
 * A mask that leaves no spelling of the secrets in a text: in whatever case, encoded for an address, in
 * base64 or in hexadecimal digits. A text has to be masked before it is cut: half a key is no key to it.
 *
 * @param name what stands in their place
 */
export function maskOf(secrets: string[], name: string): Mask {
	const spellings = secrets.filter((secret) => secret !== '').flatMap(spellingsOf);
	if (spellings.length === 0) return (text) => text;
	const longestFirst = [...new Set(spellings)].sort((one, other) => other.length - one.length);
	const pattern = new RegExp(longestFirst.map(literally).join('|'), 'gi');
	return (text) => text.replace(pattern, name);
}

function spellingsOf(secret: string): string[] {
	const bytes = Buffer.from(secret);
	const encoded = [encodeURIComponent(secret), bytes.toString('hex'), ...[0, 1, 2].map(base64)];

	/** What stands in base64 for the secret alone, when `before` bytes stand before it. */
	function base64(before: number): string {
		const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
		const ownFrom = Math.ceil((before * 8) / 6);
		const ownUntil = Math.floor(((before + bytes.length) * 8) / 6);
		return text.slice(ownFrom, ownUntil);
	}

	const inAddresses = encoded.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
	return [
		secret,
		...[...encoded, ...inAddresses].filter(({ length }) => length >= SHORTEST_ENCODED),
	];
}

function literally(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
