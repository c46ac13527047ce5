import fc from 'fast-check';
import { parse, parsedList, trimmed, unquoted } from '../../../nodes/WtsChat/values/parse';
import { runs } from '../../support/runs';

test('JSON is read, with or without blanks around it', () => {
	fc.assert(
		fc.property(fc.jsonValue(), fc.constantFrom('', ' ', '\n\t'), (value, blanks) => {
			const text = JSON.stringify(value);
			expect(JSON.stringify(parse(blanks + text + blanks))).toBe(text);
		}),
		runs(100),
	);
});

test.each(['', '{', 'abc', "{'a': 1}", 'undefined'])('%j is no JSON', (text) => {
	expect(parse(text)).toBeUndefined();
});

test.each([
	['[]', []],
	['["a", 1, null]', ['a', 1, null]],
	[' \n["a,b"]\t', ['a,b']],
])('%j is a list', (text, list) => {
	expect(parsedList(text)).toEqual(list);
});

test.each(['', 'a, b', '[a, b]', '["a"', '{ "a": [1] }', '"[1]"', '1', 'null'])(
	'%j is no list in JSON',
	(text) => {
		expect(parsedList(text)).toBeUndefined();
	},
);

test('only a text loses the blanks around it', () => {
	expect(trimmed(' \n a b\t')).toBe('a b');
	const list = [' a '];
	expect(trimmed(list)).toBe(list);
	expect([0, null, undefined, false].map(trimmed)).toEqual([0, null, undefined, false]);
});

test.each([
	['"a"', 'a'],
	["'a'", 'a'],
	['`a`', 'a'],
	['" a b\n"', 'a b'],
	['"a\nb"', 'a\nb'],
	['"it\'s"', "it's"],
	['""', ''],
])('%j stands in quotation marks', (text, value) => {
	expect(unquoted(text)).toBe(value);
});

test.each(['a', '', '"', '"a', 'a"', '"a\'', 'say "a"', '"a" of b', ' "a" '])(
	'%j stays as it is',
	(text) => {
		expect(unquoted(text)).toBe(text);
	},
);
