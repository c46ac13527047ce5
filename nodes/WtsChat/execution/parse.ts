/** What JSON says; undefined when the text is none. */
export function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** A list written as JSON, as forms and AI agents give it. */
export function parsedList(text: string): unknown[] | undefined {
	const parsed = text.trim().startsWith('[') ? parse(text) : undefined;
	return Array.isArray(parsed) ? parsed : undefined;
}
