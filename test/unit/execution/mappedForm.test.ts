import type { IDataObject } from 'n8n-workflow';
import { readParameters } from '../../../nodes/WtsChat/execution/parameterReader';

/** What is read of a dynamic form in `fields`. */
function mapped(mapper: unknown, json: IDataObject = {}): IDataObject | undefined {
	return readParameters({
		valueOf: () => mapper,
		fields: [{ displayName: 'Form', name: 'form', type: 'resourceMapper', default: {} }],
		json,
		timezone: 'America/Sao_Paulo',
		fileIn: () => {
			throw new Error('The item has no files');
		},
		idsRead: [],
		byModel: false,
	}).mapped('form');
}

const field = (type: string, more: IDataObject = {}) => ({
	schema: [{ id: 'f', displayName: 'Field', type, ...more }],
});

test.each([undefined, null, '', {}, { mappingMode: 'defineBelow', value: null }])(
	'%j has no values',
	(mapper) => expect(mapped(mapper)).toBeUndefined(),
);

test('values without a description of their fields stay as they are', () => {
	expect(mapped({ value: { a: 1, b: 'x', c: null, d: '' } })).toEqual({ a: 1, b: 'x' });
});

test.each<[string, IDataObject, unknown, unknown]>([
	['number', {}, '12', 12],
	['number', {}, 0, 0],
	['boolean', {}, 'false', false],
	['string', {}, 12, '12'],
	['time', {}, '14:30', '14:30'],
	['object', {}, '{ "a": 1 }', { a: 1 }],
	['array', {}, 'a, b', ['a', 'b']],
	['array', {}, '["a,b", "c"]', ['a,b', 'c']],
	['dateTime', {}, '2026-09-20T12:00:00', '2026-09-20T15:00:00.000Z'],
	['dateTime', { dateOnly: true }, '2026-09-20', '2026-09-20'],
	['dateTime', { dateOnly: true }, '2026-09-20T23:30:00', '2026-09-20'],
	['dateTime', { dateOnly: true }, '2026-09-20T23:30:00-03:00', '2026-09-20'],
])('%s %j: %j is read as %j', (type, more, value, expected) => {
	expect(mapped({ ...field(type, more), value: { f: value } })).toEqual({ f: expected });
});

test('a form that is mapped automatically reads the item, and only what the form knows', () => {
	const mapper = { ...field('number'), mappingMode: 'autoMapInputData', value: null };
	expect(mapped(mapper, { f: '7', other: 1 })).toEqual({ f: 7 });
	expect(mapped(mapper, { other: 1 })).toBeUndefined();
});

test('each of several fields is read by its own type, however the form is mapped', () => {
	const schema = [
		{ id: 'n', displayName: 'Number', type: 'number' },
		{ id: 'b', displayName: 'Boolean', type: 'boolean' },
		{ id: 't', displayName: 'Text', type: 'string' },
	];
	const given = { n: '7', b: 'true', t: 5 };
	const read = { n: 7, b: true, t: '5' };
	expect(mapped({ schema, mappingMode: 'defineBelow', value: given })).toEqual(read);
	const automatic = { schema, mappingMode: 'autoMapInputData', value: null };
	expect(mapped(automatic, { ...given, other: 1 })).toEqual(read);
	expect(mapped(automatic, { b: 'true' })).toEqual({ b: true });
});
