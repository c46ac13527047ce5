import { contactFilters, searchOf } from '../../../nodes/WtsChat/fields/contactFilters';
import {
	contactCustomFields,
	contactDetailMembers,
	newContactFields,
	newContactOf,
	ownPhoneNumber,
} from '../../../nodes/WtsChat/fields/contactValues';
import { valuesOf } from '../../../nodes/WtsChat/fields/field';
import { additionalFieldsOf, filtersOf } from '../../../nodes/WtsChat/fields/kinds/collection';
import { utm } from '../../../nodes/WtsChat/fields/utm';
import { sourceOf } from '../../support/source';
import { blanks, ID, OTHER, refusalOf } from './support';

describe('the number of a contact', () => {
	const read = (phoneNumber: unknown) => ownPhoneNumber.read(sourceOf({ phoneNumber }));

	test('is a phone number', () => {
		expect(read('(11) 90000-0001')).toBe('5511900000001');
		for (const blank of blanks) expect(read(blank)).toBeUndefined();
	});

	test('is no user of Instagram, which has a field of its own', () => {
		expect(refusalOf(() => read('@julia'))).toMatchObject({
			message: "'Phone Number' takes no user of Instagram",
			remedy:
				"Put @julia into 'Instagram', which stands under 'Additional Fields' or 'Update Fields'.",
		});
	});
});

describe('a new contact', () => {
	const made = (values: Record<string, unknown>, additionalFields: object = {}) => {
		const source = sourceOf({ ...values, additionalFields });
		return newContactOf(
			valuesOf(newContactFields, source),
			additionalFieldsOf(contactDetailMembers).read(source),
		);
	};

	test('goes to the API by the names that it has for it', () => {
		const contact = made(
			{
				name: 'Júlia',
				phoneNumber: '+55 11 90000-0001',
				specifyCustomFields: 'json',
				customFieldsJson: { plano: 'Anual' },
			},
			{
				email: 'julia@example.com',
				instagram: '@julia',
				tagIds: [ID],
				annotation: 'À tarde',
				portfolioIds: 'Sul',
				sequenceIds: [OTHER],
				metadata: { pairs: [{ key: 'pedido', value: 1 }] },
			},
		);
		expect(contact).toEqual({
			name: 'Júlia',
			phoneNumber: '5511900000001',
			email: 'julia@example.com',
			instagram: '@julia',
			annotation: 'À tarde',
			tagIds: [ID],
			portfolioNames: ['Sul'],
			sequenceIds: [OTHER],
			customFields: { plano: 'Anual' },
			metadata: { pedido: 1 },
		});
	});

	test.each([
		[{ phoneNumber: '+55 11 90000-0001' }, {}],
		[{}, { email: 'julia@example.com' }],
		[{}, { instagram: '@julia' }],
	])('is known by one of the three: %j %j', (values, more) => {
		expect(() => made(values, more)).not.toThrow();
	});

	test('that could be anybody is refused', () => {
		expect(refusalOf(() => made({ name: 'Júlia' }, { annotation: 'À tarde' }))).toMatchObject({
			message: "'Phone Number' is empty, and so are 'Email' and 'Instagram'",
			remedy:
				"A contact needs one of the three: fill in 'Phone Number', or add 'Email' or 'Instagram' under 'Additional Fields'.",
		});
	});
});

test('custom fields of a contact stay as they are given', () => {
	const value = { plano: 'Anual', idade: 5 };
	const customFields = { mappingMode: 'defineBelow', value };
	const source = sourceOf({ specifyCustomFields: 'fields', customFields });
	expect(contactCustomFields.read(source)).toEqual(value);
});

describe('a search for contacts', () => {
	const search = (filters: object) =>
		searchOf(filtersOf(contactFilters).read(sourceOf({ filters })));

	test('has each filter by its own name', () => {
		const given = {
			text: 'Padaria',
			name: 'Júlia',
			phoneNumber: '(11) 90000-0001',
			email: 'julia@example.com',
			instagram: '@julia',
			origin: 'IMPORTED',
			customFieldFilters: { pairs: [{ customField: 'plano', value: 'Anual' }] },
			metadata: { pairs: [{ key: 'pedido', value: 9876 }] },
		};
		const sent = {
			textFilter: 'Padaria',
			name: 'Júlia',
			phoneNumber: '5511900000001',
			email: 'julia@example.com',
			instagram: '@julia',
			origin: 'IMPORTED',
			customFields: { plano: 'Anual' },
			metadata: { pedido: '9876' },
		};
		expect(search({ ...given, tagIds: [ID], portfolioIds: [OTHER] })).toEqual({
			...sent,
			tagIds: [ID],
			portfolioIds: [OTHER],
		});
		expect(search({ ...given, tagIds: 'VIP', portfolioIds: 'Sul' })).toEqual({
			...sent,
			tagNames: ['VIP'],
			portfolioNames: ['Sul'],
		});
	});

	test('is none where only filters are chosen that the plain list knows', () => {
		for (const filters of [{}, { status: 'BLOCKED', createdAfter: '2026-01-01' }]) {
			expect(search(filters)).toBeUndefined();
		}
		expect(search({ customFieldFilters: { pairs: [] } })).toBeUndefined();
	});

	test('needs the field and its value', () => {
		const customFieldFilters = { pairs: [{ customField: 'plano', value: '' }] };
		expect(refusalOf(() => search({ customFieldFilters })).message).toBe("'Value' is empty");
		const unnamed = { pairs: [{ customField: '', value: 'Anual' }] };
		expect(refusalOf(() => search({ customFieldFilters: unnamed })).message).toBe(
			"'Field' is empty",
		);
	});
});

test('where a contact came from is told as far as it is known', () => {
	const given = {
		utmSource: 'instagram',
		utmMedium: 'cpc',
		utmCampaign: 'setembro',
		utmTerm: 'plano',
		utmContent: 'oferta',
		utmHeadline: 'Converse',
		utmReferralUrl: 'https://www.example.com/anuncio',
	};
	expect(utm.read(sourceOf(given))).toEqual({
		source: 'instagram',
		medium: 'cpc',
		campaign: 'setembro',
		term: 'plano',
		content: 'oferta',
		headline: 'Converse',
		referralUrl: 'https://www.example.com/anuncio',
	});
	expect(utm.read(sourceOf({ utmTerm: 'plano' }))).toEqual({ term: 'plano' });
	expect(utm.read(sourceOf({}))).toBeUndefined();
});
