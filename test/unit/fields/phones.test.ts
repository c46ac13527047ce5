import { phone, phones } from '../../../nodes/WtsChat/fields/kinds/phone';
import { sourceOf } from '../../support/source';
import { blanks, look, read, readOfModel, refusal } from './support';

const field = phone(look);

describe('a phone number', () => {
	test.each(blanks)('is blank where it is %j', (blank) => {
		expect(read(field, blank)).toBeUndefined();
	});

	test.each([
		['123', 'Its value is now "123".'],
		['Maria', 'Its value is now "Maria". The character M (U+004D) does not belong in it.'],
		['\u200b', 'Its value is now "[U+200B]".'],
		[
			'\u202a١١\u202c',
			'Its value is now "[U+202A]١١[U+202C]". The character ١ (U+0661) does not belong in it.',
		],
	])(
		'is not %j, which is refused with how to write one and with what hinders it',
		(given, told) => {
			const { message, remedy } = refusal(field, given);
			expect(message).toBe("'Any Field' is not a phone number; write it like +55 11 90000-0001");
			expect(remedy).toBe(told);
		},
	);

	test.each(['(011) 90000-0001', 5511900000001, '5511900000001.0'])(
		'goes to the API as digits: %j',
		(given) => {
			expect(read(field, given)).toBe('5511900000001');
		},
	);

	test('without its area code is refused by the name of the field', () => {
		expect(refusal(field, '90000-0001').message).toBe(
			"'Any Field' has no area code; write it like +55 11 90000-0001",
		);
	});

	test('is noted as people write it, by the field and its label', () => {
		const source = sourceOf({ field: '(11) 90000-0001' });
		field.read(source);
		expect(source.subjects).toEqual([{ field: 'field', label: 'Any Field', id: '+5511900000001' }]);
	});

	test('of a model may stand in quotation marks', () => {
		expect(readOfModel(field, '"@loja"')).toBe('@loja');
		expect(readOfModel(field, "'+55 11 90000-0001'")).toBe('5511900000001');
	});
});

describe('several phone numbers', () => {
	test('may have users of Instagram among them', () => {
		expect(read(phones(look), '(11) 90000-0001, @loja, padaria.estrela')).toEqual([
			'5511900000001',
			'@loja',
			'@padaria.estrela',
		]);
	});

	test('may be one, or none', () => {
		expect(read(phones(look), 5511900000001)).toEqual(['5511900000001']);
		for (const blank of blanks) expect(read(phones(look), blank)).toBeUndefined();
	});

	test('are refused for the one that is none', () => {
		expect(refusal(phones(look), '@loja, Maria Silva')).toMatchObject({
			message: "'Any Field' is not a phone number; write it like +55 11 90000-0001",
			remedy: expect.stringContaining('"Maria Silva"'),
		});
	});
});
