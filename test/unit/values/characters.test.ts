import {
	capitalized,
	inOneLine,
	inShort,
	plain,
	strangerIn,
	visible,
} from '../../../nodes/WtsChat/values/characters';

test.each([
	'\u00ad',
	'\u200b',
	'\u200e',
	'\u200f',
	'\u202a',
	'\u202e',
	'\u2060',
	'\u2066',
	'\u2069',
	'\ufe0f',
	'\ufeff',
])('%j is not seen: it is taken out of a plain text, and shown by name', (unseen) => {
	const code = unseen.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
	expect(plain(`${unseen}a${unseen}b`)).toBe('ab');
	expect(visible(`a${unseen}b`)).toBe(`a[U+${code}]b`);
});

test.each(['\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '\uff0d'])(
	'%j is a dash',
	(dash) => {
		expect(plain(`a${dash}b`)).toBe('a-b');
	},
);

test.each(['\u00a0', '\u2009', '\u202f', '\u3000', '\t', '\r\n', '  '])(
	'%j is a blank',
	(blank) => {
		expect(plain(`${blank}a${blank}b${blank}`)).toBe('a b');
	},
);

test('wide letters, digits and signs become those of a keyboard', () => {
	expect(plain('（＋５５）＠ａ')).toBe('(+55)@a');
});

test('what can be seen stays as it is, and is not named', () => {
	for (const text of ['ação 👍 1² – ٣', 'a b', '"']) expect(visible(text)).toBe(text);
	expect(visible('a\u00a0b\u0000')).toBe('a[U+00A0]b[U+0000]');
	expect(plain('ação 👍 1² ٣')).toBe('ação 👍 1² ٣');
});

test('the first character that does not belong is named', () => {
	expect(strangerIn('12👍a', /\d/)).toBe('The character 👍 (U+1F44D) does not belong in it.');
	expect(strangerIn('1 2', /\d/)).toBe('The character U+0020 does not belong in it.');
	expect(strangerIn('1\u0000', /\d/)).toBe('The character U+0000 does not belong in it.');
	expect(strangerIn('12', /\d/)).toBeUndefined();
});

test('a value stands in a message as JSON, with the unseen by name, and cut after 120 characters', () => {
	expect(inShort('a\u200b')).toBe('"a[U+200B]"');
	expect(inShort([1, null])).toBe('[1,null]');
	expect(inShort(undefined)).toBe('undefined');
	expect(inShort('a'.repeat(118))).toBe(`"${'a'.repeat(118)}"`);
	expect(inShort('a'.repeat(119))).toBe(`"${'a'.repeat(119)}…`);
});

test.each<[unknown, string]>([
	[' a\n\n b\t', 'a b'],
	['12345', '12345'],
	['123456', '12345…'],
	['1 \n 345 6', '1 345…'],
	[undefined, ''],
	[null, ''],
	[123456, ''],
	[['a'], ''],
])('%j stands in one line of five characters as %j', (text, line) => {
	expect(inOneLine(text, 5)).toBe(line);
});

test('a line is as long as its text, where no most is given', () => {
	expect(inOneLine('a\n'.repeat(500))).toBe('a '.repeat(500).trim());
});

test.each([
	['channel', 'Channel'],
	['to a contact', 'To a contact'],
	['último', 'Último'],
	['ID', 'ID'],
	['', ''],
])('%j begins a sentence as %j', (text, beginning) => {
	expect(capitalized(text)).toBe(beginning);
});
