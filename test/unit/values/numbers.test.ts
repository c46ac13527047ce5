import { readNumber } from '../../../nodes/WtsChat/values/numbers';

test.each<[unknown, number]>([
	[0, 0],
	[-1.25, -1.25],
	['42', 42],
	['-42', -42],
	['+42', 42],
	['007', 7],
	['1250.5', 1250.5],
	['1250,5', 1250.5],
	['1,5', 1.5],
	['1.25', 1.25],
	['.5', 0.5],
	['0.125', 0.125],
	['0,125', 0.125],
	['1250.125', 1250.125],
	['1.250,00', 1250],
	['1,250.00', 1250],
	['-1.250,5', -1250.5],
	['1.250.000', 1_250_000],
	['1,250,000', 1_250_000],
	['12.345.678,90', 12_345_678.9],
	['R$ 1.250,00', 1250],
	['R$\u00a01250', 1250],
	['R$1250,50', 1250.5],
	['-R$ 5', -5],
	['9007199254740991', Number.MAX_SAFE_INTEGER],
	['\u202a1250,5\u202c', 1250.5],
	['\u22125', -5],
	['１２', 12],
])('%j is the number %d', (written, number) => {
	expect(readNumber(written)).toBe(number);
});

test.each([
	['1.250', '1250 or 1.2500'],
	['1,250', '1250 or 1.2500'],
	['-12.345', '-12345 or -12.3450'],
	['R$ 1.250', '1250 or 1.2500'],
	['01,250', '01250 or 01.2500'],
])('%j can be two numbers', (written, both) => {
	expect(() => readNumber(written)).toThrow(`can be two numbers; write ${both}`);
	for (const one of both.split(' or ')) expect(readNumber(one)).toBe(Number(one));
});

test.each([
	'',
	'ten',
	'0x10',
	'1e3',
	'Infinity',
	'-',
	'.',
	'5.',
	'1 250',
	'1.25.0',
	'1,250,00',
	'1.250.00',
	'0.250,00',
	'1.2500,00',
	'US$ 10',
	'5R$3',
	'9007199254740992',
	'10%',
	'10-',
	'12345678901234567890',
	NaN,
	Infinity,
	true,
	null,
	undefined,
	{},
	[1],
])('%p is no number', (value) => {
	expect(() => readNumber(value)).toThrow('has to be a number');
});

test('what does not belong in a number is named', () => {
	expect(() => readNumber('١٢')).toThrow(
		expect.objectContaining({ detail: 'The character ١ (U+0661) does not belong in it.' }),
	);
});
