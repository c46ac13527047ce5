import type { Given } from '../../../nodes/WtsChat/fields/given';
import { Input } from '../../../nodes/WtsChat/fields/field';
import {
	boolean,
	dayOf,
	file,
	json,
	moment,
	number,
} from '../../../nodes/WtsChat/fields/kinds/plain';
import { blanks, look, read, readOfModel, refusal } from './support';

const quotationMarks = ['"', "'", '`'];

describe('a number', () => {
	const field = number({ ...look, default: 0 });

	test.each(blanks)('is blank where it is %j', (blank) => {
		expect(read(field, blank)).toBeUndefined();
	});

	test.each([
		['1490.5', 1490.5],
		['R$ 10', 10],
		['1.490,50', 1490.5],
		[0, 0],
		['0', 0],
		[-1.5, -1.5],
	])('may be given as %j, which is %d', (given, value) => {
		expect(read(field, given)).toBe(value);
	});

	test('that can be two is refused with both', () => {
		expect(refusal(field, '1.490')).toMatchObject({
			message: "'Any Field' can be two numbers; write 1490 or 1.4900",
			remedy: 'Its value is now "1.490".',
		});
	});

	test.each(['US$ 10', '1 490', NaN, Infinity, true, {}])('is not %p', (given) => {
		expect(refusal(field, given).message).toBe("'Any Field' has to be a number");
	});

	test.each(quotationMarks)('stands between the %s of a model', (mark) => {
		expect(readOfModel(field, ` ${mark}1490.5${mark}\n`)).toBe(1490.5);
	});
});

describe('a truth value', () => {
	const field = boolean({ ...look, default: false });

	test.each<[unknown, boolean | undefined]>([
		[true, true],
		[false, false],
		['true', true],
		['false', false],
		['TRUE', true],
		['False', false],
		['"true"', true],
		...blanks.map((blank): [unknown, undefined] => [blank, undefined]),
	])('given as %p is %p', (given, value) => {
		expect(read(field, given)).toBe(value);
	});

	test('of a model may be written large', () => {
		expect(readOfModel(field, 'True')).toBe(true);
	});

	test.each(['yes', 1, 0, {}, 'trueish', 'untrue', 'not false', '0', ['true']])(
		'is not %j',
		(given) => {
			expect(refusal(field, given).message).toBe("'Any Field' has to be true or false");
		},
	);
});

describe('a moment', () => {
	const field = moment(look);

	test.each(blanks)('is blank where it is %j', (blank) => {
		expect(read(field, blank)).toBeUndefined();
	});

	test.each([
		['without a zone: the workflow’s', '2026-09-15T13:00:00', '2026-09-15T16:00:00.000Z'],
		['with a blank instead of T', '2026-09-15 13:00', '2026-09-15T16:00:00.000Z'],
		['as a date alone: its first minute', '2026-09-15', '2026-09-15T03:00:00.000Z'],
		['in UTC', '2026-09-15T13:00:00Z', '2026-09-15T13:00:00.000Z'],
		['with an offset', '2026-09-15T13:00:00+02:00', '2026-09-15T11:00:00.000Z'],
		['with seven digits of a second', '2026-09-15T13:00:00.9250791Z', '2026-09-15T13:00:00.925Z'],
		['in milliseconds', Date.UTC(2026, 8, 15, 13), '2026-09-15T13:00:00.000Z'],
		['in seconds', Date.UTC(2026, 8, 15, 13) / 1_000, '2026-09-15T13:00:00.000Z'],
		['as a number of a sheet', '46280,5', '2026-09-15T15:00:00.000Z'],
		['as a Date', new Date(Date.UTC(2026, 8, 15, 13)), '2026-09-15T13:00:00.000Z'],
		[
			'as a DateTime of another Luxon',
			{ toMillis: () => Date.UTC(2026, 8, 15, 13) },
			'2026-09-15T13:00:00.000Z',
		],
	])('may be given %s', (_, given, value) => {
		expect(read(field, given)).toBe(value);
	});

	test.each(['15/09/2026', 'tomorrow', '2026', '16:41', 0, true, {}, NaN])('is not %p', (given) => {
		expect(refusal(field, given).message).toContain("'Any Field' is not a date and time");
	});

	test.each(quotationMarks)('stands between the %s of a model', (mark) => {
		const quoted = ` ${mark}2026-09-15T13:00:00${mark}\n`;
		expect(readOfModel(field, quoted)).toBe('2026-09-15T16:00:00.000Z');
	});
});

describe('a day', () => {
	const field = new Input({ ...look, type: 'dateTime', default: '' }, (given: Given) =>
		dayOf(given),
	);

	test.each([
		['2026-09-15', '2026-09-15'],
		['2026-09-15T23:30:00', '2026-09-15'],
		[new Date('2026-09-16T02:30:00Z'), '2026-09-15'],
	])('%p is %s', (given, day) => {
		expect(read(field, given)).toBe(day);
	});

	test.each(blanks)('is blank where it is %j', (blank) => {
		expect(read(field, blank)).toBeUndefined();
	});

	test.each(['15/09/2026', 'tomorrow', true])(
		'is not %j, which is refused with how to write one',
		(given) => {
			const { message, remedy } = refusal(field, given);
			expect(message).toBe("'Any Field' is not a date; write it like 2026-09-15");
			expect(remedy).toContain(JSON.stringify(given));
		},
	);
});

describe('JSON', () => {
	const field = json(look);

	test.each(blanks)('is blank where it is %j', (blank) => {
		expect(read(field, blank)).toBeUndefined();
	});

	test.each([
		['{ "a": null }', { a: null }],
		[{ a: 1 }, { a: 1 }],
		['{}', {}],
	])('may be given as %j', (given, value) => {
		expect(read(field, given)).toEqual(value);
	});

	test.each(['{ "a": ', '[1]', '"text"', 'null', 5, [1], true])('is an object, not %j', (given) => {
		expect(refusal(field, given).message).toBe(
			`'Any Field' has to be a JSON object like { "key": "value" }`,
		);
	});
});

describe('a file', () => {
	const fileIn = jest.fn((name: string, mimeType: string) => ({
		name,
		mimeType,
		content: async () => await Promise.reject(new Error('Nobody needs the content')),
	}));

	test('is the one of the item that the field names, looked for by the label of the field', () => {
		expect(read(file(look), ' data ', { fileIn })).toMatchObject({
			name: 'data',
			mimeType: 'Any Field',
		});
	});

	test.each(blanks)('is not looked for where the field holds %j', (blank) => {
		fileIn.mockClear();
		expect(read(file(look), blank, { fileIn })).toBeUndefined();
		expect(fileIn).not.toHaveBeenCalled();
	});
});
