import fc from 'fast-check';
import { Input } from '../../../nodes/WtsChat/fields/field';
import { choices } from '../../../nodes/WtsChat/fields/kinds/choice';
import { id } from '../../../nodes/WtsChat/fields/kinds/id';
import { phone } from '../../../nodes/WtsChat/fields/kinds/phone';
import { boolean, json, moment, number } from '../../../nodes/WtsChat/fields/kinds/plain';
import { text, texts } from '../../../nodes/WtsChat/fields/kinds/text';
import { runs } from '../../support/runs';
import { ID, look, read, readOfModel, refusal } from './support';

describe('a value that a model has written', () => {
	const options = [{ name: 'A', value: 'a' as const }];
	const fields = [
		id(look),
		phone(look),
		moment(look),
		number({ ...look, default: 0 }),
		boolean({ ...look, default: false }),
		json(look),
		text(look),
		texts(look),
		choices({ ...look, options }),
	];

	test.each(['null', 'undefined', 'NULL', 'Undefined', ' NULL\n', '', null])(
		'is none where it is %j',
		(nothing) => {
			for (const field of fields) expect(readOfModel<unknown>(field, nothing)).toBeUndefined();
		},
	);

	test.each(['nullable', 'not null', 'undefined?', 'none', '0'])(
		'is one where it is %j',
		(word) => {
			expect(readOfModel(text(look), word)).toBe(word);
		},
	);

	test('is found inside a resource locator', () => {
		const located = { __rl: true, mode: 'id', value: 'null' };
		expect(readOfModel(id(look), located)).toBeUndefined();
		expect(refusal(id(look), located).remedy).toContain('"null"');
	});

	test('is told from the word null that a workflow gives, which is a word like any other', () => {
		expect(read(text(look), 'null')).toBe('null');
		expect(refusal(id(look), 'null').remedy).toContain('null');
	});
});

describe('a refusal shows the value', () => {
	const shown = (value: unknown) => refusal(boolean({ ...look, default: false }), value).remedy;

	test.each([
		['a\u200b\u00a0', '"a[U+200B]"'],
		['a', '"a"'],
		['a "b"', '"a \\"b\\""'],
		[[1, 'a'], '[1,"a"]'],
		[{ a: null }, '{"a":null}'],
		[Symbol('s'), 'Symbol(s)'],
	])('%p as %s', (value, written) => {
		expect(shown(value)).toBe(`Its value is now ${written}.`);
	});

	test('in short where it is long', () => {
		expect(shown('a'.repeat(118))).toBe(`Its value is now "${'a'.repeat(118)}".`);
		expect(shown('a'.repeat(119))).toBe(`Its value is now "${'a'.repeat(119)}…`);
		fc.assert(
			fc.property(fc.string({ minLength: 200, maxLength: 5000 }), (long) => {
				expect(shown(`x${long}`).length).toBeLessThan(150);
			}),
			runs(100),
		);
	});
});

test('a mistake of a parser is not taken for one of the value', () => {
	const broken = new Input({ ...look, type: 'string', default: '' }, (given) =>
		given.parsed(() => {
			throw new TypeError('x is not a function');
		}),
	);
	expect(() => read(broken, ID)).toThrow(TypeError);
});
