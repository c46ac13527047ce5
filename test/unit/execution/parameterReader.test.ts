import type { IDataObject } from 'n8n-workflow';
import { readParameters } from '../../../nodes/WtsChat/execution/parameterReader';
import { InputError } from '../../../nodes/WtsChat/fields/itemParameters';
import { update } from '../../../nodes/WtsChat/resources/session/update';

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

	test('a number serves as text, and text as number', () => {
		expect(inUpdateFields({ number: 42 }).text('number')).toBe('42');
		expect(inUpdateFields({ classificationAmount: '1490.5' }).number('classificationAmount')).toBe(
			1490.5,
		);
	});

	test('0 is a value', () => {
		expect(inUpdateFields({ classificationAmount: 0 }).number('classificationAmount')).toBe(0);
	});

	test.each(['R$ 10', '1.490,50', NaN, Infinity, true, {}])('%p is no number', (value) => {
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
		['a Date', new Date(Date.UTC(2026, 8, 15, 13)), '2026-09-15T13:00:00.000Z'],
		[
			'a DateTime of another Luxon',
			{ toMillis: () => Date.UTC(2026, 8, 15, 13) },
			'2026-09-15T13:00:00.000Z',
		],
	])('%s', (_, given, read) => {
		expect(moment(given)).toBe(read);
	});

	test.each(['15/09/2026', 'tomorrow', '2026-13-01', true, {}, NaN])('%p is no moment', (given) => {
		expect(refusalOf(() => moment(given)).message).toContain("'End At' is not a date and time");
	});
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

	test('a value without a key is refused', () => {
		expect(refusalOf(() => pairs({ key: ' ', value: 'x' })).message).toBe(
			"'Metadata' has a value without a key",
		);
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
