import { formOf, valuesOf } from '../../../nodes/WtsChat/fields/field';
import { InputError } from '../../../nodes/WtsChat/fields/inputError';
import { choice } from '../../../nodes/WtsChat/fields/kinds/choice';
import { id } from '../../../nodes/WtsChat/fields/kinds/id';
import { phone } from '../../../nodes/WtsChat/fields/kinds/phone';
import { boolean, file, json, moment, number } from '../../../nodes/WtsChat/fields/kinds/plain';
import { rows } from '../../../nodes/WtsChat/fields/kinds/rows';
import { plainText, text, texts } from '../../../nodes/WtsChat/fields/kinds/text';
import { together } from '../../../nodes/WtsChat/fields/kinds/together';
import { atLeastOne } from '../../../nodes/WtsChat/fields/membership';
import { say } from '../../../nodes/WtsChat/values/sentence';
import { sourceOf } from '../../support/source';
import { blanks, ID, look, read, refusal } from './support';

const options = [{ name: 'A', value: 'a' as const }];
const fileIn = (name: string, mimeType: string) => ({
	name,
	mimeType,
	content: async () => await Promise.reject(new Error('Nobody needs the content')),
});

/** Fields of every kind that can be blank, with a value and with what is read of it. */
const KINDS = [
	['a text', text(look), ' a ', 'a'],
	['a name', plainText(look), 'a', 'a'],
	['several texts', texts(look), 'a', ['a']],
	['an ID', id(look), ID, ID],
	['a phone number', phone(look), '+55 11 90000-0001', '5511900000001'],
	['a number', number({ ...look, default: 1 }), '0', 0],
	['a truth value', boolean({ ...look, default: true }), 'false', false],
	['a moment', moment(look), '2026-09-15', '2026-09-15T03:00:00.000Z'],
	['JSON', json(look), '{}', {}],
	['a choice', choice({ ...look, options, default: 'a' }), 'a', 'a'],
	['a file', file(look), ' data ', expect.objectContaining({ name: 'data' })],
] as const;

const EMPTY =
	"Fill in 'Any Field'. If it holds an expression, the expression gives nothing for this item.";

test('what a field says beside that it is empty stands behind the rest', () => {
	for (const needed of [text(look).required('Or leave it.'), text(look).filledIn('Or leave it.')]) {
		expect(refusal(needed, '').remedy).toBe(`${EMPTY} Or leave it.`);
	}
});

describe.each(KINDS)('%s that has to be filled in', (_, field, value, expected) => {
	test.each(blanks)('is empty when it holds %j, and the remedy names it', (blank) => {
		for (const needed of [field.required(), field.filledIn()]) {
			const { message, remedy } = refusal(needed, blank);
			expect(message).toBe("'Any Field' is empty");
			expect(remedy).toBe(EMPTY);
		}
	});

	test('gives its value', () => {
		for (const needed of [field.required(), field.filledIn()]) {
			expect(read<unknown>(needed, value, { fileIn })).toEqual(expected);
		}
	});

	test('says so in the form only where that is meant', () => {
		expect(field.required().property).toEqual({ ...field.property, required: true });
		expect(field.filledIn().property).toEqual(field.property);
	});
});

describe('a field that is checked', () => {
	const shouting = text(look).checked((value, label) => {
		if (value !== 'no') return value.toUpperCase();
		throw new InputError(say`'${label}' says no`, 'Say something else.');
	});

	test('gives what the check makes of its value', () => {
		expect(read(shouting, 'a')).toBe('A');
	});

	test.each(blanks)('is not checked where it holds %j', (blank) => {
		expect(read(shouting, blank)).toBeUndefined();
		expect(refusal(shouting.required(), blank).message).toBe("'Any Field' is empty");
	});

	test('is refused by its own label, under whatever name it goes', () => {
		expect(refusal(shouting, 'no').message).toBe("'Any Field' says no");
		expect(refusal(shouting.required(), 'no').message).toBe("'Any Field' says no");
		const earlier = text({ ...look, displayName: 'Earlier' }).checked(() => 'a');
		expect(refusal(earlier.with({ displayName: 'Later' }).required(), '').message).toBe(
			"'Later' is empty",
		);
	});

	test('is as empty with a null that a check gives as with nothing', () => {
		const gone = text(look).checked(() => null);
		expect(refusal(gone.required(), 'a').message).toBe("'Any Field' is empty");
		expect(
			read(
				gone.checked(() => 'a'),
				'a',
			),
		).toBeUndefined();
	});

	test('keeps 0, false and an empty list', () => {
		const same = (value: unknown) => ({ value });
		expect(read(number({ ...look, default: 1 }).checked(same), 0)).toEqual({ value: 0 });
		expect(read(boolean({ ...look, default: true }).checked(same), false)).toEqual({
			value: false,
		});
		const row = { displayName: 'Row', name: 'row' };
		const several = rows({ ...look, row, members: { part: text(look) } });
		expect(read(several.checked(same), undefined)).toEqual({ value: [] });
	});
});

test('rows of which there has to be one are refused where there is none', () => {
	const row = { displayName: 'Row', name: 'row' };
	const some = atLeastOne(rows({ ...look, row, members: { part: text(look) } }));
	expect(read(some, { row: { field: 'a' } })).toEqual([{ part: 'a' }]);
	for (const none of [...blanks, {}, { row: [] }]) {
		expect(refusal(some, none)).toMatchObject({
			message: "'Any Field' is empty",
			remedy: "Add at least one row to 'Any Field'.",
		});
	}
});

describe('a field', () => {
	const field = text(look);

	test('is called by its label and its name', () => {
		expect([field.label, field.name]).toEqual(['Any Field', 'field']);
		expect(field.form).toEqual([{ ...look, type: 'string', default: '' }]);
	});

	test('with another look reads the same under the new name', () => {
		const other = field.with({ name: 'other', displayName: 'Other' });
		expect(other.read(sourceOf({ field: 'a', other: 'b' }))).toBe('b');
		expect(other.label).toBe('Other');
		expect(field.label).toBe('Any Field');
	});
});

describe('fields', () => {
	const one = text({ displayName: 'One', name: 'first' });
	const two = text({ displayName: 'Two', name: 'second' });
	const both = together({ one, two }, (values) => Object.values(values).join());

	test('are shown in their order', () => {
		expect(formOf({ two, one, both })).toEqual(
			[two, one, one, two].map(({ property }) => property),
		);
	});

	test('are read by the names that they go by', () => {
		const source = sourceOf({ first: 'a', second: '' });
		expect(valuesOf({ two, one, both }, source)).toStrictEqual({
			two: undefined,
			one: 'a',
			both: 'a,',
		});
	});

	test('are refused at the first that cannot be read', () => {
		const source = sourceOf({ first: [], second: [] });
		expect(() => valuesOf({ two, one }, source)).toThrow("'Two' has to be a text");
	});
});
