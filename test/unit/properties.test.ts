import fc from 'fast-check';
import type { INode, INodeProperties } from 'n8n-workflow';
import { formOf, Input, valuesOf, type Field, type Fields } from '../../nodes/WtsChat/fields/field';
import { InputError } from '../../nodes/WtsChat/fields/inputError';
import { id, ids } from '../../nodes/WtsChat/fields/kinds/id';
import { phone } from '../../nodes/WtsChat/fields/kinds/phone';
import { dayOf, json, moment, number } from '../../nodes/WtsChat/fields/kinds/plain';
import { keyValues } from '../../nodes/WtsChat/fields/kinds/rows';
import { runOptions } from '../../nodes/WtsChat/fields/requestOptions';
import type { Source } from '../../nodes/WtsChat/fields/source';
import type { Operation } from '../../nodes/WtsChat/operations/operation';
import { resources } from '../../nodes/WtsChat/resources';
import { apiError } from '../../nodes/WtsChat/transport/errors';
import type { ApiRequest } from '../../nodes/WtsChat/transport/contract';
import { judgeAnswer, judgeFailure } from '../../nodes/WtsChat/transport/outcome';
import { maskOf } from '../../nodes/WtsChat/transport/secrets';
import { say } from '../../nodes/WtsChat/values/sentence';
import { runs } from '../support/runs';
import { sourceOf } from '../support/source';

/** With ten properties ten thousand cases. */
const RUNS = runs(1_000);
const UUID = '3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10';
const KEY = 'pn_0123456789abcdef';
const PATH = /^(\/(?!\.{1,2}(\/|$))[\w.@~%!'()*-]+)+$/;

/** Whatever an expression, a spreadsheet or a model may give for a field. */
const anyValue = fc.oneof(
	{ weight: 4, arbitrary: fc.string({ unit: 'binary' }) },
	{ weight: 2, arbitrary: fc.constantFrom(UUID, `https://app.example.com/chat2/sessions/${UUID}`) },
	{ weight: 2, arbitrary: fc.constantFrom('../../x', '%2e%2e/', 'a/b?c#d', '\u0000', '__proto__') },
	{ weight: 2, arbitrary: fc.constantFrom('+55 11 90000-0001', '(11) 90000-0001', '@loja') },
	{ weight: 2, arbitrary: fc.date({ noInvalidDate: false }).map(String) },
	fc.integer(),
	fc.double(),
	fc.boolean(),
	fc.constantFrom(null, undefined, ''),
	fc.array(fc.string(), { maxLength: 4 }),
	fc.object({ maxDepth: 2 }),
	fc.json(),
);

const look = { displayName: 'Any Field', name: 'any' };

/** These values of an item without files. */
function itemOf(values: Record<string, unknown>): Source {
	return sourceOf(values, {
		fileIn: (name, label) => {
			throw new InputError(say`'${label}' names no file`, name);
		},
	});
}

/** Fails unless it holds; for so many cases `expect` would take longer than all that they test. */
function must(holds: boolean, what: string): void {
	if (!holds) throw new Error(what);
}

/** What comes of reading; a rejection has to name the field and to say what to do. */
function outcomeOf<Value>(read: () => Value, labels: string[]): Value | undefined {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		const said = `${error.message} ${error.remedy}`;
		must(
			labels.some((label) => said.includes(label)),
			`names no field: ${said}`,
		);
		must(error.remedy !== '', `says not what to do: ${said}`);
		return undefined;
	}
}

const reading = (field: Field, holds: (value: unknown) => boolean) =>
	fc.property(anyValue, (value) => {
		const result = outcomeOf(() => field.read(itemOf({ any: value })), ['Any Field']);
		must(result === undefined || holds(result), 'is read as something else');
	});

const isText = (pattern: RegExp) => (value: unknown) =>
	typeof value === 'string' && pattern.test(value);

const day = new Input({ ...look, type: 'dateTime', default: '' }, dayOf);

test.each<[string, Field, (value: unknown) => boolean]>([
	['an ID', id(look).required(), isText(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i)],
	['a phone number', phone(look).required(), isText(/^(\d{7,15}|@[\w.]+)$/)],
	['a moment', moment(look), isText(/^[+-]?\d{4,6}-\d\d-\d\dT.*Z$/)],
	['a day', day, isText(/^[+-]?\d{4,6}-\d\d-\d\d$/)],
	['a number', number({ ...look, default: 0 }), Number.isFinite],
	['a list of IDs', ids(look), Array.isArray],
	['JSON', json(look), (value) => typeof value === 'object'],
])('%s is read as one, or refused by the name of its field', (_, field, holds) => {
	fc.assert(reading(field, holds), RUNS);
});

const row = { displayName: 'Pair', name: 'pairs' };
const pairs = keyValues({ ...look, row, keyExample: 'a', valueExample: 'b' });

test('metadata keeps every key and value, whatever they are called', () => {
	const anyRow = fc.record({ key: fc.string({ minLength: 1 }), value: fc.string() });
	fc.assert(
		fc.property(fc.array(anyRow, { maxLength: 6 }), (rows) => {
			const read = outcomeOf(() => pairs.read(itemOf({ any: { pairs: rows } })), ['Any Field']);
			const given = rows.filter(({ key, value }) => key.trim() !== '' || value !== '');
			if (!read) return;
			must(Object.keys(read).length === given.length, 'keys are lost');
		}),
		RUNS,
	);
});

const operations = resources.flatMap((resource) => resource.operations);

/** All labels of a form, those inside collections too. */
function labelsOf(fields: INodeProperties[]): string[] {
	return fields.flatMap(({ displayName, options = [] }) => [
		displayName,
		...options.flatMap((option) => {
			if ('values' in option) return labelsOf(option.values);
			return 'type' in option ? labelsOf([option]) : [];
		}),
	]);
}

const oneInFour = fc.constantFrom(true, false, false, false);

/** What a field holds: anything, or nothing, since few would be read to the end if all held anything. */
interface Drawn {
	isFilledIn: boolean;
	value: unknown;
}

/** Values for the fields of a form, inside its collections as well; the required ones all have one. */
function drawnFor(fields: INodeProperties[], draw: () => Drawn): Record<string, unknown> {
	const entries = fields.map(({ name, type, required, options = [] }) => {
		const members = options.filter((option): option is INodeProperties => 'type' in option);
		if (type === 'collection') return [name, drawnFor(members, draw)];
		const { isFilledIn, value } = draw();
		return [name, required || isFilledIn ? value : undefined];
	});
	return Object.fromEntries(entries) as Record<string, unknown>;
}

/** Makes of an item what is done for it. */
function made(operation: Operation, source: Source) {
	const values = valuesOf<Fields>(operation.fields, source);
	switch (operation.kind) {
		case 'request':
			return operation.request(values);
		case 'list':
			return operation.list(values);
		case 'job':
			return operation.prepare(values);
		case 'ask':
			return operation.ask(values);
	}
}

test('no operation crashes on any form, and no value leaves its place in the path', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...operations),
			fc.array(fc.record({ isFilledIn: oneInFour, value: anyValue }), {
				minLength: 30,
				maxLength: 30,
			}),
			(operation, drawn) => {
				let place = 0;
				const form = [...formOf(operation.fields), ...runOptions.form];
				const item = itemOf(drawnFor(form, () => drawn[place++ % drawn.length]!));
				const labels = labelsOf(form);
				outcomeOf(() => runOptions.read(item), labels);
				const result = outcomeOf(() => made(operation, item), labels);
				if (result && 'path' in result) must(PATH.test(result.path), `asks for ${result.path}`);
			},
		),
		RUNS,
	);
});

test('no answer of the API crashes the judgement, and no message tells the key', () => {
	const body = fc.oneof(
		fc.anything(),
		fc.string(),
		fc.record({ error: fc.boolean(), key: fc.string(), text: fc.constant(`Bearer ${KEY}`) }),
		fc.record({ title: fc.string(), errors: fc.dictionary(fc.string(), fc.constant([KEY])) }),
	);
	const retryAfter = fc.oneof(fc.string(), fc.constantFrom('5', 'Wed, 21 Oct 2026 07:28:00 GMT'));
	fc.assert(
		fc.property(
			fc.integer({ min: 100, max: 599 }),
			body,
			retryAfter,
			(statusCode, body, header) => {
				const answer = { statusCode, body, headers: { 'retry-after': header } };
				const outcome = judgeAnswer(answer as never, maskOf([KEY], '[API key]'));
				if (outcome.kind === 'answered') return;
				const request: ApiRequest = { method: 'POST', path: '/' };
				const error = apiError({ name: 'WTS Chat' } as INode, request, outcome);
				const told = `${error.message} ${error.description} ${JSON.stringify(error.context)}`;
				must(!told.includes(KEY), 'tells the key');
				must(error.message !== '', 'has no message');
			},
		),
		RUNS,
	);
	fc.assert(
		fc.property(fc.anything(), (thrown) => {
			expect(['unreached', 'lost']).toContain(judgeFailure(thrown).kind);
		}),
		runs(100),
	);
});
