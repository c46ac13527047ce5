import { plainText, text, texts } from '../../../nodes/WtsChat/fields/kinds/text';
import { blanks, look, read, readOfModel, refusal } from './support';

describe('a text', () => {
	test.each(blanks)('is blank where it is %j', (blank) => {
		expect(read(text(look), blank)).toBeUndefined();
	});

	test.each([
		[' a ', 'a'],
		[42, '42'],
		[0, '0'],
		[true, 'true'],
		[false, 'false'],
	])('may be given as %p, which is %j', (value, read_) => {
		expect(read(text(look), value)).toBe(read_);
	});

	test.each([{ id: 'a' }, ['a']])('is not %j', (value) => {
		expect(refusal(text(look), value).message).toBe("'Any Field' has to be a text");
	});

	test.each(['"', "'", '`'])('keeps the %s around it, of a model as well', (mark) => {
		const quoted = `${mark}A 1${mark}`;
		expect(read(text(look), quoted)).toBe(quoted);
		expect(readOfModel(text(look), ` ${quoted}\n`)).toBe(quoted);
	});
});

test('an address or a name loses what nobody sees', () => {
	expect(read(plainText(look), '\u200bjulia@example.com\ufeff')).toBe('julia@example.com');
	for (const blank of [...blanks, '\u200b']) expect(read(plainText(look), blank)).toBeUndefined();
	expect(refusal(plainText(look), {}).message).toBe("'Any Field' has to be a text");
});

describe('several texts', () => {
	test.each([
		['a, b', ['a', 'b']],
		[' a ', ['a']],
		['a,, b ,', ['a', 'b']],
		['"a", \'b\'', ['a', 'b']],
		['["a, b", " c "]', ['a, b', 'c']],
		[
			['a', ' b ', '', null, undefined],
			['a', 'b'],
		],
		[
			['a', 5, 0],
			['a', '5', '0'],
		],
		[5, ['5']],
	])('may be given as %j, which are %j', (value, given) => {
		expect(read(texts(look), value)).toEqual(given);
	});

	test.each([...blanks, [], ['', null], ',', ' , ', '[]', '""'])('are none in %j', (value) => {
		expect(read(texts(look), value)).toBeUndefined();
	});

	test.each([true, { a: 1 }])('are not %j, which is no list', (value) => {
		const { message, remedy } = refusal(texts(look), value);
		expect(message).toBe("'Any Field' has to be a list");
		expect(remedy).toBe(`Its value is now ${JSON.stringify(value)}.`);
	});

	test.each([true, { a: 1 }, ['b']])('hold no %j', (entry) => {
		const { message, remedy } = refusal(texts(look), ['a', entry]);
		expect(message).toBe("'Any Field' has to be a list of texts");
		expect(remedy).toBe(`Its value is now ${JSON.stringify(entry)}.`);
	});
});
