import {
	NodeHelpers,
	type IDataObject,
	type INode,
	type INodeParameters,
	type INodeProperties,
} from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedRequest } from '../../playground/sandbox';
import { resources } from '../../tools/migrate/resources';
import type { SavedNode } from '../../tools/migrate/workflow';
import { useSandbox } from '../support/account';
import { run } from '../support/engine';
import { wtsChat } from '../support/nodes';
import { item } from './item';
import { callOf, oldCalls } from './oldCalls';
import { computed, exported, FILES, isOld, migrated, nodeNamed, type FileName } from './support';

interface Expectation {
	parameters: IDataObject;
	requests: Array<{ method: string; path: string; query?: IDataObject; body?: IDataObject }>;
}

const expectations = Object.fromEntries(
	FILES.map((file) => {
		const text = readFileSync(join(__dirname, 'expected', `${file}.json`), 'utf8');
		return [file, JSON.parse(text) as Record<string, Expectation>];
	}),
) as Record<FileName, Record<string, Expectation>>;

const cases = FILES.flatMap((file) =>
	exported(file)
		.nodes.filter(isOld)
		.map((node) => [file, node.name, node] as const),
);

const sandbox = useSandbox();

/** The old node's operation, which an export leaves out where it is the usual one. */
function operationOf({ parameters = {} }: SavedNode): string {
	const { resource = 'contact', operation } = parameters;
	return String(operation ?? resources[String(resource)]?.usual);
}

/** What a person chooses in the node after the conversion: the channel and the chatbot. */
function withChoices(parameters: IDataObject): IDataObject {
	const chosen = structuredClone(parameters);
	if (chosen.from) chosen.from = { __rl: true, mode: 'number', value: '551130000000' };
	const options = chosen.options as IDataObject | undefined;
	if (options?.botKey) {
		options.botKey = { __rl: true, mode: 'id', value: sandbox().account.chatbots[1]?.key };
	}
	return chosen;
}

/** The items that reach a node: those of its input, or one per contact where nodes were put before it. */
function itemsFor(file: FileName, name: string): IDataObject[] {
	const list = migrated(file).workflow.nodes.find((node) => node.name === `Contacts of ${name}`);
	if (!list) return [item];
	const json = computed(list.parameters?.jsonOutput, item) as { contact: string[] };
	return json.contact.map((contact) => ({ ...json, contact }));
}

const stored = { data: 'eA==', fileName: 'arquivo.pdf', mimeType: 'application/pdf' };

test('the workflows hold all 39 operations of the old node', () => {
	const known = Object.values(resources).flatMap(({ conversions }) => Object.keys(conversions));
	expect(known.sort()).toEqual(Object.keys(oldCalls).sort());
	expect(known).toHaveLength(39);
	expect(new Set(cases.map(([, , node]) => operationOf(node)))).toEqual(new Set(known));
});

describe.each(cases)('%s: %s', (file, name, old) => {
	const node = nodeNamed(migrated(file).workflow, name);
	const expected = expectations[file][name];

	test('has the new parameters', () => {
		expect(node.parameters).toEqual(expected?.parameters);
	});

	test('fits the form of the new node', async () => {
		expect(await complaintsAbout(node)).toEqual([]);
	});

	test('asks WTS Chat for the same as the old node', async () => {
		const { error } = await run({
			parameters: withChoices(node.parameters as IDataObject),
			account: sandbox(),
			items: itemsFor(file, name),
			binary: { data: stored, boleto: stored },
		});
		expect(error).toBeUndefined();
		const requests = sandbox().requests.filter(
			({ path }) => !/^\/(storage|core\/v2\/file)/.test(path),
		);
		expect(requests.map(callOf)).toEqual([oldCallOf(old)]);
		expect(requests.map(plainly)).toEqual(expected?.requests);
	});
});

test('the check of the form finds what is wrong', async () => {
	const wrong = {
		...nodeNamed(migrated('contacts').workflow, 'Criar contato'),
		parameters: {
			resource: 'message',
			operation: 'send',
			content: 'picture',
			options: { enabledBot: true },
			sessionId: '1',
		},
	};
	expect(await complaintsAbout(wrong)).toEqual([
		'sessionId',
		'content: picture',
		'options.enabledBot',
		expect.objectContaining({ parameters: expect.objectContaining({ to: expect.anything() }) }),
	]);
});

/** A single contact in the old batch goes by itself. */
function oldCallOf(old: SavedNode): string {
	const call = String(oldCalls[operationOf(old)]);
	return old.name === 'Incluir um só' ? call.replace('/batch', '') : call;
}

function plainly({ method, path, query, body }: RecordedRequest) {
	const { fileId, ...rest } = (body ?? {}) as IDataObject;
	const inner = rest.body as IDataObject | undefined;
	if (fileId) rest.fileId = 'of the stored file';
	if (inner?.fileId) rest.body = { ...inner, fileId: 'of the stored file' };
	return {
		method,
		path,
		...(Object.keys(query as object).length > 0 && { query }),
		...(Object.keys(rest).length > 0 && { body: rest }),
	};
}

/** Parameters that the form does not show, values that it does not offer, and what it misses. */
async function complaintsAbout(node: SavedNode): Promise<unknown[]> {
	const { description } = wtsChat;
	const enabled = { ...node, disabled: false } as unknown as INode;
	const parameters = node.parameters as INodeParameters;
	const shown = description.properties.filter((field) =>
		NodeHelpers.displayParameter(
			withDefaults(parameters, description.properties),
			field,
			enabled,
			description,
		),
	);
	const hidden = Object.keys(parameters).filter(
		(name) => !shown.some((field) => field.name === name),
	);
	const strangers = Object.entries(parameters).flatMap(([name, value]) =>
		strangersIn(
			value,
			shown.find((field) => field.name === name),
		),
	);
	const issues = NodeHelpers.getNodeParametersIssues(description.properties, enabled, description);
	return [...hidden, ...strangers, ...(issues ? [issues] : [])];
}

function withDefaults(parameters: INodeParameters, fields: INodeProperties[]): INodeParameters {
	const defaults = Object.fromEntries(
		fields
			.filter(({ displayOptions }) => {
				const { resource, operation } = displayOptions?.show ?? {};
				const fits = (list: unknown[] | undefined, value: unknown) => !list || list.includes(value);
				return fits(resource, parameters.resource) && fits(operation, parameters.operation);
			})
			.map((field) => [field.name, field.default]),
	);
	return { ...defaults, ...parameters } as INodeParameters;
}

/** Members of a collection, and entries of a list, that the form does not have. */
function strangersIn(value: unknown, field: INodeProperties | undefined): string[] {
	if (!field || (typeof value === 'string' && value.startsWith('='))) return [];
	const options = field.options ?? [];
	if (field.type === 'collection' || field.type === 'fixedCollection') {
		return Object.entries(value as IDataObject).flatMap(([name, inner]) => {
			const member = options.find((option) => option.name === name);
			if (!member) return [`${field.name}.${name}`];
			return 'type' in member ? strangersIn(inner, member) : [];
		});
	}
	if (field.typeOptions?.loadOptionsMethod || !['options', 'multiOptions'].includes(field.type))
		return [];
	return [value]
		.flat()
		.filter((entry) => !options.some((option) => 'value' in option && option.value === entry))
		.map((entry) => `${field.name}: ${String(entry)}`);
}
