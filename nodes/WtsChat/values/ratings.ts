/** The numbers that somebody can choose from. */
export interface Scale {
	least: number;
	most: number;
}

/** What somebody has written who was asked for a number. */
export interface Rating {
	/** Null where it is none of the scale for sure. */
	rating: number | null;
	/** What was written besides; null where that is nothing. */
	comment: string | null;
}

/** Where a number stands that may be the answer. */
interface Found {
	/** Not a number where it is doubtful. */
	value: number;
	start: number;
	end: number;
}

const NUMERALS = [
	'zero',
	'um|uma|one',
	'dois|duas|two',
	'tres|three',
	'quatro|four',
	'cinco|five',
	'seis|six',
	'sete|seven',
	'oito|eight',
	'nove|nine',
	'dez|ten',
];

const NUMBER = String.raw`(?:\d+(?:[.,]\d+)?|(?:${NUMERALS.join('|')})\b)`;
const STAR = String.raw`(?:[⭐★🌟]\uFE0F?\s*)`;

/** A number with what belongs to it: "5", "9/10", "nove de dez", "4 estrelas", "5 ⭐". */
const ANSWER = String.raw`(?<number>${NUMBER})(?:\s*(?:/|\b(?:de|of|out of)\b)\s*(?<of>${NUMBER}))?(?:\s*\b(?<unit>estrelas?|stars?|pontos?|points?)\b)?(?:\s*(?<stars>${STAR}+))?`;

/** What says of the number after it that it is the answer: "minha nota é", "dou", "nota para o atendimento:". */
const NAME = String.raw`(?:\b(?:a|eu|minha|my|i|id|de|com)\s+)*\b(?:nota|avaliacao|avalio|pontuacao|dou|dei|daria|score|rating|rate|give)\b(?:[\s:=-]+(?:a|e|eu|o|uma?|de|do|da|com|para|pra|atendimento|servico|seria|foi|vai|ficou|is|it|an)\b)*[\s:=-]+`;

/** What may stand before an answer and means nothing. */
const ASIDE = String.raw`(?:(?:oi|ola|bom dia|boa tarde|boa noite|acho que|creio que|i think|obrigad[oa])\b[^a-z0-9⭐★🌟]*)*`;

/** Words after which a number at the end is an answer: "muito bom 5". */
const VERDICT = String.raw`\b(?:bo[ma]|otim[oa]|excelente|perfeit[oa]|top|show|maravilhos[oa]|ruim|pessim[oa]|horrivel|regular|razoavel|good|great|excellent|bad|terrible)\b`;

const WAYS = {
	named: new RegExp(`${NAME}${ANSWER}`, 'gu'),
	first: new RegExp(`^[^a-z0-9⭐★🌟]*${ASIDE}${ANSWER}`, 'gu'),
	last: new RegExp(
		String.raw`(?<=(?:[;!)\n–—]|[,.:-]\s|(?<!\d)[,.:-])\s*|${VERDICT}\s+)${ANSWER}(?=[\s.!]*$)`,
		'gu',
	),
	stars: new RegExp(`${STAR}+`, 'gu'),
};

/** What is counted or measured: "10 minutos", "2 atendentes", "5h", "10:30". */
const COUNTED =
	/^(?::\d|\s*(?:h|hrs?|min|horas?|minutos?|dias?|semanas?|mes|meses|anos?|x|vez(?:es)?|pessoas?|atendentes?|mil|reais|am|pm|hours?|days?|minutes?)\b|\s+(?!(?:mais|demais|parabens|voces|vcs|adoramos|amamos|gostamos|thanks)\b)[a-z]{3,}s\b)/;

/** What leaves open which number was meant: "4 ou 5", "4-5", "4 e meio", "10 não". */
const UNDECIDED = new RegExp(
	String.raw`^\s*(?:(?:ou|or|a|ate|to|e|-|–|/)?\s*${NUMBER}|e mei[oa]\b|%|(?:nao|not)\s*(?:$|[,.;!]))`,
	'u',
);

/** What takes back the answer after it: "não dou", "nunca daria", "não merece nota". */
const DENIED =
	/\b(?:nao|not|nem|nunca|jamais|never)\s+(?:(?:a|as|uma?|eu|lhes?|te|vou|iria|posso|poderia|consigo|quero|dar|dou|dei|darei|daria|merece|merecem|mereceu|e|foi|seria|would|will|give|it|rate)\s+)*$/;

/** What takes it back behind it: "3, aliás 4". */
const CORRECTED = /^[\s,.;-]*(?:alias|corrig\w+|digo|quer dizer|ops|oops|i mean)\b/;

/**
 * Reads what somebody has answered who was asked for a number of the scale: "5 muito bom", "nota 10!",
 * "⭐⭐⭐⭐". A number that is not on the scale, or may mean something else, is no answer.
 */
export function ratingIn(text: string, scale: Scale): Rating {
	const { least, most } = scale;
	const written = text
		.normalize('NFC')
		.replace(/(?<=\p{Nd})\uFE0F?\u20E3/gu, '')
		// "de 0 a 10, dou 8" names the scale
		.replace(new RegExp(`(?:\\bde )?\\b${least} (?:a|at[ée]|to) ${most}\\b`, 'i'), '');
	const [first, ...others] = foundIn(plainly(written), scale);
	const isSure = first && others.every(({ value }) => value === first.value);
	if (!isSure || !isOn(scale, first.value)) return { rating: null, comment: commentOf(text, '') };
	const comment = commentOf(written.slice(0, first.start), written.slice(first.end));
	return { rating: first.value, comment };
}

const isOn = ({ least, most }: Scale, value: number) =>
	Number.isInteger(value) && value >= least && value <= most;

/** The text without capitals and accents, with every character at its place. */
function plainly(text: string): string {
	const characters = [...text].map((character) => {
		const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
		return character === '🔟' ? '10' : plain.length === character.length ? plain : character;
	});
	return characters.join('');
}

/** The numbers that may be the answer; those that are called so come before all others. */
function foundIn(said: string, scale: Scale): Found[] {
	if (said.includes('?')) return [];
	const found = (way: RegExp) =>
		[...said.matchAll(way)].flatMap((match) => answerIn(said, match, scale));
	const named = found(WAYS.named);
	if (named.length > 0) return named;
	return [...found(WAYS.first), ...found(WAYS.last), ...starsIn(said, scale)];
}

function answerIn(words: string, match: RegExpExecArray, scale: Scale): Found[] {
	const [all] = match;
	const end = match.index + all.trimEnd().length;
	const [before, rest] = [words.slice(0, match.index), words.slice(end)];
	const { number = '', of, unit = '', stars = '' } = match.groups ?? {};
	if (COUNTED.test(rest)) return [];
	// an article
	if (['um', 'uma', 'one'].includes(number) && !unit && /^\s*[a-z]/.test(rest)) return [];
	const value = numberOf(number);
	const isDenied =
		DENIED.test(before) || CORRECTED.test(rest) || /(?:^|\s)[-−]$/.test(upTo(number, words, match));
	const isOther =
		(of !== undefined && numberOf(of) !== scale.most) ||
		(/estrela|star/.test(unit) && scale.most !== 5) ||
		(scale.most === 5 && countOf(stars) > 1 && countOf(stars) !== value);
	const isDoubtful = isDenied || isOther || UNDECIDED.test(rest);
	return [{ value: isDoubtful ? NaN : value, start: match.index, end }];
}

/** What stands before the number of a match. */
function upTo(number: string, words: string, { index, 0: all }: RegExpExecArray): string {
	return words.slice(0, index + all.indexOf(number));
}

function numberOf(written: string): number {
	const place = NUMERALS.findIndex((names) => names.split('|').includes(written));
	return place < 0 ? Number(written.replace(',', '.')) : place;
}

/** Stars in a row count themselves, where five are the most; a single one among words is an ornament. */
function starsIn(words: string, { most }: Scale): Found[] {
	if (/\p{Nd}/u.test(words)) return [];
	return [...words.matchAll(WAYS.stars)].flatMap(({ index, 0: all }) => {
		const count = countOf(all);
		if (count === 1 && /[a-z]/.test(words)) return [];
		return [{ value: most === 5 ? count : NaN, start: index, end: index + all.length }];
	});
}

const countOf = (stars: string) => [...stars.matchAll(/[⭐★🌟]/gu)].length;

/** What stands before and after the answer, without the signs that part them from it. */
function commentOf(before: string, after: string): string | null {
	const ends = [before.replace(/[\s,;:(\-–—]+$/, ''), after.replace(/^[\s,.;:/)!\-–—]+/, '')];
	const comment = ends.join(' ').trim();
	return /[\p{L}\p{N}\p{So}]/u.test(comment) ? comment : null;
}
