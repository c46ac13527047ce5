import type { IDataObject } from 'n8n-workflow';
import { startSandbox } from '../../playground/sandbox';
import { formOf } from '../../nodes/WtsChat/fields/field';
import { resources } from '../../nodes/WtsChat/resources';
import { sessionAt, useSandbox } from '../support/account';
import { forms } from '../contract/forms';
import type { Form } from '../contract/forms/form';
import { callAsTool, callFromAgent, run } from '../support/engine';

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

/** The form with its locators as the editor writes them. */
function located(resource: string, operation: string, typed: IDataObject): IDataObject {
	const { operations } = resources.find(({ value }) => value === resource)!;
	const { fields } = operations.find(({ value }) => value === operation)!;
	const entries = Object.entries(typed).map(([name, value]) => {
		const isLocator = formOf(fields).some(
			(field) => field.name === name && field.type === 'resourceLocator',
		);
		return [
			name,
			isLocator && typeof value === 'string' ? { __rl: true, mode: 'id', value } : value,
		];
	});
	return Object.fromEntries(entries) as IDataObject;
}

/** Every operation that gives its result at once. */
const operations = resources.flatMap((resource) =>
	resource.operations
		.filter(({ value }) => value !== 'sendAndWait')
		.map(({ value }) => [resource.value, value] as const),
);

/** IDs that the account did not have from the start. */
const DRAWN = /[0-9a-f]{8}-(?!0000)[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** What a fresh account is asked for when an agent calls the tool for every form that needs no file. */
async function requestsOf(
	resource: string,
	operation: string,
	fill: (typed: IDataObject) => { parameters: IDataObject; toolArguments: IDataObject },
): Promise<unknown> {
	const sandbox = await startSandbox();
	try {
		const made = forms[resource]?.[operation]?.(sandbox) ?? [];
		for (const form of made.filter(({ binary }) => !binary)) {
			const { parameters, toolArguments } = fill(forOneItem(form));
			const [answer] = await callFromAgent(
				{ parameters: { resource, operation, ...parameters }, account: sandbox },
				toolArguments,
			);
			expect(answer?.error).toBeUndefined();
		}
	} finally {
		await sandbox.close();
	}
	const requests = sandbox.requests.map(({ method, path, query, body }) => ({
		method,
		path,
		query,
		body,
	}));
	return JSON.parse(JSON.stringify(requests).replace(DRAWN, 'drawn'));
}

const inCommas = (value: unknown) =>
	` ${Array.isArray(value) ? value.join(', ') : String(value)}\n`;

const inJson = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

test.each(operations)(
	'%s.%s: whatever a person types, a model can give as text',
	async (resource, operation) => {
		const typed = await requestsOf(resource, operation, (parameters) => ({
			parameters,
			toolArguments: {},
		}));
		const inPlain = await requestsOf(resource, operation, (form) => givenByModel(form, inCommas));
		expect(inPlain).toEqual(typed);
		const inLocators = await requestsOf(resource, operation, (form) =>
			givenByModel(located(resource, operation, form), inJson),
		);
		expect(inLocators).toEqual(typed);
	},
);

describe('what a model gets to read', () => {
	const sandbox = useSandbox();

	const complete = () => ({
		resource: 'session',
		operation: 'complete',
		sessionId: sessionAt(sandbox(), 0).id,
	});

	const told = async (parameters: IDataObject) =>
		await callFromAgent({ parameters, account: sandbox() }, {});

	const namesOf = ([record = {}]: IDataObject[]) => Object.keys(record);

	test('a changed card comes in short, whole for whoever runs the node in a workflow', async () => {
		const reopen = () => ({
			resource: 'card',
			operation: 'reopen',
			cardId: sandbox().account.cards[0]!.id,
		});
		const short = namesOf(await told(reopen()));
		const { items } = await run({ parameters: reopen(), account: sandbox() });
		const whole = namesOf(items.map(({ json }) => json));
		expect(short).toContain('id');
		expect(short.length).toBeLessThanOrEqual(10);
		expect(whole.length).toBeGreaterThan(short.length);
		expect(namesOf(await told({ ...reopen(), output: 'raw' }))).toEqual(whole);
	});

	test('the open conversation of a phone number comes with who has it, and whether the window is open', async () => {
		const account = sandbox();
		const session = account.account.sessions.find(({ status }) => status === 'PENDING')!;
		const contact = account.account.contacts.find(({ id }) => id === session.contactId)!;
		const value = "={{ $fromAI('phone', 'Phone number of the contact', 'string') }}";
		const parameters = {
			resource: 'session',
			operation: 'getMany',
			filters: {
				contactId: { __rl: true, mode: 'id', value },
				statuses: ['PENDING', 'IN_PROGRESS'],
			},
		};
		const found = await callFromAgent({ parameters, account }, { phone: contact.phoneNumber });
		expect(found).toContainEqual(
			expect.objectContaining({
				id: session.id,
				contactName: contact.name,
				status: 'PENDING',
				window: expect.stringMatching(/^(open|closed)$/),
				userName: null,
			}),
		);
		expect(found.every(({ contactId }) => contactId === contact.id)).toBe(true);
	});

	test.each(['status, number', '["status","number"]'])(
		'the fields %s come with the ID',
		async (outputFields) => {
			const selected = { output: 'selectedFields', outputFields };
			expect(namesOf(await told({ ...complete(), ...selected }))).toEqual([
				'id',
				'status',
				'number',
			]);
		},
	);

	test.each(['stopWorkflow', 'continueRegularOutput'] as const)(
		'an error tells what to do, whatever n8n does on errors (%s)',
		async (onError) => {
			const parameters = { ...complete(), sessionId: 'Maria' };
			const calling = callFromAgent({ parameters, account: sandbox(), settings: { onError } }, {});
			const said = await calling.then(JSON.stringify, (error: Error) => error.message);
			expect(said).toContain('is not an ID; an ID looks like');
			expect(said).toContain("IDs come from 'Session: Get Many'");
		},
	);

	test('an agent inside another one is told the same, once', async () => {
		const parameters = { ...complete(), sessionId: 'Maria' };
		const calling = callAsTool({ parameters, account: sandbox() }, {});
		const message = await calling.catch((error: Error) => error.message);
		expect(String(message).split('IDs come from')).toHaveLength(2);
	});
});
