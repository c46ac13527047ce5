import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	NodeHelpers,
	type IDataObject,
	type INode,
	type INodeType,
	type INodeProperties,
	type INodePropertyOptions,
} from 'n8n-workflow';
import { startSandbox } from '../../playground/sandbox';
import { demoWorkflows } from '../../playground/workflows';
import { exampleNames, readExample } from '../support/examples';
import { wtsChat, wtsChatMemory, wtsChatTrigger } from '../support/nodes';
import { projectFolder } from '../support/package';

const OURS = 'n8n-nodes-wts-chat.';
const NOTE = 'n8n-nodes-base.stickyNote';
const WITH_MODEL = ['@n8n/n8n-nodes-langchain.agent', '@n8n/n8n-nodes-langchain.chainLlm'];

/** n8n adds these to the form of a node that is used as a tool. */
const OF_TOOLS = ['descriptionType', 'toolDescription'];

/** What n8n names a credential by itself, or what tells two accounts apart. */
const CREDENTIAL_NAME = /^(WTS Chat|OpenAI|Header Auth|Query Auth) account$|^WTS Chat – \w+$/;

/** A box on the canvas: left, top, right, bottom. */
type Box = [number, number, number, number];

const GRID = 16;
const NAME_HEIGHT = 56;

function boxOf({ type, parameters, position: [x, y] }: INode): Box {
	if (type === NOTE) return [x, y, x + Number(parameters.width), y + Number(parameters.height)];
	const width = (WITH_MODEL.includes(type) ? 16 : 6) * GRID;
	return [x, y, x + width, y + 6 * GRID + NAME_HEIGHT];
}

function overlap(one: Box, other: Box): boolean {
	return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}

const isExpression = (value: unknown) => typeof value === 'string' && value.startsWith('=');

/** What of a value its field does not know, by the path to it. */
function unknownIn(field: INodeProperties, value: unknown, path: string): string[] {
	if (isExpression(value)) return [];
	const options = field.options ?? [];
	switch (field.type) {
		case 'options':
		case 'multiOptions': {
			const values = (options as INodePropertyOptions[]).map((option) => option.value);
			const isKnown = (one: unknown) => values.length === 0 || values.includes(one as string);
			return [value].flat().every(isKnown) ? [] : [path];
		}
		case 'collection':
			return unknownAmong(options as INodeProperties[], value as IDataObject, path);
		case 'resourceLocator': {
			const { mode } = value as IDataObject;
			return field.modes?.some(({ name }) => name === mode) ? [] : [`${path}.mode`];
		}
		default:
			return [];
	}
}

function unknownAmong(fields: INodeProperties[], values: IDataObject, path: string): string[] {
	return Object.entries(values).flatMap(([name, value]) => {
		const field = fields.find((candidate) => candidate.name === name);
		return field ? unknownIn(field, value, `${path}.${name}`) : [`${path}.${name}`];
	});
}

const nodesByName: Partial<Record<string, INodeType>> = { wtsChatTrigger, wtsChatMemory };

/** The parameters of one of our nodes that its form does not show, or whose choice it does not offer. */
async function strangersIn(node: INode): Promise<string[]> {
	const name = node.type.replace(OURS, '');
	const isTool = name === 'wtsChatTool';
	const { description } = nodesByName[name] ?? wtsChat;
	expect([`${description.name}`, `${description.name}Tool`]).toContain(name);
	const filled = NodeHelpers.getNodeParameters(
		description.properties,
		node.parameters,
		true,
		false,
		node,
		description,
	);
	const shown = description.properties.filter((field) =>
		NodeHelpers.displayParameter(filled ?? {}, field, node, description),
	);
	return unknownAmong(shown, node.parameters as IDataObject, node.name).filter(
		(path) => !isTool || !OF_TOOLS.some((field) => path.endsWith(`.${field}`)),
	);
}

describe.each(exampleNames)('%s', (name) => {
	const { nodes, connections, settings, active, pinData } = readExample(name);
	const named = (nodeName: string) => nodes.find((node) => node.name === nodeName);

	test('brings nothing of the instance that it was made in', () => {
		expect({ settings, active, pinData }).toEqual({
			settings: { executionOrder: 'v1' },
			active: false,
			pinData: {},
		});
		const text = readFileSync(join(projectFolder, 'examples', `${name}.json`), 'utf8');
		expect(text).not.toMatch(/instanceId|versionId|templateId": "[^"]|apiKey|Bearer /);
		for (const [, credential] of nodes.flatMap((node) => Object.entries(node.credentials ?? {}))) {
			expect(credential).toEqual({ id: null, name: expect.stringMatching(CREDENTIAL_NAME) });
		}
	});

	test('has nodes of this package and of n8n only, each with a name and an ID of its own', () => {
		const foreign = nodes.filter(
			({ type }) =>
				!/^(n8n-nodes-base|@n8n\/n8n-nodes-langchain|n8n-nodes-wts-chat)\.\w+$/.test(type),
		);
		expect(foreign).toEqual([]);
		expect(new Set(nodes.map((node) => node.name)).size).toBe(nodes.length);
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
	});

	test('fills in the forms as they are', async () => {
		const ours = nodes.filter(({ type }) => type.startsWith(OURS));
		expect(ours.length).toBeGreaterThan(0);
		expect((await Promise.all(ours.map(strangersIn))).flat()).toEqual([]);
	});

	test('tells in both languages what it does, what to fill in, and of its steps', () => {
		const notes = nodes.filter(({ type }) => type === NOTE);
		expect(notes.map((note) => note.name)).toEqual(['What it does', 'Before use', 'Steps']);
		for (const { parameters } of notes) {
			expect(parameters.content).toMatch(/\*\*English:?\*\*[^]+\*\*Português:?\*\*/);
		}
	});

	test('names in its notes only nodes that it has', () => {
		const notes = nodes.filter(({ type }) => type === NOTE).map(({ parameters }) => parameters);
		const mentioned = notes.flatMap(({ content }) =>
			[...String(content).matchAll(/(?:^|\d\. |- )\*\*([^*]+)\*\*:/gm)].map(([, node]) => node!),
		);
		const known = (mention: string) =>
			['English', 'Português'].includes(mention.replace(':', '')) ||
			named(mention) !== undefined ||
			nodes.some((node) =>
				mention.endsWith('…')
					? node.name.startsWith(mention.slice(0, -1))
					: node.name.endsWith(`: ${mention}`),
			);
		expect(mentioned.filter((mention) => !known(mention))).toEqual([]);
	});

	test('reads from left to right, and nothing lies on anything else', () => {
		for (const [from, outputs] of Object.entries(connections)) {
			for (const { node } of (outputs.main ?? []).flat().flatMap((target) => target ?? [])) {
				expect(named(node)!.position[0]).toBeGreaterThan(named(from)!.position[0]);
			}
		}
		const clashes = nodes.flatMap((one, n) =>
			nodes
				.slice(n + 1)
				.filter((other) => overlap(boxOf(one), boxOf(other)))
				.map((other) => `${one.name} and ${other.name}`),
		);
		expect(clashes).toEqual([]);
	});
});

test('the README tells of every example', () => {
	const readme = readFileSync(join(projectFolder, 'examples', 'README.md'), 'utf8');
	const told = [...readme.matchAll(/\]\(([-\w]+)\.json\)/g)].map(([, name]) => name);
	expect(told.sort()).toEqual([...exampleNames].sort());
});

test('the demos fill in the forms as they are, whose notes cover none of them, and name only nodes that they have', async () => {
	const sandbox = await startSandbox();
	await sandbox.close();
	for (const { name, nodes: steps } of demoWorkflows(sandbox)) {
		const nodes = steps.map((step) => ({ ...step, parameters: { ...step.parameters } }));
		const named = (mention: string) => nodes.some((node) => node.name === mention);
		const ours = nodes.filter(({ type }) => type.startsWith(OURS));
		expect(ours.length).toBeGreaterThan(0);
		expect((await Promise.all(ours.map(strangersIn))).flat()).toEqual([]);
		const text = JSON.stringify(nodes);
		const mentioned = [...text.matchAll(/\$\('([^']+)'\)/g)].map(([, mention]) => mention!);
		expect({ name, unknown: mentioned.filter((mention) => !named(mention)) }).toEqual({
			name,
			unknown: [],
		});
		const [note, ...others] = nodes.map(boxOf);
		expect(others.filter((box) => overlap(note!, box))).toEqual([]);
	}
});
