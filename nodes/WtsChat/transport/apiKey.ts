/** The key itself: people paste it with blanks, or with the "Bearer" of a code example. */
export function bareKey(apiKey: string): string {
	return apiKey.trim().replace(/^bearer\s+/i, '');
}
