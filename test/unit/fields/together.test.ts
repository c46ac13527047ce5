import { chosenFileOf, optionalFile } from '../../../nodes/WtsChat/fields/file';
import { choice } from '../../../nodes/WtsChat/fields/kinds/choice';
import { number } from '../../../nodes/WtsChat/fields/kinds/plain';
import { text } from '../../../nodes/WtsChat/fields/kinds/text';
import {
	afterChoiceOf,
	alternatives,
	together,
} from '../../../nodes/WtsChat/fields/kinds/together';
import { sourceOf } from '../../support/source';
import { blanks, ID } from './support';

const kind = choice({
	displayName: 'Kind',
	name: 'kind',
	options: [
		{ name: 'Big', value: 'big' as const },
		{ name: 'Small', value: 'small' as const },
	],
	default: 'small',
});
const size = number({ displayName: 'Size', name: 'size', default: 1 });
const name = text({ displayName: 'Name', name: 'name' });
const shown = (values: string[]) => ({ displayOptions: { show: { kind: values } } });

describe('fields that follow from a choice', () => {
	const field = alternatives(kind, { big: { size: size.required() }, small: { name } });
	const values = { size: '5', name: 'a' };

	test('are shown below it, each where its branch is chosen', () => {
		expect(field.form).toEqual([
			kind.property,
			{ ...size.required().property, ...shown(['big']) },
			{ ...name.property, ...shown(['small']) },
		]);
	});

	test('keep the conditions that they have of their own', () => {
		const own = { show: { '@tool': [true] } };
		const [, conditional] = alternatives(kind, {
			big: { name: name.with({ displayOptions: own }) },
			small: {},
		}).form;
		expect(conditional?.displayOptions).toEqual({ show: { kind: ['big'], '@tool': [true] } });
	});

	test('leave the fields as they are for other forms', () => {
		expect(name.property.displayOptions).toBeUndefined();
	});

	test('are read of the chosen branch only', () => {
		expect(field.read(sourceOf({ ...values, kind: 'big' }))).toStrictEqual({ size: 5 });
		expect(field.read(sourceOf({ ...values, kind: 'small' }))).toStrictEqual({ name: 'a' });
	});

	test.each(blanks)('are those of the default where the choice is %j', (blank) => {
		expect(field.read(sourceOf({ ...values, kind: blank }))).toStrictEqual({ name: 'a' });
	});

	test('are refused where they are missing or the choice is none, and else left alone', () => {
		expect(() => field.read(sourceOf({ kind: 'big' }))).toThrow("'Size' is empty");
		expect(() => field.read(sourceOf({ kind: 'other' }))).toThrow(
			"'Kind' has to be one of big, small",
		);
		expect(field.read(sourceOf({ kind: 'small', size: {} }))).toStrictEqual({ name: undefined });
	});
});

test('fields that belong together are shown in their order and read into one value', () => {
	const field = together({ name, size }, (values) => `${values.name} of ${values.size}`);
	expect(field.form).toEqual([name.property, size.property]);
	expect(field.read(sourceOf({ name: 'a', size: 2 }))).toBe('a of 2');
	expect(() => field.read(sourceOf({ size: 'x' }))).toThrow("'Size' has to be a number");
});

test('a list that is asked for later shows once the field before it is filled in', () => {
	const later = afterChoiceOf(kind, name);
	expect(later.property).toEqual({
		...name.property,
		displayOptions: { hide: { kind: [''] } },
	});
	expect(later.read(sourceOf({ name: ' a ' }))).toBe('a');
});

describe('a file', () => {
	const chosen = chosenFileOf('document');
	const bytes = {
		name: 'a.png',
		mimeType: 'image/png',
		content: async () => await Promise.reject(),
	};
	const fileIn = () => bytes;
	const given = {
		fileId: ID,
		fileUrl: 'https://files.example.com/a.pdf',
		binaryPropertyName: 'data',
	};
	const fileOf = (fileSource: unknown) => sourceOf({ ...given, fileSource }, { fileIn });

	test.each([
		['id', { id: ID }],
		['url', { url: given.fileUrl }],
		['binary', { bytes }],
	])('comes from where the form says: %s', (fileSource, expected) => {
		expect(chosen.read(fileOf(fileSource))).toStrictEqual(expected);
		expect(optionalFile.read(fileOf(fileSource))).toStrictEqual(expected);
	});

	test('comes from an address where nothing is said, unless it may be left out', () => {
		expect(chosen.read(fileOf(undefined))).toStrictEqual({ url: given.fileUrl });
		for (const none of [undefined, 'none']) {
			expect(optionalFile.read(fileOf(none))).toBeUndefined();
		}
		expect(() => chosen.read(fileOf('none'))).toThrow("'File Source' has to be one of");
	});
});
