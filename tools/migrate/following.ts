import type { SavedNode, SavedWorkflow } from './workflow';

/** Nodes that pass items on as they are, so that what stands behind them sees the same items. */
const PASSING = [
	'filter',
	'if',
	'limit',
	'merge',
	'noOp',
	'removeDuplicates',
	'sort',
	'switch',
	'wait',
];

/** Ways to read the old page's properties from the item that comes in. */
const ITEMS_OF_INPUT =
	/(?:\$json|\$input\.(?:first\(\)|last\(\)|item)\.json|\bitem\.json)\??(?:\.|\[["'])(?:items|hasMorePages|totalItems|totalPages|pageNumber)\b/;
const ITEMS_OF_NODE =
	/^[\s\S]{0,40}?\.?json\??(?:\.|\[["'])(?:items|hasMorePages|totalItems|totalPages|pageNumber)\b/;

/** Names of the nodes that take a page from the node apart, which there is none of any more. */
export function readersOfPages({ nodes, connections }: SavedWorkflow, name: string): string[] {
	const behind = nodesBehind({ nodes, connections }, name);
	return nodes
		.filter((node) => {
			const texts = textsIn(node.parameters);
			if (texts.some((text) => readsPageOf(text, name))) return true;
			if (!behind.includes(node)) return false;
			return splitsItems(node) || texts.some((text) => ITEMS_OF_INPUT.test(text));
		})
		.map((node) => node.name);
}

/** The nodes that get the items of the named one, directly or through nodes that pass them on. */
function nodesBehind({ nodes, connections = {} }: SavedWorkflow, name: string): SavedNode[] {
	const found = new Set<SavedNode>();
	const open = [name];
	for (const next of open) {
		const targets = Object.values(connections[next] ?? {}).flat(2);
		for (const target of targets) {
			const node = nodes.find((candidate) => candidate.name === target?.node);
			if (!node || found.has(node)) continue;
			found.add(node);
			if (PASSING.includes(shortType(node))) open.push(node.name);
		}
	}
	return [...found];
}

function shortType({ type }: SavedNode): string {
	return type.split('.').pop() ?? type;
}

function splitsItems(node: SavedNode): boolean {
	const splits = ['splitOut', 'itemLists'].includes(shortType(node));
	return splits && /^(?:json\.)?items$/.test(String(node.parameters?.fieldToSplitOut ?? ''));
}

function readsPageOf(text: string, name: string): boolean {
	const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const reference = new RegExp(
		`\\$(?:node\\[|\\(|items\\()\\s*["'\`]${escaped}["'\`]\\s*[\\])]`,
		'g',
	);
	return text
		.split(reference)
		.slice(1)
		.some((after) => ITEMS_OF_NODE.test(after));
}

function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(textsIn);
}
