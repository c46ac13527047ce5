import { portuguese } from './portuguese';

export type Language = 'en' | 'pt';

/** A sentence that can be read in both languages; what differs from case to case stands in its values. */
export interface Sentence {
	/** The English words, with {0}, {1} … in place of the values. */
	pattern: string;
	values: unknown[];
}

/** Writes a sentence in English: ``say`It has ${count} files.` ``; its Portuguese stands in portuguese.ts. */
export function say(texts: TemplateStringsArray, ...values: unknown[]): Sentence {
	const pattern = texts.reduce((before, text, index) => `${before}{${index - 1}}${text}`);
	return { pattern, values };
}

export function inLanguage({ pattern, values }: Sentence, language: Language): string {
	const words = language === 'pt' ? (portuguese[pattern] ?? pattern) : pattern;
	return words.replace(/\{(\d+)\}/g, (_, index: string) => {
		const value = values[Number(index)];
		return isSentence(value) ? inLanguage(value, language) : String(value);
	});
}

function isSentence(value: unknown): value is Sentence {
	return typeof value === 'object' && value !== null && 'pattern' in value;
}
