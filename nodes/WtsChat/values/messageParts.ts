import { aroundBlocks, codeBlockIn, withWholeBlocks, type CodeBlock } from './codeBlocks';

/** How a text becomes messages. */
export interface Division {
	/** Characters that a message has at most, unless one word has more. */
	most: number;
	/** Whether each paragraph is a message, however short it is. */
	byParagraph: boolean;
}

/** Takes a text apart; the pieces put together are the text. */
type Cut = (text: string) => string[];

/** Where a character begins that is seen: marks and joiners belong to the one before them. */
const BEGIN = String.raw`(?=\S)(?![\p{Grapheme_Extend}\p{Emoji_Modifier}\p{Mc}\u200D])`;

const paragraphs: Cut = (text) => text.split(new RegExp(String.raw`${BEGIN}(?<=\n\s*\n\s*)`, 'u'));

/** Lines, where an entry of a list goes on in lines that are indented. */
const entries: Cut = (text) => joined(text.split(/(?<=\n)/), (_, line) => /^\s/.test(line));

/** A point after which no sentence ends: that of a number, of an initial, of "Sra." */
const ABBREVIATED = /(?<!\S)(?:\d+|\p{L}|\p{Lu}\p{L}{1,2})\.\s*$/u;

const sentences: Cut = (text) =>
	joined(segments('sentence', text), (last) => !/\s$/.test(last) || ABBREVIATED.test(last));

const words: Cut = (text) => text.split(new RegExp(`${BEGIN}(?<=\\s)`, 'u'));

/** Signs that stand together without blanks between the words. */
const UNSPACED =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

const LINK = /^\S*(?::\/\/|www\.|@)/i;

/** The words of a language that writes no blanks, and emojis; links, codes and long words stay whole. */
const unspaced: Cut = (text) =>
	LINK.test(text)
		? [text]
		: joined(
				segments('word', text),
				(last, next) =>
					!UNSPACED.test(next) && !(UNSPACED.test(last) && /[\p{L}\p{N}]/u.test(next)),
			);

const lines: Cut = (text) => text.split(/(?<=\n)/);

/** What text is cut by, and code. */
const CUTS = [paragraphs, aroundBlocks, entries, sentences, words, unspaced];
const CUTS_OF_CODE = [paragraphs, lines, words, unspaced];

/**
 * The messages that a text is sent as. It is cut between paragraphs, or else between lines, sentences or
 * words, and never within a word, a link or an emoji; only blank space at the cuts is left out. A block of
 * code is cut only where it is too long for one message, and each part has its fences.
 */
export function messagePartsOf(text: string, { most, byParagraph }: Division): string[] {
	const [, ...finer] = CUTS;
	const parts = byParagraph
		? withWholeBlocks(text, paragraphs(text)).flatMap((paragraph) => within(most, paragraph, finer))
		: within(most, text, CUTS);
	return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** The text in parts of so many characters, by the first of the cuts as far as that does. */
function within(
	most: number,
	text: string,
	[cut, ...finer]: Cut[],
	sentOf = (part: string) => part.trim(),
): string[] {
	const fits = (part: string) => sentOf(part).length <= most;
	if (!cut || fits(text)) return [text];
	const block = codeBlockIn(text);
	if (block) return partsOfCode(most, block);
	const parts: string[] = [];
	for (const piece of withWholeBlocks(text, cut(text))) {
		const longer = (parts.at(-1) ?? '') + piece;
		if (fits(longer)) parts.splice(-1, 1, longer);
		else parts.push(...within(most, piece, finer, sentOf));
	}
	return parts;
}

/** The code in parts, each between the fences; without them where there is no room for both. */
function partsOfCode(most: number, { open, code, close }: CodeBlock): string[] {
	const room = most - open.length - close.length;
	if (room < 1) return within(most, code, CUTS_OF_CODE);
	// what a line begins with stays
	const sentOf = (part: string) => part.replace(/^\s*\n|\s+$/g, '');
	const parts = within(room, code, CUTS_OF_CODE, sentOf).map(sentOf);
	// the word behind the first fence says the language, or is code as well: it comes once
	const again = open.endsWith('\n') ? '```\n' : '```';
	return parts
		.filter((part) => part !== '')
		.map((part, n) => (n === 0 ? open : again) + part + close);
}

function segments(granularity: 'sentence' | 'word', text: string): string[] {
	return [...new Intl.Segmenter('pt', { granularity }).segment(text)].map(({ segment }) => segment);
}

/** The pieces, where those that belong together are one. */
function joined(pieces: string[], belong: (last: string, next: string) => boolean): string[] {
	const whole: string[] = [];
	for (const next of pieces) {
		const last = whole.at(-1);
		if (last !== undefined && belong(last, next)) whole.splice(-1, 1, last + next);
		else whole.push(next);
	}
	return whole;
}
