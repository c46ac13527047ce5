import fc from 'fast-check';
import { phoneIn } from '../../../nodes/WtsChat/values/phones';

test.each([
	['+55 11 90000-0001', '5511900000001'],
	['+55|11900000001', '5511900000001'],
	['5511900000001', '5511900000001'],
	['55 (11) 90000.0001', '5511900000001'],
	['(11) 90000-0001', '5511900000001'],
	['11\t90000\u00a00001', '5511900000001'],
	['(11) 3000-0000', '551130000000'],
	['+1 415 555 0100', '14155550100'],
	['+47 22 12 34 56', '4722123456'],
	['+49 1512 3456789', '4915123456789'],
	['+290 2 1234', '29021234'],
	['+123456789012345', '123456789012345'],
])('%j is the number %s', (text, digits) => {
	expect(phoneIn(text)).toBe(digits);
});

test.each(['@loja', '@loja.do_ze', '@L0ja', '@a', `@${'a'.repeat(64)}`])(
	'%s is a user of Instagram',
	(user) => {
		expect(phoneIn(user)).toBe(user);
	},
);

test.each([
	'',
	' ',
	'+',
	'()',
	'Maria',
	'+55 11 9000A-0001',
	'Maria +55 11 90000-0001',
	'+55 11 90000-0001 (Maria)',
	'55+11900000001',
	'++5511900000001',
	'+1234567',
	'+1234567890123456',
	'1234567890123456',
	'@',
	'@loja do ze',
	'@loja!',
	'loja@example.com',
	'@loja@example.com',
	`@${'a'.repeat(65)}`,
])('%j is neither', (text) => {
	expect(phoneIn(text)).toBeUndefined();
});

/** A Brazilian mobile number: an area code, a nine, and eight digits. */
const mobile = fc
	.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.nat(99_999_999))
	.map(([one, other, rest]) => `${one}${other}9${String(rest).padStart(8, '0')}`);

test('however a Brazilian number is grouped, it is the same number', () => {
	const separators = fc.array(fc.constantFrom('', '', ' ', '-', '.'), {
		minLength: 13,
		maxLength: 13,
	});
	const country = fc.constantFrom('+55', '55', '');
	fc.assert(
		fc.property(mobile, country, separators, (number, code, between) => {
			const grouped = [...number].map((digit, place) => digit + between[place]).join('');
			expect(phoneIn(`${code}${between[12]}${grouped}`)).toBe(`55${number}`);
		}),
	);
});
