import type { IDataObject } from 'n8n-workflow';
import { id } from '../../../nodes/WtsChat/fields/kinds/id';
import { keyValues, rows } from '../../../nodes/WtsChat/fields/kinds/rows';
import { text } from '../../../nodes/WtsChat/fields/kinds/text';
import { sourceOf } from '../../support/source';
import { blanks, ID, look, OTHER, read, refusal } from './support';

const inner = text({ displayName: 'Inner', name: 'inner' });
const row = { displayName: 'Row', name: 'row' };
const field = rows({ ...look, row, members: { part: inner } });
const pairs = keyValues({ ...look, row, keyExample: 'a', valueExample: 'b' });

const none = [...blanks, {}, { row: [] }, { row: ['a', null] }, 'a', []];

describe('rows', () => {
	test('show the fields of each', () => {
		expect(field.property).toMatchObject({ type: 'fixedCollection', default: {} });
		expect(field.property.typeOptions).toEqual({ multipleValues: true });
		expect(field.property.options).toEqual([{ ...row, values: [inner.property] }]);
	});

	test('are read one by one, in their order', () => {
		expect(read(field, { row: [{ inner: ' a ' }, {}, { inner: 'b' }] })).toEqual([
			{ part: 'a' },
			{ part: undefined },
			{ part: 'b' },
		]);
	});

	test('that do not repeat are one row', () => {
		expect(read(field, { row: { inner: 'a' } })).toEqual([{ part: 'a' }]);
	});

	test.each(none)('are none in %j', (value) => {
		expect(read(field, value)).toEqual([]);
	});

	test('are refused by the label of the field inside them', () => {
		const value = { row: [{ inner: 'a' }, { inner: {} }] };
		expect(refusal(field, value).message).toBe("'Inner' has to be a text");
	});

	test('name what stands in them as theirs, in their order', () => {
		const source = sourceOf({ field: { row: [{ to: ID }, { to: OTHER }] } });
		const to = id({ displayName: 'To', name: 'to' });
		rows({ ...look, row, members: { to } }).read(source);
		expect(source.subjects).toEqual([
			{ field: 'field.to', label: 'To', id: ID },
			{ field: 'field.to', label: 'To', id: OTHER },
		]);
	});
});

describe('keys and values', () => {
	const keyed = (...given: IDataObject[]) => ({ row: given });

	test('become an object; false, 0 and blank values stay', () => {
		const given = keyed(
			{ key: ' a ', value: 'x' },
			{ key: 'b', value: 0 },
			{ key: 'c', value: '' },
			{ key: 'd', value: false },
		);
		expect(read(pairs, given)).toEqual({ a: 'x', b: 0, c: '', d: false });
	});

	test('may lack a value, which is an empty text then', () => {
		const given = keyed({ key: 'a' }, { key: 'b', value: ' x ' }, { key: 5, value: null });
		expect(read(pairs, given)).toEqual({ a: '', b: 'x', 5: '' });
	});

	test('do not count where both are blank', () => {
		expect(read(pairs, keyed({ key: '', value: '' }))).toBeUndefined();
		expect(read(pairs, keyed({ key: '', value: null }, { key: 'a', value: 1 }))).toEqual({ a: 1 });
	});

	test.each(none)('are none in %j', (value) => {
		expect(read(pairs, value)).toBeUndefined();
	});

	test.each([' ', '', null, undefined])('are refused with %j for a key', (key) => {
		const { message, remedy } = refusal(pairs, keyed({ key, value: 'x' }));
		expect(message).toBe("'Any Field' has a value without a key");
		expect(remedy).toBe('Its value is now "x".');
	});

	test('are refused with the same key twice', () => {
		const twice = keyed({ key: 'a', value: '1' }, { key: 'a ', value: '2' });
		const { message, remedy } = refusal(pairs, twice);
		expect(message).toBe("'Any Field' names the same key twice");
		expect(remedy).toBe('Its value is now "a".');
	});

	test('take a key like __proto__ as any other', () => {
		const given = read(pairs, keyed({ key: '__proto__', value: 'x' }));
		expect(JSON.stringify(given)).toBe('{"__proto__":"x"}');
		expect(({} as { x?: unknown }).x).toBeUndefined();
	});
});
