import fc from 'fast-check';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { readParameters } from '../../../nodes/WtsChat/execution/parameterReader';
import { InputError } from '../../../nodes/WtsChat/fields/itemParameters';
import { update } from '../../../nodes/WtsChat/resources/session/update';
import { runs } from '../../support/runs';

const ID = '3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10';

/** Reads an Update form with these values; blank where nothing is given. */
function reader(values: IDataObject, idsRead: string[] = [], byModel = false) {
	return readParameters({
		valueOf: (field) => values[field],
		fields: update.fields,
		json: {},
		timezone: 'America/Sao_Paulo',
		fileIn: () => {
			throw new Error('The item has no files');
		},
		idsRead,
		byModel,
	});
}

const inUpdateFields = (values: IDataObject) =>
	reader({ updateFields: values }).group('updateFields');

function refusalOf(read: () => unknown): { message: string; remedy: string } {
	try {
		read();
	} catch (error) {
		if (error instanceof InputError) return error;
		throw error;
	}
	throw new Error('The value was accepted');
}

/** A form of one field, `field`, which holds this value. */
function oneField(value: unknown, more: Partial<INodeProperties> = {}, byModel = false) {
	return readParameters({
		valueOf: (name) => (name === 'field' ? value : undefined),
		fields: [{ displayName: 'Any Field', name: 'field', type: 'string', default: '', ...more }],
		json: {},
		timezone: 'America/Sao_Paulo',
		fileIn: (binaryField, label) => ({
			name: binaryField,
			mimeType: label,
			content: async () => await Promise.reject(new Error('Nobody needs the content')),
		}),
		idsRead: [],
		byModel,
	});
}

const blanks = [undefined, null, '', '   ', '\n\t'];

describe('IDs', () => {
	test.each(blanks)('%j is empty', (sessionId) => {
		expect(refusalOf(() => reader({ sessionId }).requiredId('sessionId'))).toMatchObject({
			message: 'Session ID is empty',
		});
	});

	test('blanks around an ID do not matter', () => {
		expect(reader({ sessionId: ` ${ID}\n` }).requiredId('sessionId')).toBe(ID);
	});

	test('the address of a session in the web app holds its ID', () => {
		const sessionId = `https://app.example.com/chat2/sessions/${ID}/preview?interactive=true`;
		expect(reader({ sessionId }).requiredId('sessionId')).toBe(ID);
	});

	test.each(['42', 'Maria', `${ID}0`, `${ID}/../x`, `javascript:/${ID}`, '[object Object]'])(
		'%j is not an ID, and the refusal shows it',
		(sessionId) => {
			const { message, remedy } = refusalOf(() => reader({ sessionId }).requiredId('sessionId'));
			expect(message).toContain("'Session ID' is not an ID");
			expect(remedy).toContain(sessionId);
		},
	);

	test.each([{ id: ID }, [ID]])('%j is not a text', (sessionId) => {
		expect(refusalOf(() => reader({ sessionId }).id('sessionId')).message).toBe(
			"'Session ID' has to be a text",
		);
	});

	test('the IDs that were read are noted in the words of the form', () => {
		const idsRead: string[] = [];
		reader({ sessionId: ID }, idsRead).requiredId('sessionId');
		expect(idsRead).toEqual([`'Session ID' (${ID})`]);
	});
});

describe('texts and numbers', () => {
	test.each(blanks)('%j is blank', (number) => {
		expect(inUpdateFields({ number }).text('number')).toBeUndefined();
		expect(inUpdateFields({ classificationAmount: number }).number('classificationAmount')).toBe(
			undefined,
		);
	});

	test('a number and a boolean serve as text, and text as number', () => {
		expect(inUpdateFields({ number: true }).text('number')).toBe('true');
		expect(inUpdateFields({ number: 42 }).text('number')).toBe('42');
		expect(inUpdateFields({ classificationAmount: '1490.5' }).number('classificationAmount')).toBe(
			1490.5,
		);
	});

	test('0 is a value', () => {
		expect(inUpdateFields({ classificationAmount: 0 }).number('classificationAmount')).toBe(0);
	});

	test.each([
		['R$ 10', 10],
		['1.490,50', 1490.5],
	])('%j is the number %d', (value, number) => {
		const values = { classificationAmount: value };
		expect(inUpdateFields(values).number('classificationAmount')).toBe(number);
	});

	test('what can be two numbers is refused with both', () => {
		const values = { classificationAmount: '1.490' };
		expect(refusalOf(() => inUpdateFields(values).number('classificationAmount'))).toEqual(
			expect.objectContaining({
				message: "'Classification Amount' can be two numbers; write 1490 or 1.4900",
				remedy: 'Its value is now "1.490".',
			}),
		);
	});

	test.each(['US$ 10', '1 490', NaN, Infinity, true, {}])('%p is no number', (value) => {
		const values = { classificationAmount: value as string };
		expect(refusalOf(() => inUpdateFields(values).number('classificationAmount')).message).toBe(
			"'Classification Amount' has to be a number",
		);
	});
});

describe('booleans', () => {
	const option = (stopBotInExecution: unknown) =>
		reader({ options: { stopBotInExecution } as IDataObject })
			.group('options')
			.boolean('stopBotInExecution');

	test.each([
		[true, true],
		[false, false],
		['true', true],
		['false', false],
		[undefined, undefined],
	])('%p is %p', (given, read) => {
		expect(option(given)).toBe(read);
	});

	test.each(['yes', 1, {}])('%p is neither true nor false', (given) => {
		expect(refusalOf(() => option(given)).message).toBe(
			"'Stop Bot in Execution' has to be true or false",
		);
	});
});

describe('moments', () => {
	const moment = (endAt: unknown) => inUpdateFields({ endAt: endAt as string }).moment('endAt');

	test.each([
		['without a zone: the workflow’s', '2026-09-15T13:00:00', '2026-09-15T16:00:00.000Z'],
		['a blank instead of T', '2026-09-15 13:00', '2026-09-15T16:00:00.000Z'],
		['a date alone: its first minute', '2026-09-15', '2026-09-15T03:00:00.000Z'],
		['in UTC', '2026-09-15T13:00:00Z', '2026-09-15T13:00:00.000Z'],
		['with an offset', '2026-09-15T13:00:00+02:00', '2026-09-15T11:00:00.000Z'],
		['seven digits of a second', '2026-09-15T13:00:00.9250791Z', '2026-09-15T13:00:00.925Z'],
		['milliseconds', Date.UTC(2026, 8, 15, 13), '2026-09-15T13:00:00.000Z'],
		['seconds', Date.UTC(2026, 8, 15, 13) / 1_000, '2026-09-15T13:00:00.000Z'],
		['a number of a sheet', '46280,5', '2026-09-15T15:00:00.000Z'],
		['a Date', new Date(Date.UTC(2026, 8, 15, 13)), '2026-09-15T13:00:00.000Z'],
		[
			'a DateTime of another Luxon',
			{ toMillis: () => Date.UTC(2026, 8, 15, 13) },
			'2026-09-15T13:00:00.000Z',
		],
	])('%s', (_, given, read) => {
		expect(moment(given)).toBe(read);
	});

	test.each(['15/09/2026', 'tomorrow', '2026', '16:41', 0, true, {}, NaN])(
		'%p is no moment',
		(given) => {
			expect(refusalOf(() => moment(given)).message).toContain("'End At' is not a date and time");
		},
	);
});

describe('choices', () => {
	test('a value outside the options is refused with those that are known', () => {
		const { message, remedy } = refusalOf(() =>
			inUpdateFields({ status: 'completed' }).choice('status'),
		);
		expect(message).toContain("'Status' has to be one of COMPLETED, HIDDEN, IN_PROGRESS");
		expect(remedy).toContain('"completed"');
	});

	test.each([
		[
			['userId', 'endAt'],
			['userId', 'endAt'],
		],
		['userId, endAt', ['userId', 'endAt']],
		[['userId', 'userId'], ['userId']],
		[undefined, undefined],
		[[], undefined],
		['', undefined],
	])('%j chooses %j', (clear, chosen) => {
		expect(inUpdateFields({ clear }).choices('clear')).toEqual(chosen);
	});
});

describe('metadata', () => {
	const pairs = (...rows: IDataObject[]) =>
		inUpdateFields({ metadata: { pairs: rows } }).keyValues('metadata');

	test('rows become an object; false, 0 and blank values stay', () => {
		expect(
			pairs({ key: ' a ', value: 'x' }, { key: 'b', value: 0 }, { key: 'c', value: '' }),
		).toEqual({ a: 'x', b: 0, c: '' });
	});

	test('rows without key and value do not count', () => {
		expect(pairs({ key: '', value: '' })).toBeUndefined();
	});

	test.each([' ', '', null, undefined])('a value with %j for a key is refused', (key) => {
		const { message, remedy } = refusalOf(() => pairs({ key, value: 'x' }));
		expect(message).toBe("'Metadata' has a value without a key");
		expect(remedy).toContain('"x"');
	});

	test('the same key twice is refused', () => {
		expect(refusalOf(() => pairs({ key: 'a', value: '1' }, { key: 'a', value: '2' })).message).toBe(
			"'Metadata' names the same key twice",
		);
	});

	test('a key like __proto__ is a key like any other', () => {
		const read = pairs({ key: '__proto__', value: 'x' });
		expect(JSON.stringify(read)).toBe('{"__proto__":"x"}');
		expect(({} as { x?: unknown }).x).toBeUndefined();
	});

	test.each([
		['{ "a": null }', { a: null }],
		[{ a: 1 }, { a: 1 }],
	])('JSON %j', (given, read) => {
		expect(inUpdateFields({ metadataJson: given }).json('metadataJson')).toEqual(read);
	});

	test.each(['{ "a": ', '[1]', '"text"', 'null', 5])('%j is no JSON object', (given) => {
		expect(
			refusalOf(() => inUpdateFields({ metadataJson: given }).json('metadataJson')).message,
		).toContain("'Metadata (JSON)' has to be a JSON object");
	});
});

describe('values that a model has written', () => {
	const written = (values: IDataObject, idsRead: string[] = []) => reader(values, idsRead, true);
	const inFields = (values: IDataObject) => written({ updateFields: values }).group('updateFields');

	test.each(['null', 'undefined', ' NULL\n', '', null])('%j is no value', (nothing) => {
		const fields = inFields({ userId: nothing, endAt: nothing, number: nothing, clear: nothing });
		expect(fields.id('userId')).toBeUndefined();
		expect(fields.moment('endAt')).toBeUndefined();
		expect(fields.text('number')).toBeUndefined();
		expect(fields.choices('clear')).toBeUndefined();
	});

	test('the word null that a workflow gives is refused where an ID has to be', () => {
		expect(refusalOf(() => reader({ sessionId: 'null' }).id('sessionId')).remedy).toContain('null');
	});

	test.each(['"', "'", '`'])('%s around a value does not matter, save in a text', (mark) => {
		const quoted = (value: string) => ` ${mark}${value}${mark}\n`;
		const fields = inFields({
			userId: quoted(ID),
			endAt: quoted('2026-09-15T13:00:00'),
			classificationAmount: quoted('1490.5'),
			status: quoted('COMPLETED'),
			clear: `${mark}userId${mark}, ${mark}endAt${mark}`,
			number: quoted('A 1'),
		});
		expect(fields.id('userId')).toBe(ID);
		expect(fields.moment('endAt')).toBe('2026-09-15T16:00:00.000Z');
		expect(fields.number('classificationAmount')).toBe(1490.5);
		expect(fields.choice('status')).toBe('COMPLETED');
		expect(fields.choices('clear')).toEqual(['userId', 'endAt']);
		expect(fields.text('number')).toBe(`${mark}A 1${mark}`);
	});

	test('true and false may be written large', () => {
		const options = written({ options: { stopBotInExecution: 'True' } }).group('options');
		expect(options.boolean('stopBotInExecution')).toBe(true);
	});

	test('an ID that is none is refused with where IDs come from', () => {
		const { remedy } = refusalOf(() => inFields({ departmentId: 'Financeiro' }).id('departmentId'));
		expect(remedy).toContain("IDs come from 'Department: Get Many'");
	});

	test('the IDs that were read are noted with where they come from', () => {
		const idsRead: string[] = [];
		written({ sessionId: ID }, idsRead).requiredId('sessionId');
		expect(idsRead).toEqual([`'Session ID' (${ID}, which comes from 'Session: Get Many')`]);
	});
});

describe('a field that has to be filled in', () => {
	const choice = { options: [{ name: 'A', value: 'a' }] };

	test.each(blanks)('is empty when it holds %j, and the remedy names it', (blank) => {
		const form = oneField(blank, choice);
		const reads = [
			() => form.requiredText('field'),
			() => form.requiredId('field'),
			() => form.requiredPhone('field'),
			() => form.requiredMoment('field'),
			() => form.requiredChoice('field'),
			() => form.file('field'),
		];
		for (const read of reads) {
			const { message, remedy } = refusalOf(read);
			expect(message).toBe('Any Field is empty');
			expect(remedy).toMatch(/^Fill in 'Any Field'\. .*the expression gives nothing/);
		}
	});

	test('gives its value', () => {
		expect(oneField(' a ').requiredText('field')).toBe('a');
		expect(oneField(ID).requiredId('field')).toBe(ID);
		expect(oneField('+55 11 90000-0001').requiredPhone('field')).toBe('5511900000001');
		expect(oneField('2026-09-15').requiredMoment('field')).toBe('2026-09-15T03:00:00.000Z');
		expect(oneField('a', choice).requiredChoice('field')).toBe('a');
	});

	test('gives the file of the item that it names', () => {
		expect(oneField(' data ').file('field')).toMatchObject({ name: 'data', mimeType: 'Any Field' });
	});
});

test('a field that the form does not have is a mistake in the code', () => {
	expect(() => oneField('a').text('fields')).toThrow("The form has no field 'fields'");
});

test('a field is called by its label', () => {
	expect(oneField('a').label('field')).toBe('Any Field');
});

describe('a resource locator', () => {
	const locator = (value: unknown, mode = 'list') => oneField({ __rl: true, mode, value });

	test('gives the value inside it', () => {
		expect(locator(` ${ID} `).id('field')).toBe(ID);
		expect(locator('+55 11 90000-0001', 'phone').phone('field')).toBe('5511900000001');
	});

	test.each(blanks)('is blank with %j inside it', (blank) => {
		expect(locator(blank).id('field')).toBeUndefined();
	});

	test.each([
		ID,
		{ mode: 'id', value: ID },
		{ mode: 'list', value: ` ${ID}`, __rl: false },
		{ value: ID },
	])('that was not written by the editor is read as well: %j', (value) => {
		expect(oneField(value, { type: 'resourceLocator' }).id('field')).toBe(ID);
	});

	test('that holds no value is refused with what it holds', () => {
		const { message, remedy } = refusalOf(() =>
			oneField({ id: ID }, { type: 'resourceLocator' }).id('field'),
		);
		expect(message).toBe("'Any Field' has to be a text");
		expect(remedy).toContain(ID);
	});

	test('is told by the type of its field, so that JSON with the same names stays as it is', () => {
		const json = { mode: 'id', value: ID };
		expect(oneField(json, { type: 'json' }).json('field')).toEqual(json);
	});

	test('tells its mode, which is that of an ID where it is none', () => {
		expect(locator('a', 'phone').mode('field')).toBe('phone');
		for (const plain of ['a', null, { __rl: true, mode: 5 }]) {
			expect(oneField(plain).mode('field')).toBe('id');
		}
	});
});

describe('phone numbers', () => {
	test.each([
		['123', 'Its value is now "123".'],
		['Maria', 'Its value is now "Maria". The character M (U+004D) does not belong in it.'],
		['\u200b', 'Its value is now "[U+200B]".'],
		[
			'\u202a١١\u202c',
			'Its value is now "[U+202A]١١[U+202C]". The character ١ (U+0661) does not belong in it.',
		],
	])('%j is refused with how to write one, and with what hinders it', (phone, told) => {
		const { message, remedy } = refusalOf(() => oneField(phone).phone('field'));
		expect(message).toBe("'Any Field' is not a phone number; write it like +55 11 90000-0001");
		expect(remedy).toBe(told);
	});

	test('go to the API as digits, as text and as a number of a sheet', () => {
		for (const phone of ['(011) 90000-0001', 5511900000001, '5511900000001.0']) {
			expect(oneField(phone).phone('field')).toBe('5511900000001');
		}
	});

	test('without their area code are refused by the name of the field', () => {
		expect(refusalOf(() => oneField('90000-0001').phone('field')).message).toBe(
			"'Any Field' has no area code; write it like +55 11 90000-0001",
		);
	});

	test('that were read are noted in the words of the form', () => {
		const idsRead: string[] = [];
		reader({ sessionId: '(11) 90000-0001' }, idsRead).phone('sessionId');
		expect(idsRead).toEqual(["'Session ID' (+5511900000001)"]);
	});

	test('may be several, with users of Instagram among them', () => {
		const written = '(11) 90000-0001, @loja, padaria.estrela';
		expect(oneField(written).phones('field')).toEqual([
			'5511900000001',
			'@loja',
			'@padaria.estrela',
		]);
		expect(oneField(5511900000001).phones('field')).toEqual(['5511900000001']);
		expect(oneField(undefined).phones('field')).toBeUndefined();
		expect(refusalOf(() => oneField('@loja, Maria Silva').phones('field'))).toMatchObject({
			message: "'Any Field' is not a phone number; write it like +55 11 90000-0001",
			remedy: expect.stringContaining('"Maria Silva"'),
		});
	});

	test('of a model may stand in quotation marks', () => {
		expect(oneField('"@loja"', {}, true).phone('field')).toBe('@loja');
	});
});

test('an address or a name loses what nobody sees', () => {
	expect(oneField('\u200bjulia@example.com\ufeff').plainText('field')).toBe('julia@example.com');
	for (const blank of [...blanks, '\u200b']) {
		expect(oneField(blank).plainText('field')).toBeUndefined();
	}
	expect(refusalOf(() => oneField({}).plainText('field')).message).toBe(
		"'Any Field' has to be a text",
	);
});

describe('lists', () => {
	test.each([
		['a, b', ['a', 'b']],
		[' a ', ['a']],
		['a,, b ,', ['a', 'b']],
		['"a", \'b\'', ['a', 'b']],
		['["a, b", " c "]', ['a, b', 'c']],
		[
			['a', ' b ', '', null, undefined],
			['a', 'b'],
		],
		[
			['a', 5, 0],
			['a', '5', '0'],
		],
	])('%j are the texts %j', (value, texts) => {
		expect(oneField(value).texts('field')).toEqual(texts);
	});

	test.each([...blanks, [], ['', null], ',', ' , ', '[]', '""'])('%j is no text', (value) => {
		expect(oneField(value).texts('field')).toBeUndefined();
	});

	test.each([true, { a: 1 }])('%j is not a list', (value) => {
		const { message, remedy } = refusalOf(() => oneField(value).texts('field'));
		expect(message).toBe("'Any Field' has to be a list");
		expect(remedy).toBe(`Its value is now ${JSON.stringify(value)}.`);
	});

	test.each([true, { a: 1 }, ['b']])('%j is no text in a list', (entry) => {
		const { message, remedy } = refusalOf(() => oneField(['a', entry]).texts('field'));
		expect(message).toBe("'Any Field' has to be a list of texts");
		expect(remedy).toContain(JSON.stringify(entry));
	});

	test('IDs are checked one by one, in their order', () => {
		const other = ID.replace('3f', '4f');
		expect(oneField(`${other}, https://app.example.com/x/${ID}`).ids('field')).toEqual([other, ID]);
		expect(refusalOf(() => oneField([ID, 'Maria']).ids('field')).remedy).toContain('"Maria"');
		expect(oneField('').ids('field')).toBeUndefined();
	});
});

describe('days', () => {
	test.each([
		['2026-09-15', '2026-09-15'],
		['2026-09-15T23:30:00', '2026-09-15'],
		[new Date('2026-09-16T02:30:00Z'), '2026-09-15'],
	])('%p is %s', (value, day) => {
		expect(oneField(value).date('field')).toBe(day);
	});

	test.each(blanks)('%j is none', (blank) => {
		expect(oneField(blank).date('field')).toBeUndefined();
	});

	test.each(['15/09/2026', 'tomorrow', true])('%j is refused with how to write one', (value) => {
		const { message, remedy } = refusalOf(() => oneField(value).date('field'));
		expect(message).toBe("'Any Field' is not a date; write it like 2026-09-15");
		expect(remedy).toContain(JSON.stringify(value));
	});
});

describe('groups', () => {
	const options = [{ displayName: 'Inner', name: 'inner', type: 'string' as const, default: '' }];
	const group = (value: unknown) => oneField(value, { type: 'collection', options }).group('field');

	test('give the values of their members', () => {
		expect(group({ inner: ' a ' }).text('inner')).toBe('a');
		expect(group({}).text('inner')).toBeUndefined();
	});

	test.each(blanks)('hold nothing where they are %j', (blank) => {
		expect(group(blank).text('inner')).toBeUndefined();
	});

	test.each(['a', 5, [{ inner: 'a' }]])('%j is none', (value) => {
		const { message, remedy } = refusalOf(() => group(value));
		expect(message).toBe("'Any Field' has to be an object");
		expect(remedy).toContain(JSON.stringify(value));
	});
});

describe('rows', () => {
	const values = [{ displayName: 'Inner', name: 'inner', type: 'string' as const, default: '' }];
	const options = [{ displayName: 'Row', name: 'row', values }];
	const rows = (value: unknown) =>
		oneField(value, { type: 'fixedCollection', options }).rows('field');

	test('are read one by one, in their order', () => {
		const read = rows({ row: [{ inner: ' a ' }, {}, { inner: 'b' }] });
		expect(read.map((row) => row.text('inner'))).toEqual(['a', undefined, 'b']);
		expect(read[0]?.label('inner')).toBe('Inner');
	});

	test('that do not repeat are one row', () => {
		expect(rows({ row: { inner: 'a' } }).map((row) => row.text('inner'))).toEqual(['a']);
	});

	test.each([...blanks, {}, { row: [] }, { row: ['a', null] }, 'a', []])('%j has none', (value) => {
		expect(rows(value)).toEqual([]);
		expect(oneField(value, { options }).keyValues('field')).toBeUndefined();
	});
});

test('keys without a value stay, with an empty text', () => {
	const pairs = { pairs: [{ key: 'a' }, { key: 'b', value: ' x ' }, { key: 5, value: null }] };
	expect(oneField(pairs).keyValues('field')).toEqual({ a: '', b: 'x', 5: '' });
});

describe('dynamic forms', () => {
	const mapped = (type: string, value: unknown, more: IDataObject = {}) =>
		oneField({
			mappingMode: 'defineBelow',
			value: { f: value } as IDataObject,
			schema: [{ id: 'f', displayName: 'Plan', type, ...more }],
		}).mapped('field');
	const options = [
		{ name: 'A', value: 'a' },
		{ name: 'B', value: 'b' },
	];

	test('take only what their fields offer', () => {
		expect(mapped('options', 'a', { options })).toEqual({ f: 'a' });
		expect(mapped('array', 'a, b, a', { options })).toEqual({ f: ['a', 'b'] });
		for (const type of ['options', 'array']) {
			expect(refusalOf(() => mapped(type, 'c', { options })).message).toBe(
				"'Plan' has to be one of a, b",
			);
		}
	});

	test.each(['number', 'boolean', 'dateTime', 'object'])(
		'refuse what is no %s by the label of the field',
		(type) => {
			expect(refusalOf(() => mapped(type, 'x')).message).toMatch(/^'Plan' (has to be|is not)/);
		},
	);

	test.each(['number', 'boolean', 'dateTime', 'object', 'array', 'options', 'string'])(
		'leave out a blank field (%s)',
		(type) => {
			expect(mapped(type, ' ', { options })).toBeUndefined();
		},
	);
});

describe('a refusal shows the value', () => {
	const shown = (value: unknown) => refusalOf(() => oneField(value).boolean('field')).remedy;

	test.each([
		['a\u200b\u00a0', '"a[U+200B]"'],
		['a', '"a"'],
		['a "b"', '"a \\"b\\""'],
		[[1, 'a'], '[1,"a"]'],
		[{ a: null }, '{"a":null}'],
		[Symbol('s'), 'Symbol(s)'],
	])('%p as %s', (value, written) => {
		expect(shown(value)).toBe(`Its value is now ${written}.`);
	});

	test('in short where it is long', () => {
		expect(shown('a'.repeat(118))).toBe(`Its value is now "${'a'.repeat(118)}".`);
		expect(shown('a'.repeat(119))).toBe(`Its value is now "${'a'.repeat(119)}….`);
		fc.assert(
			fc.property(fc.string({ minLength: 200, maxLength: 5000 }), (long) => {
				expect(shown(`x${long}`).length).toBeLessThan(150);
			}),
			runs(100),
		);
	});
});

test.each(['TRUE', 'False', '"true"'])('%s is true or false', (value) => {
	expect(oneField(value).boolean('field')).toBe(/true/i.test(value));
});

test.each(['trueish', 'untrue', 'not false', '0', ['true']])(
	'%j is neither true nor false',
	(value) => {
		expect(refusalOf(() => oneField(value).boolean('field')).message).toBe(
			"'Any Field' has to be true or false",
		);
	},
);

test('a choice is a value of the form, of whatever type', () => {
	const options = [
		{ name: 'One', value: 1 },
		{ name: 'Yes', value: true },
	];
	const form = (value: unknown) => oneField(value, { options });
	expect(form(1).choice('field')).toBe(1);
	expect(form(true).choice('field')).toBe(true);
	expect(refusalOf(() => form('2').choice('field'))).toMatchObject({
		message: "'Any Field' has to be one of 1, true",
		remedy: 'Its value is now "2".',
	});
	expect(refusalOf(() => oneField('a').choice('field')).message).toContain('has to be one of');
});
