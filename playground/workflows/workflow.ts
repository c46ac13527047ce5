export interface WorkflowNode {
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: object;
	/** Part of the address of a node that takes requests. */
	webhookId?: string;
	credentials?: Record<string, { id: string; name: string }>;
}

type Arrows<Type extends string> = Array<Array<{ node: string; type: Type; index: number }>>;

/** Connections of steps that run one after another. */
type Chain = Record<string, { main: Arrows<'main'> }>;

/** A workflow as n8n exports and imports it. */
export interface Workflow {
	id: string;
	name: string;
	nodes: WorkflowNode[];
	/** By the name of the node that they start from, and by their type, for example `main`. */
	connections: Record<string, Record<string, Arrows<string>>>;
	settings: { executionOrder: 'v1' };
	active: boolean;
}

export type Step = Omit<WorkflowNode, 'id' | 'position'>;

/** Steps that run when another one sends its items to an output of its own, below the first row. */
interface Branch {
	from: string;
	/** Counted from 0, which leads on in the row of the step itself. */
	output: number;
	steps: Step[];
}

/** The value of a field whose record somebody has picked from the list. */
export function picked(value: string, cachedResultName: string | null) {
	return { __rl: true, mode: 'list', value, cachedResultName };
}

/** A workflow whose steps stand and run one after another, under a note; branches stand below. */
export function chain(
	id: string,
	name: string,
	note: string,
	steps: Step[],
	branches: Branch[] = [],
): Workflow {
	const nodes = steps.map((step, column) => nodeAt(id, step, column, 0));
	const connections: Chain = {};
	connect(connections, steps);
	branches.forEach(({ from, output, steps: branch }, index) => {
		const column = steps.findIndex((step) => step.name === from) + 1;
		nodes.push(...branch.map((step, n) => nodeAt(id, step, column + n, index + 1)));
		connect(connections, branch);
		const leading = (connections[from] ??= { main: [] }).main;
		for (let n = leading.length; n <= output; n++) leading.push([]);
		leading[output]!.push(arrowTo(branch[0]!));
	});
	return {
		id,
		name,
		nodes: [noteNode(id, note), ...nodes],
		connections,
		settings: { executionOrder: 'v1' },
		active: false,
	};
}

function nodeAt(id: string, step: Step, column: number, row: number): WorkflowNode {
	return { ...step, id: `${id}-${row}-${column}`, position: [column * 220, row * 180] };
}

/** Leads each step to the next one. */
function connect(connections: Chain, steps: Step[]): void {
	steps.slice(1).forEach((next, index) => {
		connections[steps[index]!.name] = { main: [[arrowTo(next)]] };
	});
}

function arrowTo({ name }: Step) {
	return { node: name, type: 'main' as const, index: 0 };
}

function noteNode(id: string, content: string): WorkflowNode {
	return {
		id: `${id}-note`,
		name: 'Explicação',
		type: 'n8n-nodes-base.stickyNote',
		typeVersion: 1,
		position: [-40, -220],
		parameters: { content, width: 700, height: 170, color: 4 },
	};
}
