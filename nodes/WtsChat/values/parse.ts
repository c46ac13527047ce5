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
	const parsed = parse(text);
	return Array.isArray(parsed) ? parsed : undefined;
}

/** Text without the blanks around it; everything else as it is. */
export function trimmed(value: unknown): unknown {
	return typeof value === 'string' ? value.trim() : value;
}

/** Text without the quotation marks that AI agents sometimes put around it. */
export function unquoted(text: string): string {
	return /^(["'`])(.*)\1$/s.exec(text)?.[2]?.trim() ?? text;
}
