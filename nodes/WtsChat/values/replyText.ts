/** A word, number or emoji of a text, as it is compared. */
export interface Word {
	text: string;
	/** Whether a comma, a full stop, a new line or the like stands before it. */
	apart: boolean;
}

/** What somebody has written on a phone, taken apart. */
interface Said {
	words: Word[];
	/** Whether it has a question mark. */
	asks: boolean;
}

const WORDS = /(\p{N}+(?:[.,:]\p{N}+)*\p{L}*|[\p{L}\p{N}]+|[\p{So}\p{Extended_Pictographic}])/u;
const EMOJI = /^[\p{So}\p{Extended_Pictographic}]$/u;

/** The words of a text without capitals, accents, punctuation, repeated letters and skin tones. */
export function said(text: string): Said {
	const plain = text
		.toLowerCase()
		.replace(/[´`'’]/g, '')
		.replace(/(?<!\p{L})n\.?\s*[º°]/gu, 'numero ')
		.normalize('NFKD')
		.replace(/[\p{M}\p{Cf}]/gu, '')
		.replace(/(\p{L})\1+/gu, '$1');
	// every second part is a word; the others are what stands between words
	const parts = plain.split(WORDS);
	const words = parts.flatMap((part, n) =>
		n % 2 === 1 ? [{ text: part, apart: /\S|\n/.test(parts[n - 1] ?? '') }] : [],
	);
	return { words, asks: plain.includes('?') };
}

/** The words as one text; without emojis, unless there is nothing else. */
export function keyOf(words: Word[], withEmojis = false): string {
	const letters = words.filter(({ text }) => withEmojis || !EMOJI.test(text));
	return (letters.length > 0 ? letters : words).map(({ text }) => text).join(' ');
}

/** Whether it is an emoji, or another sign that stands for itself. */
export function isEmoji(text: string): boolean {
	return EMOJI.test(text);
}
