import { shortForAgent, simplified, type Output } from '../../../nodes/WtsChat/fields/output';
import { sourceOf } from '../../support/source';
import { refusalOf } from './support';

const shortForm = ['status', 'id'];
const forPeople = simplified(shortForm);
const whole = shortForAgent(shortForm);

const agentsOnly = { show: { '@tool': [true] } };

test('people switch Simplify, agents choose among more', () => {
	const { form } = simplified(shortForm);
	const shown = form.map((field) => [field.name, field.displayOptions]);
	expect(shown).toEqual([
		['simplify', { hide: { '@tool': [true] } }],
		['output', agentsOnly],
		['outputFields', { show: { '@tool': [true], output: ['selectedFields'] } }],
	]);
	expect(shortForAgent(shortForm).form).toEqual(form.slice(1));
});

test.each([
	[forPeople, shortForm],
	[whole, undefined],
])('the form tells its short form, and what people get by default', (field, byDefault) => {
	expect(field.shortForm).toBe(shortForm);
	expect(field.byDefault).toBe(byDefault);
});

describe('how much of a record comes out', () => {
	test.each<[string, Record<string, unknown>, Output]>([
		['the short form, where nothing else is chosen', {}, shortForm],
		['the short form, where nothing is chosen', { simplify: null, output: '' }, shortForm],
		['the short form', { simplify: true }, shortForm],
		['all of it', { simplify: false }, undefined],
		['the short form, for an agent', { output: 'simplified', simplify: false }, shortForm],
		['all of it, for an agent', { output: 'raw', simplify: true }, undefined],
	])('%s: %j', (_, values, expected) => {
		expect(forPeople.read(sourceOf(values))).toEqual(expected);
	});

	test('the short form, of whichever record', () => {
		const other = simplified(['title']);
		expect(other.read(sourceOf({ simplify: true }))).toEqual(['title']);
		expect(other.read(sourceOf({ simplify: false }))).toBeUndefined();
	});

	test('all of it where a form has no Simplify, save for agents', () => {
		expect(whole.read(sourceOf({}))).toBeUndefined();
		expect(whole.read(sourceOf({ simplify: true }))).toBeUndefined();
		expect(whole.read(sourceOf({ output: 'raw' }))).toBeUndefined();
		expect(whole.read(sourceOf({ output: 'simplified' }))).toEqual(shortForm);
	});

	describe.each([forPeople, whole])('that an agent selects', (field) => {
		const selected = (outputFields?: unknown) =>
			field.read(sourceOf({ output: 'selectedFields', outputFields }));

		test.each([' status , count,missing', '["status", " count ", "missing"]'])(
			'the properties %j with the ID',
			(outputFields) => {
				expect(selected(outputFields)).toEqual(['id', 'status', 'count', 'missing']);
			},
		);

		test('the properties of a list with the ID', () => {
			expect(selected(['status', 'count'])).toEqual(['id', 'status', 'count']);
		});

		test.each([undefined, '', []])('the ID alone where no property is named: %j', (named) => {
			expect(selected(named)).toEqual(['id']);
		});
	});

	test('that an agent selects has what is worked out, by its name', () => {
		const length = { name: 'length', of: () => '5' };
		const { read } = simplified([length, 'id']);
		const source = sourceOf({ output: 'selectedFields', outputFields: 'count,length' });
		expect(read(source)).toEqual(['id', 'count', length]);
	});

	test('is refused where it is none of the choices', () => {
		const told = refusalOf(() => forPeople.read(sourceOf({ output: 'everything' })));
		expect(told.message).toBe("'Output' has to be one of raw, selectedFields, simplified");
		expect(refusalOf(() => forPeople.read(sourceOf({ simplify: 'maybe' }))).message).toBe(
			"'Simplify' has to be true or false",
		);
	});
});
