import fc from 'fast-check';
import type { INode, INodeProperties } from 'n8n-workflow';
import { readParameters } from '../../nodes/WtsChat/execution/parameterReader';
import { InputError, type ItemParameters } from '../../nodes/WtsChat/fields/itemParameters';
import { resources } from '../../nodes/WtsChat/resources';
import { apiError } from '../../nodes/WtsChat/transport/errors';
import type { ApiRequest } from '../../nodes/WtsChat/transport/contract';
import { judgeAnswer, judgeFailure } from '../../nodes/WtsChat/transport/outcome';
import { maskOf } from '../../nodes/WtsChat/transport/secrets';
import { runs } from '../support/runs';

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

const field = (more: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName: 'Any Field',
	name: 'any',
	type: 'string',
	default: '',
	...more,
});

function parametersOf(values: Record<string, unknown>, fields: INodeProperties[]): ItemParameters {
	return readParameters({
		valueOf: (name) => values[name],
		fields,
		json: {},
		timezone: 'America/Sao_Paulo',
		fileIn: (name, label) => {
			throw new InputError(`'${label}' names no file`, name);
		},
		idsRead: [],
		byModel: false,
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

const reading = (
	read: (parameters: ItemParameters) => unknown,
	holds: (value: unknown) => boolean,
) =>
	fc.property(anyValue, (value) => {
		const parameters = parametersOf({ any: value }, [field()]);
		const result = outcomeOf(() => read(parameters), ['Any Field']);
		must(result === undefined || holds(result), 'is read as something else');
	});

const isText = (pattern: RegExp) => (value: unknown) =>
	typeof value === 'string' && pattern.test(value);

test.each<[string, (parameters: ItemParameters) => unknown, (value: unknown) => boolean]>([
	['an ID', (form) => form.requiredId('any'), isText(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i)],
	['a phone number', (form) => form.requiredPhone('any'), isText(/^(\d{7,15}|@[\w.]+)$/)],
	['a moment', (form) => form.moment('any'), isText(/^[+-]?\d{4,6}-\d\d-\d\dT.*Z$/)],
	['a day', (form) => form.date('any'), isText(/^[+-]?\d{4,6}-\d\d-\d\d$/)],
	['a number', (form) => form.number('any'), Number.isFinite],
	['a list of IDs', (form) => form.ids('any'), Array.isArray],
	['JSON', (form) => form.json('any'), (value) => typeof value === 'object'],
])('%s is read as one, or refused by the name of its field', (_, read, holds) => {
	fc.assert(reading(read, holds), RUNS);
});

test('metadata keeps every key and value, whatever they are called', () => {
	const row = fc.record({ key: fc.string({ minLength: 1 }), value: fc.string() });
	fc.assert(
		fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
			const parameters = parametersOf({ any: { pairs: rows } }, [field()]);
			const read = outcomeOf(() => parameters.keyValues('any'), ['Any Field']);
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

/** Values for all fields of a form, inside its collections as well. */
function valuesOf(fields: INodeProperties[], draw: () => unknown): Record<string, unknown> {
	const entries = fields.map(({ name, type, options = [] }) => {
		const members = options.filter((option): option is INodeProperties => 'type' in option);
		return [name, type === 'collection' ? valuesOf(members, draw) : draw()];
	});
	return Object.fromEntries(entries) as Record<string, unknown>;
}

test('no operation crashes on any form, and no value leaves its place in the path', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...operations),
			fc.array(anyValue, { minLength: 30, maxLength: 30 }),
			(operation, drawn) => {
				let place = 0;
				const values = valuesOf(operation.fields, () => drawn[place++ % drawn.length]);
				const parameters = parametersOf(values, operation.fields);
				const labels = labelsOf(operation.fields);
				if ('list' in operation || 'request' in operation) {
					const request = outcomeOf(
						() => ('list' in operation ? operation.list : operation.request)(parameters),
						labels,
					);
					if (request) must(PATH.test(request.path), `asks for ${request.path}`);
				} else {
					const make = 'ask' in operation ? operation.ask : operation.prepare;
					outcomeOf(() => make(parameters), labels);
				}
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
