import type { INodeProperties } from 'n8n-workflow';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { formOf } from '../../nodes/WtsChat/fields/field';
import { resources } from '../../nodes/WtsChat/resources';
import { useSandbox } from '../support/account';
import { contractOperations, namesOf, operationOf } from '../support/contract';
import { run } from '../support/engine';
import { projectFolder } from '../support/package';
import { forms } from './forms';
import { operationsPage } from './operationsPage';

const sandbox = useSandbox();

const excused = parse(readFileSync(join(projectFolder, 'contract/excused.yaml'), 'utf8')) as Record<
	'operations' | 'query' | 'body' | 'answer',
	Record<string, string>
>;

const contract = contractOperations();

/** What the forms really sent and got, by operation of the contract. */
const touched = new Map(
	contract.map(({ operationId }) => [
		operationId,
		{ reached: false, query: new Set<string>(), body: new Set<string>(), answer: new Set<string>() },
	]),
);

/** What Send and Wait for Reply calls beside its run, at a time of its own, to tidy up. */
const BESIDE_THE_RUN = /^(GET|PUT|DELETE) \/(core\/v1\/webhook\/subscription|chat\/v2\/session$)/;

/** What each operation of the node called. */
const calls = new Map<string, Set<string>>();

const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		name: `${resource.value}.${operation.value}`,
		resource: resource.value,
		operation: operation.value,
		fields: formOf(operation.fields),
	})),
);

/** Names of fields, and of what stands in collections. */
function fieldNames(fields: INodeProperties[]): string[] {
	return fields.flatMap((field) =>
		field.type === 'collection' ? fieldNames(field.options as INodeProperties[]) : [field.name],
	);
}

/** Fields that only the tool of an AI agent shows, or that say something instead of asking. */
const NEVER_FILLED_IN = ['output', 'outputFields', 'notice'];

describe.each(operations)('$name', ({ name: operationName, resource, operation, fields }) => {
	test('sends what the contract knows and gives out what the API answers', async () => {
		const made = forms[resource]?.[operation]?.(sandbox()) ?? [];
		expect(made.length).toBeGreaterThan(0);
		for (const { parameters, items, binary } of made) {
			const before = sandbox().requests.length;
			const outcome = await run({
				parameters: { resource, operation, ...parameters },
				account: sandbox(),
				items,
				binary,
			});
			// the sandbox refuses whatever the contract does not know
			expect(outcome.error).toBeUndefined();

			const requests = sandbox().requests.slice(before);
			for (const { method, path, query, body } of requests) {
				const called = operationOf(contract, method, path);
				const seen = called && touched.get(called.operationId);
				if (!seen) continue;
				seen.reached = true;
				const known = calls.get(operationName) ?? new Set();
				const call = `${called.method} ${called.path}`;
				const isBeside = operation === 'sendAndWait' && BESIDE_THE_RUN.test(call);
				calls.set(operationName, isBeside ? known : known.add(call));
				for (const name of Object.keys(query as object)) seen.query.add(name);
				for (const name of namesOf(body)) seen.body.add(name);
				for (const name of namesOf(outcome.items.map(({ json }) => json))) seen.answer.add(name);
			}
		}
	});

	test('has every field filled in by one of its forms', () => {
		const made = forms[resource]?.[operation]?.(sandbox()) ?? [];
		const filledIn = made.flatMap(({ parameters }) =>
			Object.entries(parameters).flatMap(([name, value]) => {
				const { type } = fields.find((field) => field.name === name) ?? {};
				return type === 'collection' ? Object.keys(value as object) : [name];
			}),
		);
		const known = [...new Set(fieldNames(fields))].filter((name) => !NEVER_FILLED_IN.includes(name));
		expect(known.filter((name) => !filledIn.includes(name))).toEqual([]);
	});
});

describe('the whole contract', () => {
	test('every operation is reached, or excused', () => {
		const missed = contract.filter(({ operationId }) => !touched.get(operationId)?.reached);
		expect(missed.map(({ operationId }) => operationId).sort()).toEqual(
			Object.keys(excused.operations).sort(),
		);
	});

	test.each(['query', 'body'] as const)('every %s member is sent, or excused', (kind) => {
		const missed = contract.flatMap((operation) => {
			const seen = touched.get(operation.operationId);
			if (!seen?.reached) return [];
			return operation[kind]
				.filter((name) => !seen[kind].has(name))
				.map((name) => `${operation.operationId} ${name}`);
		});
		expect(missed.sort()).toEqual(Object.keys(excused[kind]).sort());
	});

	test('every property of an answer comes out of some operation, or is excused', () => {
		const known = new Map<string, Set<string>>();
		const given = new Map<string, Set<string>>();
		for (const { operationId, record, answer } of contract) {
			const seen = touched.get(operationId);
			if (!seen?.reached) continue;
			known.set(record, new Set([...(known.get(record) ?? []), ...answer]));
			given.set(record, new Set([...(given.get(record) ?? []), ...seen.answer]));
		}
		const missed = [...known].flatMap(([record, names]) =>
			[...names].filter((name) => !given.get(record)?.has(name)).map((name) => `${record} ${name}`),
		);
		expect(missed.sort()).toEqual(Object.keys(excused.answer).sort());
	});
});

test('docs/operations.md is current (if not: npm run docs)', () => {
	const file = join(projectFolder, 'docs/operations.md');
	const page = operationsPage(resources, calls);
	if (process.env.UPDATE_DOCS) writeFileSync(file, page);
	expect(readFileSync(file, 'utf8')).toBe(page);
});
