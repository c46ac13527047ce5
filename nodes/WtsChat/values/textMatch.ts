/** How much of a text a phrase has to be: a word of it, any part of it, or all of it. */
export type Extent = 'word' | 'part' | 'all';

const LETTER = String.raw`[\p{L}\p{N}]`;
const OTHER = String.raw`[^\p{L}\p{N}]`;

/** Whether the text has one of the phrases; capitals, accents and skin tones make no difference. */
export function matchesAny(text: string, phrases: string[], extent: Extent): boolean {
	const given = folded(text);
	return phrases.some((phrase) => {
		const sought = folded(phrase).trim();
		// a skin tone alone folds to nothing, which every text would have
		return sought === '' ? hasSign(text, phrase.trim()) : patternOf(sought, extent).test(given);
	});
}

function patternOf(phrase: string, extent: Extent): RegExp {
	const written = phrase.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s+/g, '\\s+');
	if (extent === 'part') return new RegExp(written, 'u');
	if (extent === 'all') return new RegExp(`^${OTHER}*${written}${OTHER}*$`, 'u');
	// a sign has no word around it, so it may touch one
	const before = new RegExp(`^${LETTER}`, 'u').test(phrase) ? `(?<!${LETTER})` : '';
	const after = new RegExp(`${LETTER}$`, 'u').test(phrase) ? `(?!${LETTER})` : '';
	return new RegExp(before + written + after, 'u');
}

function hasSign(text: string, sign: string): boolean {
	return sign !== '' && text.includes(sign);
}

function folded(text: string): string {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[\p{M}\p{Cf}\p{Emoji_Modifier}]/gu, '');
}
