import type { IDataObject } from 'n8n-workflow';
import { fieldsOf, mapper } from '../../../nodes/WtsChat/fields/kinds/mapper';
import { sourceOf } from '../../support/source';
import { ID, look, read, readOfModel, refusal } from './support';

const method = { resourceMapperMethod: 'getFields', mode: 'add' as const };
const form = mapper({ ...look, mapper: method });

/** What is read of a dynamic form. */
const mapped = (given: unknown) => read(form, given);

const field = (type: string, more: IDataObject = {}) => ({
	schema: [{ id: 'f', displayName: 'Plan', type, ...more }],
});

const holding = (type: string, value: unknown, more?: IDataObject) => ({
	...field(type, more),
	mappingMode: 'defineBelow',
	value: { f: value },
});

test('a dynamic form says what fills it, and anew with which fields', () => {
	const alone = { resourceMapper: method };
	expect(form.property).toMatchObject({
		type: 'resourceMapper',
		default: { mappingMode: 'defineBelow', value: null },
		typeOptions: alone,
	});
	expect(Object.keys(form.property.typeOptions ?? {})).toEqual(['resourceMapper']);
	const following = mapper({ ...look, dependsOn: ['panelId.value'], mapper: method });
	expect(following.property.typeOptions).toEqual({
		loadOptionsDependsOn: ['panelId.value'],
		...alone,
	});
});

test.each([undefined, null, 'a', {}])('%j describes no fields', (given) => {
	expect(fieldsOf(given)).toEqual([]);
});

test.each([undefined, null, '', 'a', 5, [], {}, { mappingMode: 'defineBelow', value: null }])(
	'%j has no values',
	(given) => expect(mapped(given)).toBeUndefined(),
);

test('values without a description of their fields stay as they are', () => {
	expect(mapped({ value: { a: 1, b: ' x ', c: null, d: '', e: ' ' } })).toEqual({ a: 1, b: 'x' });
});

test.each<[string, IDataObject, unknown, unknown]>([
	['number', {}, '12', 12],
	['number', {}, 0, 0],
	['boolean', {}, 'false', false],
	['string', {}, 12, '12'],
	['time', {}, '14:30', '14:30'],
	['array', {}, 'a, b', ['a', 'b']],
	['array', {}, '["a,b", "c"]', ['a,b', 'c']],
	['dateTime', {}, '2026-09-20T12:00:00', '2026-09-20T15:00:00.000Z'],
	['dateTime', { dateOnly: true }, '2026-09-20', '2026-09-20'],
	['dateTime', { dateOnly: true }, '2026-09-20T23:30:00', '2026-09-20'],
	['dateTime', { dateOnly: true }, '2026-09-20T23:30:00-03:00', '2026-09-20'],
])('%s %j: %j is read as %j', (type, more, value, expected) => {
	expect(mapped(holding(type, value, more))).toEqual({ f: expected });
});

test('each of several fields is read by its own type, and what only shows something not at all', () => {
	const schema = [
		{ id: 'n', displayName: 'Number', type: 'number' },
		{ id: 'b', displayName: 'Boolean', type: 'boolean' },
		{ id: 't', displayName: 'Text', type: 'string' },
		{ id: 'r', displayName: 'Shown', type: 'string', readOnly: true, required: true },
	];
	const given = { n: '7', b: 'true', t: 5, r: 'Olá {{nome}}' };
	expect(mapped({ schema, mappingMode: 'defineBelow', value: given })).toEqual({
		n: 7,
		b: true,
		t: '5',
	});
});

describe('a field of a dynamic form', () => {
	const options = [
		{ name: 'A', value: 'a' },
		{ name: 'B', value: 'b' },
	];

	test('takes only what it offers', () => {
		expect(mapped(holding('options', 'a', { options }))).toEqual({ f: 'a' });
		expect(mapped(holding('array', 'a, b, a', { options }))).toEqual({ f: ['a', 'b'] });
		for (const type of ['options', 'array']) {
			expect(refusal(form, holding(type, 'c', { options })).message).toBe(
				"'Plan' has to be one of a, b",
			);
		}
		expect(refusal(form, holding('options', 'a')).message).toContain('has to be one of');
	});

	test('offers values of whatever type', () => {
		const more = {
			options: [
				{ name: 'One', value: 1 },
				{ name: 'Yes', value: true },
			],
		};
		expect(mapped(holding('options', 1, more))).toEqual({ f: 1 });
		expect(mapped(holding('options', true, more))).toEqual({ f: true });
		expect(() => mapped(holding('options', '1', more))).toThrow('has to be one of 1, true');
		expect(refusal(form, holding('options', '2', more))).toMatchObject({
			message: "'Plan' has to be one of 1, true",
			remedy: 'Its value is now "2".',
		});
	});

	test.each(['number', 'boolean', 'dateTime'])('refuses what is no %s by its own label', (type) => {
		expect(refusal(form, holding(type, 'x')).message).toMatch(/^'Plan' (has to be|is not)/);
	});

	test.each(['number', 'boolean', 'dateTime', 'array', 'options', 'string'])(
		'is left out where it is blank (%s)',
		(type) => {
			expect(mapped(holding(type, ' ', { options }))).toBeUndefined();
		},
	);

	test('is refused by its name where it is needed and blank', () => {
		for (const value of [{}, { f: ' ' }, null]) {
			const given = { ...field('string', { required: true }), value };
			expect(refusal(form, given).message).toBe("'f' is empty");
		}
	});

	test('is refused where it is blank beside one that is filled in', () => {
		const schema = ['a', 'b'].map((id) => ({ id, displayName: id, required: true }));
		expect(refusal(form, { schema, value: { a: '1' } }).message).toBe("'b' is empty");
		expect(refusal(form, { schema, value: { b: '1' } }).message).toBe("'a' is empty");
		expect(mapped({ schema, value: { a: '1', b: '2' } })).toEqual({ a: '1', b: '2' });
	});

	test('may hold a resource locator, which an expression gives', () => {
		expect(mapped(holding('string', { mode: 'id', value: 'Anual' }))).toEqual({ f: 'Anual' });
	});

	test('is left out where a model says in words that it has no value', () => {
		expect(readOfModel(form, holding('string', 'null'))).toBeUndefined();
		expect(mapped(holding('string', 'null'))).toEqual({ f: 'null' });
	});

	test('names nothing, even with an ID for its value', () => {
		const source = sourceOf({ field: holding('string', ID) });
		expect(form.read(source)).toEqual({ f: ID });
		expect(source.subjects).toEqual([]);
	});
});
