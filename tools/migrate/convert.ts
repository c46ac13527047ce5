import type { Conversion } from './fields';
import { Findings, type Finding } from './findings';
import { readersOfPages } from './following';
import { tellOfHttpRequests } from './httpRequests';
import { OldParameters, Unconvertible } from './oldParameters';
import { resources, USUAL_RESOURCE } from './resources';
import { say } from './sentences';
import { spreadBefore } from './spread';
import type { SavedNode, SavedWorkflow } from './workflow';

/** The old node, and the package in which its maker tried out its last versions. */
export const OLD_TYPES = ['n8n-nodes-wts.wtsChat', 'n8n-nodes-test-wts-v2.wtsChat'];
const NEW_TYPE = 'n8n-nodes-wts-chat.wtsChat';
const OLD_CREDENTIAL = 'wtsApi';

export interface Converted {
	findings: Finding[];
	/** Names of the nodes that are new ones now. */
	converted: string[];
	/** Names of the nodes that had to stay as they are. */
	untouched: string[];
}

/** Makes the new node of every old one in the workflow, in place; all else stays as it is. */
export function convertWorkflow(workflow: SavedWorkflow): Converted {
	const findings = new Findings();
	const old = workflow.nodes.filter(({ type }) => OLD_TYPES.includes(type));
	const converted = old.filter((node) => convertOrTell(workflow, node, findings));
	if (converted.length > 0) tellOfItems(findings);
	tellOfCredentials(workflow, converted, findings);
	tellOfHttpRequests(workflow, findings);
	return {
		findings: findings.all,
		converted: converted.map(({ name }) => name),
		untouched: old.filter((node) => !converted.includes(node)).map(({ name }) => name),
	};
}

function convertOrTell(workflow: SavedWorkflow, node: SavedNode, findings: Findings): boolean {
	try {
		convert(workflow, node, findings);
		return true;
	} catch (error) {
		if (!(error instanceof Unconvertible)) throw error;
		const what = say`This node is still the old one. ${error.why}`;
		findings.add({ node: node.name, what, todo: error.todo, untouched: true });
		return false;
	}
}

function convert(workflow: SavedWorkflow, node: SavedNode, findings: Findings): void {
	const old = new OldParameters(node.parameters ?? {}, node.name, findings);
	const { list, ...conversion } = conversionOf(node, old);
	const { resource } = conversion;
	const operation =
		typeof conversion.operation === 'string' ? conversion.operation : conversion.operation(old);
	const made = Object.assign({}, ...conversion.parts.map((part) => part(old)));

	tellOfUnknown(old);
	tellOfOwnParameters(made, old);
	if (list) tellOfList(workflow, node, old);
	tellOfSettings(workflow, node, old);
	node.type = NEW_TYPE;
	node.typeVersion = 1;
	node.parameters = { resource, operation, ...withoutBlanks(made) };
	withoutOldCredential(node);
	if (old.spread) {
		const [list, split] = spreadBefore(workflow, node, old.spread);
		old.look(
			say`A node takes one contact per item here, so two nodes stand before it now, '${list}' and '${split}'. One item per contact comes out.`,
			say`Look at what follows: it runs for each contact.`,
		);
	}
}

/** @throws Unconvertible when nobody knows what the node does */
function conversionOf(node: SavedNode, old: OldParameters): Conversion {
	const { resource = USUAL_RESOURCE, operation } = node.parameters ?? {};
	const known = entryOf(resources, String(resource));
	const named = String(operation ?? known?.usual);
	const formerly = entryOf(known?.formerly, named);
	const conversion = entryOf(known?.conversions, formerly ?? named);
	if (!conversion) {
		throw new Unconvertible(
			say`Its action is ${String(resource)}: ${named}, which version 2 of n8n-nodes-wts does not have.`,
			say`Open it in the newest version of n8n-nodes-wts, choose the action again and save, then convert again; or replace it by hand.`,
		);
	}
	if (formerly) {
		old.look(
			say`Its action had the name ${named} in an earlier version of n8n-nodes-wts (now ${formerly}).`,
			say`Compare all fields of the node with those of the old one.`,
		);
	}
	return conversion;
}

/** The entry of that name, and not what every object has, like toString. */
function entryOf<Entry>(entries: Record<string, Entry> = {}, name: string): Entry | undefined {
	return Object.hasOwn(entries, name) ? entries[name] : undefined;
}

function withoutBlanks(values: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(values).filter(([, value]) => value !== undefined && !isEmptyRecord(value)),
	);
}

function isEmptyRecord(value: unknown): boolean {
	return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function tellOfUnknown(old: OldParameters): void {
	const names = old.unknown();
	if (names.length === 0) return;
	old.look(
		say`Not taken over, because this action of the old node is not known to have it: ${names.join(', ')}.`,
		say`Look in the old workflow what it was for, and fill in what is needed.`,
	);
}

/** Expressions can read the parameters of their own node, which have other names now. */
function tellOfOwnParameters(made: unknown, old: OldParameters): void {
	if (!JSON.stringify(made).includes('$parameter')) return;
	old.look(
		say`An expression reads $parameter, the fields of its own node, which have other names here.`,
		say`Put the value itself in its place.`,
	);
}

function tellOfList(workflow: SavedWorkflow, node: SavedNode, old: OldParameters): void {
	old.look(
		say`It gives one item per record; the old node gave one item with all records in 'items'. An empty list gives no item, and what follows does not run then.`,
		say`Take out nodes that split 'items'. Switch on 'Settings → Always Output Data' if what follows has to run after an empty list, too.`,
	);
	const readers = readersOfPages(workflow, node.name);
	if (readers.length > 0) {
		old.look(
			say`These nodes take the old page apart: ${readers.map((name) => `'${name}'`).join(', ')}.`,
			say`Remove those that only split 'items', and read the properties of a record (like $json.id) in the others.`,
		);
	}
}

function tellOfSettings(workflow: SavedWorkflow, node: SavedNode, old: OldParameters): void {
	if (node.continueOnFail === true || (node.onError && node.onError !== 'stopWorkflow')) {
		old.look(
			say`The node goes on after errors. The old one then passed its input on as if nothing had failed; this one gives each failed item as { error, details }, or through the error output.`,
			say`Check for 'error' in what follows where it matters.`,
		);
	}
	if (node.retryOnFail === true) {
		old.look(
			say`'Retry On Fail' runs the whole node again, with the items that had succeeded; this node tries again by itself.`,
			say`Switch it off under 'Settings'.`,
		);
	}
	if (workflow.pinData && node.name in workflow.pinData) {
		old.look(
			say`Its pinned data are of the old node.`,
			say`Unpin them, and pin new ones if you need them.`,
		);
	}
}

function withoutOldCredential(node: SavedNode): void {
	const others = Object.entries(node.credentials ?? {}).filter(([type]) => type !== OLD_CREDENTIAL);
	if (others.length > 0) node.credentials = Object.fromEntries(others);
	else delete node.credentials;
}

function tellOfItems(findings: Findings): void {
	findings.add({
		what: say`Every item comes out. The old node worked on all items, but handed on the result of the first one only.`,
		todo: say`Where several items go into a node, look at what follows: it now runs for each of them.`,
	});
}

function tellOfCredentials(
	{ nodes }: SavedWorkflow,
	converted: SavedNode[],
	findings: Findings,
): void {
	if (converted.length > 0) {
		findings.add({
			what: say`The credential is a new one, of the type WTS Chat API (wtsChatApi), with the same key; a test_ or staging_ before the key is an address under Base URL now. It is not chosen yet in: ${converted.map(({ name }) => name).join(', ')}.`,
			todo: say`Create it once, open each of these nodes and choose it.`,
		});
	}
	for (const { name, credentials, type } of nodes) {
		if (OLD_TYPES.includes(type) || !credentials || !(OLD_CREDENTIAL in credentials)) continue;
		findings.add({
			node: name,
			what: say`This is not a node of n8n-nodes-wts, but it uses its credential; it is left as it is.`,
			todo: say`Choose the credential WTS Chat API there before you remove n8n-nodes-wts.`,
		});
	}
}
