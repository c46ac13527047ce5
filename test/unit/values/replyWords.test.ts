import { keyOf, said } from '../../../nodes/WtsChat/values/replyText';
import {
	isBareNo,
	isCasual,
	isWish,
	longestPhrase,
	numberIn,
	senseOf,
} from '../../../nodes/WtsChat/values/replyWords';

const keyOfPhrase = (phrase: string) => keyOf(said(phrase).words);

/** Each phrase with what is found of it. */
const all = <What>(phrases: string[], what: (key: string) => What) =>
	Object.fromEntries(phrases.map((phrase) => [phrase, what(keyOfPhrase(phrase))]));

const SENSES = {
	Sim: 'yes',
	'é claro que sim': 'yes',
	ok: 'yes',
	'tá bom': 'yes',
	Não: 'no',
	'claro que não': 'no',
	'não posso': 'no',
	'hoje não posso': 'no',
	'agora não dá': 'no',
	'amanhã não tenho interesse': 'no',
	'agora não': 'no',
	'hoje não vou': 'no',
	'hoje posso': undefined,
	talvez: 'doubt',
	'não sei': 'doubt',
	cancelar: 'undoes',
	manter: 'keeps',
	'sem problema': 'ease',
	'por favor': 'aside',
	kkkkk: 'aside',
	'': undefined,
	casa: undefined,
};

const NUMBERS = {
	'1': 1,
	'42': 42,
	'2ª': 2,
	'3º': 3,
	dois: 2,
	três: 3,
	six: 6,
	'opção um': 1,
	'número uma': 1,
	'opção cinco': 5,
	'número quatro': 4,
	'option one': 1,
	'number four': 4,
	'a primeira': 1,
	'o segundo': 2,
	'the third': 3,
	'quarta opção': 4,
	'a quinta opção': 5,
	'the sixth option': 6,
	// these alone may mean something else
	um: undefined,
	primeira: undefined,
	segunda: undefined,
	opção: undefined,
	número: undefined,
	'': undefined,
};

const CASUAL = {
	ok: true,
	'agora não': true,
	'não vou': true,
	'hoje não vou': true,
	sim: false,
	'não posso': false,
};

// in one test, because the words are learned once: only the first test would see a fault in that
test('words and phrases say what people mean by them', () => {
	expect(all(Object.keys(SENSES), senseOf)).toEqual(SENSES);
	expect(all(Object.keys(NUMBERS), numberIn)).toEqual(NUMBERS);
	expect(all(Object.keys(CASUAL), isCasual)).toEqual(CASUAL);
	expect(all(['quero', 'pode', 'sim'], isWish)).toEqual({ quero: true, pode: true, sim: false });
	expect(all(['não', 'never', 'não posso'], isBareNo)).toEqual({
		não: true,
		never: true,
		'não posso': false,
	});
	const longest = 'amanhã não estou de acordo'.split(' ').length;
	expect(senseOf(keyOfPhrase('amanhã não estou de acordo'))).toBe('no');
	expect(longestPhrase()).toBeGreaterThanOrEqual(longest);
});
