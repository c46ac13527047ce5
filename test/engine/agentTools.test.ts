import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../playground/sandbox';
import { resources } from '../../nodes/WtsChat/resources';
import { forms } from '../contract/forms';
import type { Form } from '../contract/forms/form';
import { callFromAgent } from '../support/engine';

/** Parts of a value that say how it was given, which no model decides. */
const MANNER = ['__rl', 'mode', 'mappingMode', 'schema'];

/** Fields without expressions, and the answers that a test compares as they are. */
const SET_BY_HAND = ['batching', 'simplify'];

type Transform = (value: unknown) => unknown;

/** The values with each one that a model can give in place of the typed one. */
function eachValue(values: IDataObject, replace: Transform): IDataObject {
	return Object.fromEntries(
		Object.entries(values).map(([name, value]) => [
			name,
			MANNER.includes(name) || SET_BY_HAND.includes(name) ? value : within(value, replace),
		]),
	) as IDataObject;
}

function within(value: unknown, replace: Transform): unknown {
	if (Array.isArray(value)) {
		const rows = value.some((entry) => typeof entry === 'object' && entry !== null);
		return rows ? value.map((entry: unknown) => within(entry, replace)) : replace(value);
	}
	if (typeof value === 'object' && value !== null) return eachValue(value as IDataObject, replace);
	return value === undefined ? undefined : replace(value);
}

/** The form as for its first item only; an agent calls a tool for one thing at a time. */
function forOneItem({ parameters, items: [first = {}] = [{}] }: Form): IDataObject {
	const typed = (value: unknown) =>
		typeof value === 'string' && value.startsWith('=')
			? value.slice(1).replace(/\{\{ \$json\.(\w+) \}\}/g, (_, name: string) => String(first[name]))
			: value;
	return eachValue(parameters, typed);
}

/** Lets the model give every value, written as `write` says. */
function givenByModel(typed: IDataObject, write: (value: unknown) => string) {
	const toolArguments: IDataObject = {};
	const parameters = eachValue(typed, (value) => {
		const key = `value_${Object.keys(toolArguments).length}`;
		toolArguments[key] = write(value);
		return `={{ $fromAI('${key}', 'A value', 'string') }}`;
	});
	return { parameters, toolArguments };
}

/** What a call asks of a fresh account. */
async function requestsOf(
	call: (sandbox: Sandbox) => Promise<IDataObject[]>,
): Promise<{ requests: object[]; answer: IDataObject[] }> {
	const sandbox = await startSandbox();
	try {
		const answer = await call(sandbox);
		const requests = sandbox.requests.map(({ method, path, query, body }) => ({
			method,
			path,
			query,
			body,
		}));
		return { requests, answer };
	} finally {
		await sandbox.close();
	}
}

const operations = resources.flatMap((resource) =>
	resource.operations.map(({ value }) => [resource.value, value] as const),
);

describe('whatever a person types, a model can give as text', () => {
	test.each(operations)('%s.%s', async (resource, operation) => {
		const formsOf = (sandbox: Sandbox) =>
			(forms[resource]?.[operation]?.(sandbox) ?? []).filter(({ binary }) => !binary);
		const sandbox = await startSandbox();
		const count = formsOf(sandbox).length;
		await sandbox.close();

		for (let n = 0; n < count; n++) {
			const formFor = (sandbox: Sandbox) => ({
				resource,
				operation,
				...forOneItem(formsOf(sandbox)[n]!),
			});
			const typed = await requestsOf(
				async (sandbox) =>
					await callFromAgent({ parameters: formFor(sandbox), account: sandbox }, {}),
			);
			expect(typed.answer[0]?.error).toBeUndefined();
			for (const write of [inCommas, inJson]) {
				const given = await requestsOf(async (sandbox) => {
					const { resource: _, operation: __, ...values } = formFor(sandbox);
					const { parameters, toolArguments } = givenByModel(values as IDataObject, write);
					return await callFromAgent(
						{ parameters: { resource, operation, ...parameters }, account: sandbox },
						toolArguments,
					);
				});
				expect(given.answer[0]?.error).toBeUndefined();
				expect(given.requests).toEqual(typed.requests);
			}
		}
	});
});

const inCommas = (value: unknown) =>
	` ${Array.isArray(value) ? value.join(', ') : String(value)}\n`;

const inJson = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
