import { isEmoji, keyOf, said, type Word } from './replyText';
import {
	isBareNo,
	isCasual,
	isWish,
	longestPhrase,
	numberIn,
	senseOf,
	type Sense,
} from './replyWords';

/** A piece of a reply: an answer that is offered, a phrase that is known, or a word that is not. */
interface Piece {
	text: string;
	/** Whether a comma or the like stands before it. */
	apart: boolean;
	/** The place of the answer that it names. */
	answer?: number;
	number?: number;
	/** What it says by itself. */
	sense?: Sense;
}

/** What may stand before an answer that is a letter. */
const FRAME = /^(?:a )?(?:opcao|letra|alternativa|option) /;

/** What makes a reply doubtful; an answer that is offered has none of these senses. */
const UNSURE: Array<Sense | undefined> = ['doubt', 'keeps', 'undoes'];

/** The places of the answers that a plain yes and a plain no stand for. */
interface Sides {
	yes?: number;
	no?: number;
}

/**
 * The place of the answer that a reply means, from 0, among those that were offered; undefined when it is
 * none of them, several, or doubtful.
 */
export function choiceMeant(reply: string, answers: string[]): number | undefined {
	return meant(reply, answers, sidesOfChoice(answers));
}

/** Like `choiceMeant`, for two answers of which the first approves and the second does not. */
export function approvalMeant(reply: string, answers: string[]): number | undefined {
	return meant(reply, answers, sidesOfApproval(answers));
}

function meant(reply: string, answers: string[], sides: Sides): number | undefined {
	const whole = wholly(reply, answers);
	if (whole.length > 0) return only(whole);
	const { words, asks } = said(reply);
	if (asks) return undefined;
	const pieces = piecesOf(words, answers);
	return begun(pieces, answers) ?? agreed(pieces, answers, sides);
}

const only = <Value>(values: Value[]) => (new Set(values).size === 1 ? values[0] : undefined);

const placesOf = (key: string, keys: string[]) =>
	keys.flatMap((other, place) => (key !== '' && other === key ? [place] : []));

/** The answers that are all of the reply, or whose line below the question is, as exactly as can be told. */
function wholly(reply: string, answers: string[]): number[] {
	const { words, asks } = said(reply);
	const isMarked = words.some(({ text }) => isEmoji(text) && senseOf(text) !== undefined);
	const ways: Array<(text: string) => string> = [
		(text) => text.trim(),
		(text) => text.trim().toLowerCase(),
		(text) => keyUnlessAsked(text, asks, true),
		// an emoji that says something is heard later on: "não 👍"
		(text) => (isMarked ? '' : keyUnlessAsked(text, asks)),
		(text) => (isMarked ? '' : keyUnlessAsked(text, asks).replace(FRAME, '')),
	];
	const lines = answers.map((answer, place) => `${place + 1}. ${answer}`);
	const found = [answers, lines].flatMap((offered) =>
		ways.map((as) => placesOf(as(reply), offered.map(as))),
	);
	return found.find(({ length }) => length > 0) ?? [];
}

/** The words of a text as one; empty where the reply asks and the text does not: "sim?" is not "Sim". */
function keyUnlessAsked(text: string, isAsked: boolean, withEmojis = false): string {
	const { words, asks } = said(text);
	return isAsked && !asks ? '' : keyOf(words, withEmojis);
}

/** Takes the longest answers and phrases out of the words, from left to right. */
function piecesOf(words: Word[], answers: string[]): Piece[] {
	const keys = answers.map((answer) => keyOf(said(answer).words));
	const most = Math.max(longestPhrase(), ...keys.map((key) => key.split(' ').length));
	const pieces: Piece[] = [];
	for (let at = 0; at < words.length;) {
		const { size, ...piece } = longest(words.slice(at, at + most), keys);
		pieces.push(piece);
		at += size;
	}
	return pieces;
}

function longest(words: Word[], keys: string[]): Piece & { size: number } {
	const { text: word, apart } = words[0]!;
	for (let size = words.length; size > 0; size--) {
		const text = keyOf(words.slice(0, size), true);
		// a comma may stand within an answer, but ends every other phrase: "não, pode"
		const isOne = words.slice(1, size).every((other) => !other.apart);
		const sense = isOne ? senseOf(text) : undefined;
		const named = placesOf(text, keys);
		// an answer that is "a" or "o" is meant only where it is all of the reply
		const isArticle = text.length < 3 && sense === 'aside';
		if (named.length === 1 && !isArticle) {
			return { size, text, apart, answer: named[0], sense: senseOfAnswer(text) };
		}
		if (sense) return { size, text, apart, sense };
		const number = numberIn(text);
		if (number !== undefined) return { size, text, apart, number };
	}
	return { size: 1, text: word, apart, sense: isEmoji(word) ? 'aside' : undefined };
}

const isTold = ({ sense }: Piece) => sense !== 'aside';

/** What is told, without greetings, thanks, laughter and articles. */
const coreOf = (pieces: Piece[]) =>
	pieces
		.filter(isTold)
		.map(({ text }) => text)
		.join(' ');

const plainPieces = (text: string) => piecesOf(said(text).words, []);

/** The only answer that begins with what is told, as "Sim, confirmo" begins with "sim". */
function begun(pieces: Piece[], answers: string[]): number | undefined {
	const core = coreOf(pieces);
	// a number alone may be a place as well
	if (pieces.filter(isTold).every(({ number }) => number !== undefined)) return undefined;
	const found = answers.flatMap((answer, place) => {
		const whole = coreOf(plainPieces(answer));
		if (whole !== core && !whole.startsWith(`${core} `)) return [];
		// "agora" does not mean "Agora não"
		const rest = plainPieces(whole.slice(core.length));
		return rest.some(({ sense }) => sense === 'no') ? [] : [place];
	});
	return only(found);
}

/** The answer that all that is told agrees on; undefined where something speaks against it. */
function agreed(pieces: Piece[], answers: string[], sides: Sides): number | undefined {
	const told = withoutWishes(pieces).filter(isTold);
	const says = (...senses: Sense[]) => told.some(({ sense }) => sense && senses.includes(sense));
	if (isUnsure(told) || (says('yes', 'ease') && says('no')) || isDenied(pieces)) return undefined;
	const stranger = told.findIndex((piece) => isStrange(piece, answers));
	if (stranger >= 0 && !told.slice(0, stranger).some(isFirm)) return undefined;

	const named = told.flatMap((piece) => placesMeant(piece, sides));
	if (stranger >= 0) return only(named);
	const numbers = told.flatMap(({ number }) =>
		number === undefined ? [] : [placeOfNumber(number, answers)],
	);
	// a number counts alone or before words that agree with it; after them it can only contradict
	if (named.length === 0 && told[0]?.number === undefined) return undefined;
	return only([...named, ...numbers]);
}

/** Without the wish before an answer: "quero remarcar" and "pode cancelar" are no yes. */
function withoutWishes(pieces: Piece[]): Piece[] {
	return pieces.filter(
		(piece, at) => !(isWish(piece.text) && governed(pieces, at)?.answer !== undefined),
	);
}

/** The next piece that is told, where nothing parts it from the one at this place. */
function governed(pieces: Piece[], at: number): Piece | undefined {
	const rest = pieces.slice(at + 1);
	const next = rest.findIndex(isTold);
	return rest.slice(0, next + 1).some(({ apart }) => apart) ? undefined : rest[next];
}

const isUnsure = (told: Piece[]) => told.some(({ sense }) => UNSURE.includes(sense));

/** Whether a no denies what stands after it: "não quero remarcar", "não recebi". */
function isDenied(pieces: Piece[]): boolean {
	return pieces.some((piece, at) => {
		if (piece.sense !== 'no') return false;
		const next = governed(pieces, at);
		if (!next || next.sense === 'no' || next.number !== undefined) return false;
		return next.answer !== undefined || isBareNo(piece.text);
	});
}

const isStrange = ({ sense, answer, number }: Piece, answers: string[]) =>
	answer === undefined &&
	sense === undefined &&
	(number === undefined || placesOfNumber(number, answers).length === 0);

/** Whether it holds whatever is told after it. */
const isFirm = ({ text, sense, answer }: Piece) =>
	!isCasual(text) && (answer !== undefined || sense === 'yes' || sense === 'no');

function placesMeant({ answer, sense }: Piece, { yes, no }: Sides): Array<number | undefined> {
	if (answer !== undefined) return [answer];
	if (sense === 'no') return [no];
	return sense === 'yes' && yes !== undefined ? [yes] : [];
}

/** The answers that stand at this number, or have it among their words. */
function placesOfNumber(number: number, answers: string[]): number[] {
	return answers.flatMap((answer, place) => {
		const within = said(answer).words.map(({ text }) => /^\d+/.exec(text)?.[0]);
		return place + 1 === number || within.includes(String(number)) ? [place] : [];
	});
}

const placeOfNumber = (number: number, answers: string[]) => only(placesOfNumber(number, answers));

/** Whether the answer is a no by itself. A yes needs no telling: naming the answer is enough. */
function senseOfAnswer(answer: string): Sense | undefined {
	const senses = plainPieces(answer).map(({ sense }) => sense);
	return senses.includes('no') && !senses.includes('yes') ? 'no' : undefined;
}

/** The sides that the words of an answer take, where "Manter" takes that of a yes. */
function leaningsOf(answer: string): { yes: boolean; no: boolean } {
	const told = plainPieces(answer).filter(isTold);
	const says = (...senses: Sense[]) => told.some(({ sense }) => sense && senses.includes(sense));
	// "Não quero confirmar" is a no
	if (told[0]?.sense === 'no') return { yes: false, no: true };
	return { yes: says('yes', 'keeps'), no: says('no', 'undoes') };
}

/** A yes approves, and a no does not, unless the labels say otherwise, or nothing of the kind. */
function sidesOfApproval(answers: string[]): Sides {
	const [approve, disapprove] = answers.map(leaningsOf);
	if (approve?.no || disapprove?.yes) return {};
	return approve?.yes || disapprove?.no ? { yes: 0, no: 1 } : {};
}

/** In a choice, a yes and a no stand for the only answers that say just that. */
function sidesOfChoice(answers: string[]): Sides {
	const saying = (side: Sense) =>
		only(
			answers.flatMap((answer, place) => {
				const told = plainPieces(answer).filter(isTold);
				return told.length > 0 && told.every(({ sense }) => sense === side) ? [place] : [];
			}),
		);
	return { yes: saying('yes'), no: saying('no') };
}
