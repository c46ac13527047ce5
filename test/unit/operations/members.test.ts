import {
	membersOf,
	namingOf,
	recordsOfMembers,
	removedMembers,
} from '../../../nodes/WtsChat/operations/members';

const [ana, rui] = [{ contactId: 'ana' }, { contactId: 'rui' }];
const [one, two] = [{ phoneNumber: '5511900000001' }, { phoneNumber: '5511900000002' }];

const linkOf = (contactId: string, phonenumber: unknown) => ({
	contactId,
	contactDetails: { phonenumber },
});

test('contacts by ID and by phone number go in different requests', () => {
	expect([ana, one].map(namingOf)).toEqual(['id', 'phone']);
});

test.each([
	['IDs', [ana, rui], { contactIds: ['ana', 'rui'] }],
	['phone numbers', [one, two], { phoneNumbers: ['5511900000001', '5511900000002'] }],
])('a request names its contacts by %s, in the order of the items', (_, references, body) => {
	expect(membersOf(references)).toEqual(body);
});

describe('the record of each contact', () => {
	const links = [linkOf('rui', '+55|11900000002'), linkOf('ana', '+55|11900000001')];

	test.each([
		['ID', [ana, rui]],
		['phone number', [one, two]],
	])('is told by its %s, because the API promises no order', (_, references) => {
		expect(recordsOfMembers({ items: links }, references)).toEqual([links[1], links[0]]);
	});

	test('is none where the answer does not have the contact', () => {
		expect(recordsOfMembers({ items: links.slice(0, 1) }, [ana, rui])).toEqual([
			undefined,
			links[0],
		]);
	});

	test.each([
		['undefined', undefined],
		['a list', links],
		['no items', {}],
		['items that are no list', { items: 'none' }],
		['what is no record', { items: [null, 'ana', linkOf('other', null), { contactId: 'other' }] }],
		['numbers that are no text', { items: [linkOf('other', 5511900000001)] }],
	])('is none where the answer is %s', (_, answer) => {
		expect(recordsOfMembers(answer, [ana])).toEqual([undefined]);
		expect(recordsOfMembers(answer, [one])).toEqual([undefined]);
	});
});

test('whoever is removed is told for each item', () => {
	expect(removedMembers(undefined, [ana, one])).toEqual([{ deleted: true }, { deleted: true }]);
});
