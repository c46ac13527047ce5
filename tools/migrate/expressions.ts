/** Whether n8n computes the value: a text that starts with an equals sign. */
export function isExpression(value: unknown): value is string {
	return typeof value === 'string' && value.startsWith('=');
}

/** The value as JavaScript: an expression as what it computes, anything else as a literal. */
export function sourceOf(value: unknown): string {
	if (!isExpression(value)) return literal(value);
	const parts = value.slice(1).split(/\{\{([\s\S]*?)\}\}/);
	const codes = parts.filter((_, index) => index % 2 === 1);
	const texts = parts.filter((_, index) => index % 2 === 0);
	if (codes.length === 1 && texts.every((text) => text.trim() === '')) {
		return `(${codes[0]?.trim()})`;
	}
	return parts
		.map((part, index) => (index % 2 === 1 ? `((${part.trim()}) ?? "")` : literal(part)))
		.filter((part) => part !== '""')
		.join(' + ');
}

export function expressionOf(source: string): string {
	return `={{ ${source} }}`;
}

/** Texts one after another with commas between them, computed where one of them is. */
export function joined(texts: unknown[]): string {
	const written = texts.map((text) => (isExpression(text) ? text.slice(1) : String(text)));
	return `${texts.some(isExpression) ? '=' : ''}${written.join(',')}`;
}

/** As JSON, but without the double braces that n8n would take for the end of the expression. */
function literal(value: unknown): string {
	return (JSON.stringify(value) ?? 'undefined')
		.replaceAll('{{', '{\\u007b')
		.replaceAll('}}', '}\\u007d');
}
