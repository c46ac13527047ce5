import {
	additionalFieldsOf,
	clearOf,
	Collection,
	filtersOf,
	includeDetailsOf,
	optionsOf,
	updateFieldsOf,
} from '../../../nodes/WtsChat/fields/kinds/collection';
import { id } from '../../../nodes/WtsChat/fields/kinds/id';
import { text } from '../../../nodes/WtsChat/fields/kinds/text';
import { together } from '../../../nodes/WtsChat/fields/kinds/together';
import { metadata } from '../../../nodes/WtsChat/fields/metadata';
import { sourceOf } from '../../support/source';
import { blanks, ID, look, read, refusal, refusalOf } from './support';

const inner = text({ displayName: 'Inner', name: 'inner' });
const another = text({ displayName: 'Another', name: 'another' });
const field = new Collection(look, { part: inner, other: another });

describe('a collection', () => {
	test('shows its members in their order', () => {
		expect(field.property).toMatchObject({ type: 'collection', default: {} });
		expect(field.property.options).toEqual([inner.property, another.property]);
	});

	test('gives the values of its members', () => {
		expect(read(field, { inner: ' a ' })).toEqual({ part: 'a', other: undefined });
		expect(read(field, {})).toEqual({ part: undefined, other: undefined });
	});

	test.each(blanks)('holds nothing where it is %j', (blank) => {
		expect(read(field, blank)).toEqual({ part: undefined, other: undefined });
	});

	test.each(['a', 5, [{ inner: 'a' }]])('is not %j', (value) => {
		const { message, remedy } = refusal(field, value);
		expect(message).toBe("'Any Field' has to be an object");
		expect(remedy).toBe(`Its value is now ${JSON.stringify(value)}.`);
	});

	test('takes nothing from the fields beside it', () => {
		const source = sourceOf({ field: {}, inner: 'a' });
		expect(field.read(source).part).toBeUndefined();
	});

	test('refuses a value by the label of its member', () => {
		expect(refusal(field, { inner: {} }).message).toBe("'Inner' has to be a text");
	});

	test('names what stands in it as its own, however deep', () => {
		const to = id({ displayName: 'To', name: 'to' });
		const nested = new Collection(look, {
			to,
			more: new Collection({ displayName: 'More', name: 'more' }, { to }),
		});
		const source = sourceOf({ field: { to: ID, more: { to: ID } } });
		nested.read(source);
		expect(source.subjects).toEqual([
			{ field: 'field.to', label: 'To', id: ID },
			{ field: 'field.more.to', label: 'To', id: ID },
		]);
	});

	test('reads fields that belong together inside it', () => {
		const both = together({ inner, another }, (values) => Object.values(values));
		const collection = new Collection(look, { both });
		expect(read(collection, { inner: 'a', another: 'b' })).toEqual({ both: ['a', 'b'] });
		expect(collection.property.options).toEqual([inner.property, another.property]);
	});
});

test('each kind of collection is known by its usual name', () => {
	const made = [filtersOf, optionsOf, additionalFieldsOf, updateFieldsOf].map((make) => make({}));
	expect(made.map(({ name, label }) => [name, label])).toEqual([
		['filters', 'Filters'],
		['options', 'Options'],
		['additionalFields', 'Additional Fields'],
		['updateFields', 'Update Fields'],
	]);
});

test('what an update empties and what a record includes are choices', () => {
	const options = [
		{ name: 'User', value: 'userId' as const },
		{ name: 'End At', value: 'endAt' as const },
	];
	const source = sourceOf({ clear: 'userId, endAt', includeDetails: ['endAt'] });
	expect(clearOf(options).read(source)).toEqual(['userId', 'endAt']);
	expect(includeDetailsOf(options, 'Parts').read(source)).toEqual(['endAt']);
	const other = sourceOf({ clear: 'id' });
	expect(refusalOf(() => clearOf(options).read(other)).message).toBe(
		"'Clear' has to be one of userId, endAt",
	);
});

describe('metadata', () => {
	const inFields = (values: object) =>
		new Collection(look, { metadata }).read(sourceOf({ field: values }));
	const pairs = { pairs: [{ key: 'a', value: 'x' }] };

	test('is given as rows or as JSON', () => {
		expect(inFields({ metadata: pairs })).toEqual({ metadata: { a: 'x' } });
		expect(inFields({ metadataJson: '{ "a": null }' })).toEqual({ metadata: { a: null } });
		expect(inFields({})).toEqual({ metadata: undefined });
	});

	test('is refused where it is given both ways', () => {
		const given = { metadata: pairs, metadataJson: { b: 1 } };
		expect(refusalOf(() => inFields(given))).toMatchObject({
			message: "'Metadata' is filled in twice",
			remedy: "Use either 'Metadata' or 'Metadata (JSON)', not both.",
		});
	});

	test('is refused by the label of the field that holds it', () => {
		expect(refusalOf(() => inFields({ metadataJson: '[1]' })).message).toContain(
			"'Metadata (JSON)' has to be a JSON object",
		);
		const keyless = { pairs: [{ key: '', value: 'x' }] };
		expect(refusalOf(() => inFields({ metadata: keyless })).message).toBe(
			"'Metadata' has a value without a key",
		);
	});
});
