import { expressionOf } from './expressions';
import type { Spread } from './oldParameters';
import type { SavedNode, SavedWorkflow } from './workflow';

/** Puts two nodes before the node, which make one item of each of its contacts. */
export function spreadBefore(workflow: SavedWorkflow, node: SavedNode, spread: Spread): string[] {
	const [x = 0, y = 0] = node.position ?? [];
	const list: SavedNode = {
		id: `${node.id ?? node.name}-list`,
		name: freeName(workflow, `Contacts of ${node.name}`),
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		position: [x - 320, y + 160],
		parameters: {
			mode: 'raw',
			jsonOutput: expressionOf(`{ sequence: ${spread.sequence}, contact: ${spread.contacts} }`),
			options: {},
		},
	};
	const split: SavedNode = {
		id: `${node.id ?? node.name}-split`,
		name: freeName(workflow, `One Item per Contact of ${node.name}`),
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		position: [x - 160, y + 160],
		parameters: { fieldToSplitOut: 'contact', include: 'allOtherFields', options: {} },
	};
	const added = [list, split];
	lead(workflow, node.name, added);
	workflow.nodes.splice(workflow.nodes.indexOf(node), 0, ...added);
	return added.map(({ name }) => name);
}

/** What led to the node leads to the first of the added ones, and the last of them to the node. */
function lead(workflow: SavedWorkflow, name: string, added: SavedNode[]): void {
	const [list, split] = added as [SavedNode, SavedNode];
	workflow.connections ??= {};
	const targets = Object.values(workflow.connections)
		.flatMap((kinds) => Object.values(kinds))
		.flat(2);
	for (const target of targets) {
		if (target?.node === name && target.type === 'main') target.node = list.name;
	}
	const to = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });
	workflow.connections[list.name] = to(split.name);
	workflow.connections[split.name] = to(name);
}

function freeName({ nodes }: SavedWorkflow, wanted: string): string {
	const names = nodes.map(({ name }) => name);
	if (!names.includes(wanted)) return wanted;
	let number = 1;
	while (names.includes(`${wanted}${number}`)) number += 1;
	return `${wanted}${number}`;
}
