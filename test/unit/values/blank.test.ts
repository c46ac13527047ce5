import { isBlank, unlessBlank } from '../../../nodes/WtsChat/values/blank';

test.each([undefined, null, ''])('%j is not filled in', (value) => {
	expect(isBlank(value)).toBe(true);
});

test.each([0, false, NaN, ' ', 'a', [], {}])('%j is a value that somebody chose', (value) => {
	expect(isBlank(value)).toBe(false);
});

test.each([{}, { a: undefined }, { a: undefined, b: undefined }])(
	'nothing is sent of %p',
	(values) => {
		expect(unlessBlank(values)).toBeUndefined();
	},
);

test.each([{ a: null }, { a: '' }, { a: 0 }, { a: undefined, b: false }, { a: 1, b: undefined }])(
	'%p is sent as it is, because something in it was chosen or cleared',
	(values) => {
		expect(unlessBlank(values)).toBe(values);
	},
);
