/**
 * The URL that a text is; undefined when it is none.
 *
 * @param base what a text without a host stands beside
 */
export function urlIn(text: string, base?: URL): URL | undefined {
	return URL.canParse(text, base?.href) ? new URL(text, base?.href) : undefined;
}
