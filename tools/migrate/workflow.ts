import { isRecord } from '../../nodes/WtsChat/transport/records';
import { PlainError } from '../../playground/plainError';
import { inLanguage, say, type Sentence } from './sentences';

export type Values = Record<string, unknown>;

/** A node as a workflow file holds it; what is not named here stays as it is. */
export interface SavedNode extends Values {
	id?: string;
	name: string;
	type: string;
	typeVersion?: number;
	position?: [number, number];
	parameters?: Values;
	credentials?: Values;
}

interface Target {
	node: string;
	type: string;
	index: number;
}

/** The nodes that each output of a node leads to, by the name of the node and the kind of connection. */
export type Connections = Record<string, Record<string, Array<Target[] | null>>>;

export interface SavedWorkflow extends Values {
	name?: string;
	nodes: SavedNode[];
	connections?: Connections;
	pinData?: Values | null;
}

/** Says why a file cannot be read as one of workflows. */
export class FileError extends PlainError {
	constructor(readonly why: Sentence) {
		super(inLanguage(why, 'en'));
	}
}

/**
 * The workflows in a file: an export of one, a list of them, or nodes copied in the editor.
 *
 * @returns the whole content, and the workflows within it
 * @throws FileError when there are none
 */
export function workflowsIn(text: string): { content: unknown; workflows: SavedWorkflow[] } {
	const content = parsed(text);
	const whole = isRecord(content) && 'data' in content ? content.data : content;
	const candidates = Array.isArray(whole) ? whole : [whole];
	if (candidates.length === 0) throw new FileError(say`The file holds an empty list of workflows.`);
	for (const candidate of candidates) check(candidate);
	return { content, workflows: candidates as SavedWorkflow[] };
}

function parsed(text: string): unknown {
	if (text.trim() === '') throw new FileError(say`The file is empty.`);
	try {
		return JSON.parse(text);
	} catch {
		throw new FileError(
			say`The file is not JSON. In n8n, open the workflow and choose Export JSON in the menu with the three dots.`,
		);
	}
}

function check(candidate: unknown): void {
	if (!isRecord(candidate) || !Array.isArray(candidate.nodes)) {
		throw new FileError(
			say`The file is JSON, but not a workflow of n8n: a workflow has a list named "nodes".`,
		);
	}
	const broken = candidate.nodes.findIndex(
		(node) => !isRecord(node) || typeof node.type !== 'string' || typeof node.name !== 'string',
	);
	if (broken >= 0) {
		throw new FileError(say`Number ${broken + 1} in the list of nodes has no name or no type.`);
	}
}

/** The text of a file as Windows, macOS and Linux write it. */
export function textOf(bytes: Uint8Array): string {
	const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
	return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}
