import {
	comparable,
	digitsOf,
	otherForm,
	phoneIn,
	phoneOfApi,
	readPhone,
} from '../../../nodes/WtsChat/values/phones';

const MOBILE = '+5511900000001';
const LANDLINE = '+551130000000';

test.each([
	['+55 11 90000-0001', MOBILE],
	['+55|11900000001', MOBILE],
	['5511900000001', MOBILE],
	['55 (11) 90000.0001', MOBILE],
	['(+55) 11 90000-0001', MOBILE],
	['(11) 90000-0001', MOBILE],
	['11\t90000\u00a00001', MOBILE],
	['(11) 3000-0000', LANDLINE],

	['(011) 90000-0001', MOBILE],
	['011 90000-0001', MOBILE],
	['0 11 3000-0000', LANDLINE],
	['0 15 11 90000-0001', MOBILE],
	['0 21 11 3000-0000', LANDLINE],
	['(0) 11 90000-0001', MOBILE],
	['+55 (0) 11 90000-0001', MOBILE],
	['+55 011 90000-0001', MOBILE],
	['+55 (011) 90000-0001', MOBILE],
	['55 0 15 11 90000-0001', MOBILE],
	['00 55 11 90000-0001', MOBILE],
	['0055 (0) 11 90000-0001', MOBILE],

	['5511900000001.0', MOBILE],
	['11900000001.00', MOBILE],
	['5511900000001,0', MOBILE],
	['+5511900000001.0', MOBILE],
	["'5511900000001", MOBILE],
	['5.511900000001e12', MOBILE],
	['5,511900000001E+12', MOBILE],

	['\u202a+55 11 90000\u20110001\u202c', MOBILE],
	['\ufeff+55\u200b11\u200e90000\u00ad0001', MOBILE],
	['+55 11 90000\u20130001', MOBILE],
	['＋５５ （１１） ９００００－０００１', MOBILE],

	['="5511900000001"', MOBILE],
	['(0xx11) 90000-0001', MOBILE],
	['0xx11 90000-0001', MOBILE],
	['[11] 90000-0001', MOBILE],
	['+55 [11] 90000-0001', MOBILE],
	['11900000001', MOBILE],
	['1190000-0001', MOBILE],
	['11 9 0000 0001', MOBILE],
	['11 90000 0001', MOBILE],

	['tel:+55-11-90000-0001', MOBILE],
	['whatsapp:+5511900000001', MOBILE],
	['https://wa.me/5511900000001?text=Oi', MOBILE],
	['wa.me/5511900000001', MOBILE],
	['http://wa.me/5511900000001', MOBILE],
	['https://api.whatsapp.com/send?phone=5511900000001&text=Oi', MOBILE],
	['whatsapp://send?phone=+5511900000001', MOBILE],
	['https://web.whatsapp.com/send/?phone=%2B5511900000001', MOBILE],
	['5511900000001@c.us', MOBILE],
	['5511900000001:12@s.whatsapp.net', MOBILE],
	['14155550100@c.us', '+14155550100'],

	['+55 11 9000-0001', '+551190000001'],
	['11 9000-0001', '+551190000001'],
	['551100000001', '+551100000001'],
	['+55 800 123 4567', '+558001234567'],
	['55 99999-9999', '+5555999999999'],

	['+1 415 555 0100', '+14155550100'],
	['00 1 415 555 0100', '+14155550100'],
	['+44 (0) 20 7946 0958', '+442079460958'],
	['+44(0)20 7946 0958', '+442079460958'],
	['+44 - ( 0 ) 20 7946 0958', '+442079460958'],
	['00 44 (0) 20 7946 0958', '+442079460958'],
	['+39 06 1234 5678', '+390612345678'],
	['+39 (0)6 1234 5678', '+390612345678'],
	['+39 (0)312 3456789', '+393123456789'],
	['+229 01 95 12 34 56', '+2290195123456'],
	['+225 01 23 45 67 89', '+2250123456789'],
	['2250123456789', '+2250123456789'],
	['+247 04 12 34', '+247041234'],
	['+30 21 2345 6789', '+302123456789'],
	['+61 412 345 678', '+61412345678'],
	['+81 90 1234 5678', '+819012345678'],
	['+47 22 12 34 56', '+4722123456'],
	['+49 1512 3456789', '+4915123456789'],
	['+290 2 1234', '+29021234'],
	['+351 912 345 678', '+351912345678'],
	['351912345678', '+351912345678'],
	['+51 999 999 999', '+51999999999'],
])('%j is the number %s', (text, phone) => {
	expect(readPhone(text)).toBe(phone);
	expect(readPhone(phone)).toBe(phone);
});

test.each(['@loja', '@loja.do_ze', '@L0ja', '@a', `@${'a'.repeat(64)}`])(
	'%s is a user of Instagram',
	(user) => {
		expect(readPhone(user)).toBe(user);
		expect(readPhone(`\u200b${user}\ufeff`)).toBe(user);
	},
);

test.each([
	'90000-0001',
	'3000-0000',
	'0 90000-0001',
	'+55 90000-0001',
	'55 0 90000-0001',
	'0055 3000-0000',
])('%j has no area code', (text) => {
	expect(() => readPhone(text)).toThrow('has no area code; write it like +55 11 90000-0001');
});

test.each([
	['14155550100', 'a number of North America'],
	['2015550100', 'the same without its country code'],
	['(415) 555-0100', 'in the groups of North America'],
	['415-5550100', 'in other groups of North America'],
	['07781 123456', 'in the groups of the United Kingdom'],
	['081234 56789', 'in the groups of India'],
	['0912 345 6789', 'in the groups of Iran'],
	['0412-1234567', 'in the groups of Venezuela'],
	['984-1234567', 'in the groups of Nepal'],
	['8 999 345-67-89', 'in the groups of Russia'],
	['415-555-0100', 'in the groups of North America'],
	['11 80000-0001', 'a mobile number begins with 9'],
	['11 1000-0001', 'no number begins with 1'],
	['20 90000-0001', 'an area code that does not exist'],
	['020 7946 0958', 'a number of London'],
	['011 47 22 12 34 56', 'a number of Norway, as dialled in the United States'],
	['011 1 415 555 0100', 'as dialled there'],
	['0800 123 4567', 'a free number, of many countries'],
	['351 912 345 678', 'not as WhatsApp writes it'],
	['11 90000-00011', 'a digit too many'],
	['21 99999-99991', 'a digit too many'],
])('%j needs its country code: %s', (text) => {
	expect(() => readPhone(text)).toThrow('needs a + and its country code');
});

test.each<[string, string | undefined]>([
	['', undefined],
	['+', undefined],
	['()', undefined],
	['1234567', undefined],
	// the 0 in brackets is dialled first and says nothing of what follows 00
	['(0) 05 920100000', 'No number has the digits 5920100000 with its country code.'],
	['55+11900000001', undefined],
	['-5511900000001', undefined],
	['++5511900000001', undefined],
	['@', 'The character @ (U+0040) does not belong in it.'],
	['@loja do ze', 'The character @ (U+0040) does not belong in it.'],
	['loja@example.com', 'The character l (U+006C) does not belong in it.'],
	[`@${'a'.repeat(65)}`, 'The character @ (U+0040) does not belong in it.'],
	['Maria', 'The character M (U+004D) does not belong in it.'],
	['+55 11 9000A-0001', 'The character A (U+0041) does not belong in it.'],
	['+55 11 90000-0001 (Maria)', 'The character M (U+004D) does not belong in it.'],
	['+55 11 90000-0001²', 'The character ² (U+00B2) does not belong in it.'],
	['+٥٥ ١١', 'The character ٥ (U+0665) does not belong in it.'],
	['11 90000-0001 / 11 90000-0002', 'The character / (U+002F) does not belong in it.'],
	['11 90000-0001 ramal 2', 'The character r (U+0072) does not belong in it.'],
	['tel:+5511900000001;ext=2', 'The character ; (U+003B) does not belong in it.'],
	['Júlia https://wa.me/5511900000001', 'The character J (U+004A) does not belong in it.'],
	['https://wa.me/5511900000001x', 'The character h (U+0068) does not belong in it.'],
	['Júlia 5511900000001@c.us', 'The character J (U+004A) does not belong in it.'],
	['5511900000001@c.us.example', 'The character @ (U+0040) does not belong in it.'],
	['120363000000000000@g.us.example', 'The character @ (U+0040) does not belong in it.'],
	['Júlia tel:+5511900000001', 'The character J (U+004A) does not belong in it.'],
	['Júlia 5511900000001.0', 'The character J (U+004A) does not belong in it.'],
	['5511900000001,0 Júlia', 'The character , (U+002C) does not belong in it.'],
	['15.511900000001e12', 'The character e (U+0065) does not belong in it.'],
	['5.511900000001e12x', 'The character e (U+0065) does not belong in it.'],
	['+1 2415 555 0100', 'No number has the digits 124155550100 with its country code.'],
	['+33 06 12 34 56 78', 'No number has the digits 330612345678 with its country code.'],
	['+61 0412 345 678', 'No number has the digits 610412345678 with its country code.'],
	['+81 090 1234 5678', 'No number has the digits 8109012345678 with its country code.'],
	['+91 098765 43210', 'No number has the digits 9109876543210 with its country code.'],
	['+54 011 1234 5678', 'No number has the digits 5401112345678 with its country code.'],
	['+228 0 1234567', 'No number has the digits 22801234567 with its country code.'],
	['+243 0991 234 567', 'No number has the digits 2430991234567 with its country code.'],
	['https://wa.me/message/ABC', 'The character h (U+0068) does not belong in it.'],
	['5511900000001-1600000000@g.us', 'It is the ID of a group.'],
	['120363000000000000@g.us', 'It is the ID of a group.'],
	['5.5119E+12', 'A sheet has cut off its last digits.'],
	['5,51E+12', 'A sheet has cut off its last digits.'],
	['+55 11 900000-0001', 'After +55 come an area code and 8 or 9 digits.'],
	['+55 11 80000-0001', 'After +55 come an area code and 8 or 9 digits.'],
	['+55 20 90000-0001', 'After +55 come an area code and 8 or 9 digits.'],
	['+55 55 11 90000-0001', 'After +55 come an area code and 8 or 9 digits.'],
	['551190000000100', 'After +55 come an area code and 8 or 9 digits.'],
	['1190000000.0', 'The 0 at its end may belong to the number.'],
	['1190000000,00', 'The 0 at its end may belong to the number.'],
	['+225 (0)1 23 45 67 89', 'In +225, the 0 in brackets may belong to the number.'],
	['+44 7911 (0) 123456', 'No number has the digits 4479110123456 with its country code.'],
	['+44 20 (0) 7946 0958', 'No number has the digits 4420079460958 with its country code.'],
	["11 90000'0001", "The character ' (U+0027) does not belong in it."],
	['11 9="00000001', 'The character = (U+003D) does not belong in it.'],
	['11 90000"0001', 'The character " (U+0022) does not belong in it.'],
	['(11) 990000xx00', 'The character x (U+0078) does not belong in it.'],
	['+11 90000-0001', 'No number has the digits 11900000001 with its country code.'],
	['00 11 90000-0001', 'No number has the digits 11900000001 with its country code.'],
	['1511900000001', 'No number has the digits 1511900000001 with its country code.'],
	['+011 90000-0001', 'No number has the digits 011900000001 with its country code.'],
	['+44 020 7946 0958', 'No number has the digits 4402079460958 with its country code.'],
	['+1234567', 'No number has the digits 1234567 with its country code.'],
	['+2234567890123456', 'No number has the digits 2234567890123456 with its country code.'],
])('%j is refused with what hinders it', (text, detail) => {
	expect(() => readPhone(text)).toThrow(
		expect.objectContaining({
			message: 'is not a phone number; write it like +55 11 90000-0001',
			detail,
		}),
	);
	expect(phoneIn(text)).toBeUndefined();
});

test.each([
	['5511900000001', MOBILE],
	['+55|11900000001', MOBILE],
	['14155550100', '+14155550100'],
	['@loja', '@loja'],
	['loja', undefined],
	['', undefined],
])('the API means by %j the number %s', (text, phone) => {
	expect(phoneOfApi(text)).toBe(phone);
});

test('the API takes digits, and users as they are', () => {
	expect(digitsOf(MOBILE)).toBe('5511900000001');
	expect(digitsOf('@loja')).toBe('@loja');
});

test.each([
	['+5511900000001', '+551100000001'],
	['+5531987654321', '+553187654321'],
])('%s and %s are forms of one mobile number', (withNine, without) => {
	expect(otherForm(withNine)).toBe(without);
	expect(otherForm(without)).toBe(withNine);
	expect(comparable(withNine)).toBe(comparable(without));
});

test.each([
	'+551130000000',
	'+5511930000000',
	'+558001234567',
	'+14155550100',
	'+51999999999',
	'@loja',
])('%s has one form', (phone) => {
	expect(otherForm(phone)).toBeUndefined();
	expect(comparable(phone)).toBe(phone);
});

test('two mobile numbers are comparable, and not the same', () => {
	expect(comparable('+5511900000001')).not.toBe(comparable('+5511900000002'));
	expect(comparable('+5511900000001')).not.toBe(comparable('+5521900000001'));
});

test('a landline is no mobile number without its ninth digit', () => {
	expect(comparable('+551130000000')).not.toBe(comparable('+5511930000000'));
});

test('names on Instagram are the same in large and small letters', () => {
	expect(comparable('@Loja')).toBe(comparable('@loja'));
});
