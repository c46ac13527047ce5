import { Workflow, type IDataObject, type INode } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertWorkflow, OLD_TYPES, type Converted } from '../../tools/migrate/convert';
import { inLanguage, type Sentence } from '../../tools/migrate/sentences';
import { workflowsIn, type SavedNode, type SavedWorkflow } from '../../tools/migrate/workflow';

export const FILES = ['orders', 'support', 'sales', 'contacts', 'report', 'campaign'] as const;
export type FileName = (typeof FILES)[number];

export const fileOf = (name: FileName) => join(__dirname, 'workflows', `${name}.json`);

/** The workflow of a file as n8n exported it. */
export function exported(name: FileName): SavedWorkflow {
	const [workflow] = workflowsIn(readFileSync(fileOf(name), 'utf8')).workflows;
	if (!workflow) throw new Error(`No workflow in ${name}`);
	return workflow;
}

/** The workflow after its conversion, and what was said of it. */
export function migrated(name: FileName): Converted & { workflow: SavedWorkflow } {
	const workflow = exported(name);
	return { ...convertWorkflow(workflow), workflow };
}

/** Converts a workflow that holds nothing but the one old node. */
export function migratedNode(parameters: IDataObject, others: Partial<SavedNode> = {}) {
	const node: SavedNode = {
		id: '1',
		name: 'WTS',
		type: 'n8n-nodes-wts.wtsChat',
		typeVersion: 1,
		position: [0, 0],
		parameters,
		...others,
	};
	const workflow: SavedWorkflow = { nodes: [node], connections: {} };
	return { ...convertWorkflow(workflow), node, workflow };
}

export function nodeNamed({ nodes }: SavedWorkflow, name: string): SavedNode {
	const node = nodes.find((candidate) => candidate.name === name);
	if (!node) throw new Error(`No node ${name}`);
	return node;
}

export const english = (sentence: Sentence) => inLanguage(sentence, 'en');

export const isOld = ({ type }: SavedNode) => OLD_TYPES.includes(type);

/** What n8n makes of a value with expressions in it, for an item. */
export function computed(value: unknown, json: IDataObject): unknown {
	const node: INode = {
		id: '1',
		name: 'Node',
		type: 'any',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => {
				throw new Error('no types here');
			},
			getByNameAndVersion: () => ({ description: { properties: [] } }) as never,
			getKnownTypes: () => ({}),
		},
	});
	return workflow.expression.getParameterValue(
		value as string,
		null,
		0,
		0,
		'Node',
		[{ json }],
		'manual',
		{},
	);
}
