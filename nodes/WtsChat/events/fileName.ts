const LONGEST = 200;

/** The name of a file without what could lead elsewhere or cannot be seen; undefined when nothing is left. */
export function tidyName(name: unknown): string | undefined {
	if (typeof name !== 'string') return undefined;
	const [last = ''] = name
		.replace(/[\p{Cc}\p{Cf}]/gu, '')
		.split(/[\\/]/)
		.slice(-1);
	const trimmed = last.trim();
	return /^\.*$/.test(trimmed) ? undefined : trimmed.slice(-LONGEST);
}

/** The name in the address of a file, which has to be a URL. */
export function nameIn(address: string): string {
	const { pathname } = new URL(address);
	return tidyName(decoded(pathname.split('/').pop() ?? '')) ?? 'file';
}

/** The text, with its escapes read one by one where one of them stands for nothing. */
function decoded(text: string): string {
	return text.replace(/(%[0-9a-f]{2})+/gi, (escapes) => {
		try {
			return decodeURIComponent(escapes);
		} catch {
			return escapes;
		}
	});
}
