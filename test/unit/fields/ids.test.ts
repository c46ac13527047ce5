import { contactOrPhone } from '../../../nodes/WtsChat/fields/contact';
import { dropdowns, id, ids, idsOrNames, locator } from '../../../nodes/WtsChat/fields/kinds/id';
import { json, number } from '../../../nodes/WtsChat/fields/kinds/plain';
import { phone } from '../../../nodes/WtsChat/fields/kinds/phone';
import { pickers, type PickerName } from '../../../nodes/WtsChat/pickers/table';
import { sourceOf } from '../../support/source';
import { blanks, ID, look, OTHER, read, readOfModel, refusal, refusalOf } from './support';

const session = locator({ ...look, picker: 'sessions' });

describe.each([
	['typed', id(look)],
	['of a list', session],
])('an ID %s', (_, field) => {
	test.each(blanks)('is blank where it is %j', (blank) => {
		expect(read(field, blank)).toBeUndefined();
		expect(refusal(field.required(), blank).message).toBe("'Any Field' is empty");
	});

	test('stands between blanks', () => {
		expect(read(field, ` ${ID}\n`)).toBe(ID);
	});

	test.each(['"', "'", '`'])('stands between the %s of a model', (mark) => {
		expect(readOfModel(field, ` ${mark}${ID}${mark}\n`)).toBe(ID);
	});

	test('is that of the record whose address in the web app is given', () => {
		const address = `https://app.example.com/chat2/sessions/${ID}/preview?interactive=true`;
		expect(read(field, address)).toBe(ID);
	});

	test.each([
		'42',
		'Maria',
		`${ID}0`,
		`${ID}/../x`,
		`javascript:/${ID}`,
		'[object Object]',
		'null',
	])('is not %j, which the refusal shows', (value) => {
		const { message, remedy } = refusal(field, value);
		expect(message).toBe(
			"'Any Field' is not an ID; an ID looks like 3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10",
		);
		expect(remedy).toContain(`Its value is now "${value}".`);
	});

	test.each([{ id: ID }, [ID]])('is a text, not %j', (value) => {
		const { message, remedy } = refusal(field, value);
		expect(message).toBe("'Any Field' has to be a text");
		expect(remedy).toContain(ID);
	});
});

describe('several IDs', () => {
	test.each([
		['typed', ids(look)],
		['of a dropdown', dropdowns('tags', look)],
	])('%s are checked one by one, in their order', (_, field) => {
		expect(read(field, `${OTHER}, https://app.example.com/x/${ID}`)).toEqual([OTHER, ID]);
		expect(read(field, [ID, `"${OTHER}"`])).toEqual([ID, OTHER]);
		expect(refusal(field, [ID, 'Maria']).remedy).toContain('"Maria"');
		for (const blank of blanks) expect(read(field, blank)).toBeUndefined();
	});
});

describe('records that go by ID or by name', () => {
	const tags = idsOrNames('tags', look);

	test.each<[unknown, object | undefined]>([
		[[ID, OTHER], { ids: [ID, OTHER] }],
		[` ${ID},"${OTHER}"`, { ids: [ID, OTHER] }],
		['Lead, VIP', { names: ['Lead', 'VIP'] }],
		[['Lead, quente', 'VIP'], { names: ['Lead, quente', 'VIP'] }],
		[[], undefined],
		[' , ', undefined],
	])('are read from %j', (given, expected) => {
		expect(read(tags, given)).toEqual(expected);
	});

	test('are refused where both stand in one list, which the API would read by its IDs alone', () => {
		expect(refusal(tags, [ID, 'Lead'])).toMatchObject({
			message: "'Any Field' holds names beside IDs; give the one or the other",
			remedy: `Its value is now ["${ID}","Lead"].`,
		});
	});

	test('are noted by ID only', () => {
		const source = sourceOf({ field: [ID] });
		tags.read(source);
		tags.read({ ...source, valueOf: () => 'Lead' });
		expect(source.subjects.map((subject) => subject.id)).toEqual([ID]);
	});
});

describe('what fields name', () => {
	test('is noted by the field, its label and where such IDs come from', () => {
		const source = sourceOf({ field: `https://app.example.com/x/${ID}` });
		session.read(source);
		dropdowns('tags', look).read({ ...source, valueOf: () => [ID, OTHER] });
		const noted = { field: 'field', label: 'Any Field' };
		expect(source.subjects).toEqual([
			{ ...noted, id: ID, source: "'Session: Get Many'" },
			{ ...noted, id: ID, source: "'Tag: Get Many'" },
			{ ...noted, id: OTHER, source: "'Tag: Get Many'" },
		]);
	});

	test('is not noted where it is blank or refused', () => {
		const source = sourceOf({});
		session.read(source);
		expect(() => session.read({ ...source, valueOf: () => 'Maria' })).toThrow('is not an ID');
		expect(source.subjects).toEqual([]);
	});

	test('comes from nowhere in particular where there is no list', () => {
		const source = sourceOf({ field: ID });
		id(look).read(source);
		ids(look).read(source);
		expect(source.subjects.map((subject) => subject.source)).toEqual([undefined, undefined]);
		expect(refusal(id(look), 'Maria').remedy).toBe('Its value is now "Maria".');
		expect(refusal(ids(look), 'Maria').remedy).toBe('Its value is now "Maria".');
	});
});

describe.each(Object.keys(pickers) as PickerName[])('a field with the list %s', (picker) => {
	const method = `${picker.charAt(0).toUpperCase()}${picker.slice(1)}`;

	test.each([
		['dropdown', dropdowns(picker, look)],
		['searchable list', locator({ ...look, picker })],
	])('says where its IDs come from (%s)', (_, field) => {
		const source = sourceOf({ field: ID });
		field.read(source);
		expect(source.subjects[0]?.source).toBe(pickers[picker].idsFrom);
		const { remedy } = refusal(field, 'Financeiro');
		expect(remedy).toBe(`Its value is now "Financeiro". IDs come from ${pickers[picker].idsFrom}.`);
	});

	test('is filled by the methods of the list', () => {
		const { typeOptions } = dropdowns(picker, look).property;
		expect(typeOptions).toEqual({ loadOptionsMethod: `get${method}` });
		const { modes = [] } = locator({ ...look, picker }).property;
		expect(
			modes.map(({ name, displayName, type, typeOptions }) => [
				name,
				displayName,
				type,
				typeOptions,
			]),
		).toEqual([
			['list', 'From List', 'list', { searchListMethod: `search${method}`, searchable: true }],
			['id', 'By ID', 'string', undefined],
		]);
	});
});

test('a record that is not known by its ID has the other name in its form', () => {
	const { modes } = locator({ ...look, picker: 'chatbots', namedBy: 'Key' }).property;
	expect(modes?.map(({ displayName }) => displayName)).toEqual(['From List', 'By Key']);
});

describe('a resource locator', () => {
	const located = (value: unknown, mode = 'list') => ({ __rl: true, mode, value });

	test('gives the value inside it, whatever its field is', () => {
		for (const field of [session, id(look)]) {
			expect(read(field, located(` ${ID} `))).toBe(ID);
		}
		expect(read(phone(look), located('+55 11 90000-0001', 'phone'))).toBe('5511900000001');
		expect(read(number({ ...look, default: 0 }), located('5'))).toBe(5);
	});

	test.each(blanks)('is blank with %j inside it', (blank) => {
		expect(read(session, located(blank))).toBeUndefined();
	});

	test.each([
		ID,
		{ mode: 'id', value: ID },
		{ mode: 'list', value: ` ${ID}`, __rl: false },
		{ value: ID },
	])('that was not written by the editor is read as well: %j', (value) => {
		expect(read(session, value)).toBe(ID);
	});

	test('that an expression gives for a choice or a text is read by its mode', () => {
		const field = id(look);
		expect(read(field, { mode: 'id', value: ID })).toBe(ID);
		expect(refusal(field, { value: ID }).message).toBe("'Any Field' has to be a text");
	});

	test('that holds no value is refused with what it holds', () => {
		const { message, remedy } = refusal(session, { id: ID });
		expect(message).toBe("'Any Field' has to be a text");
		expect(remedy).toContain(ID);
	});

	test('is told by the type of its field, so that JSON with the same names stays as it is', () => {
		const value = { mode: 'id', value: ID };
		expect(read(json(look), value)).toEqual(value);
	});
});

describe('a contact', () => {
	const contact = (contactId: unknown) => contactOrPhone.read(sourceOf({ contactId }));

	test.each([
		ID,
		{ __rl: true, mode: 'list', value: ID },
		{ __rl: true, mode: 'id', value: ID },
		{ __rl: true, mode: 5, value: ID },
		{ value: ID },
	])('is named by its ID where nothing else is chosen: %j', (given) => {
		expect(contact(given)).toEqual({ contactId: ID });
	});

	test('may be named by its phone number', () => {
		const phoneNumber = { mode: 'phone', value: '(11) 90000-0001' };
		expect(contact(phoneNumber)).toEqual({ phoneNumber: '5511900000001' });
		expect(contact({ __rl: true, ...phoneNumber })).toEqual({ phoneNumber: '5511900000001' });
	});

	test.each(['list', 'id', 'phone'])('is nobody where %s is blank', (mode) => {
		for (const value of blanks) expect(contact({ __rl: true, mode, value })).toBeUndefined();
	});

	test('that is named neither way is refused by how it was to be named', () => {
		const named = (mode: string) => () => contact({ __rl: true, mode, value: 'Maria' });
		expect(named('id')).toThrow("'Contact' is not an ID");
		expect(named('phone')).toThrow("'Contact' is not a phone number");
		expect(refusalOf(named('id')).remedy).toContain("IDs come from 'Contact: Get Many'");
	});

	test.each(['list', 'id', 'phone'])('is told by what is given, as %s or not', (mode) => {
		const named = (value: string) => contact({ __rl: true, mode, value });
		expect(named('"11 90000-0001"')).toEqual({ phoneNumber: '5511900000001' });
		expect(named('@julia')).toEqual({ phoneNumber: '@julia' });
		expect(named(`"${ID}"`)).toEqual({ contactId: ID });
	});
});
