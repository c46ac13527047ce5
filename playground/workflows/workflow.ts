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

/** A workflow as n8n exports and imports it. */
export interface Workflow {
	id: string;
	name: string;
	nodes: WorkflowNode[];
	connections: Record<
		string,
		{ main: Array<Array<{ node: string; type: 'main'; index: number }>> }
	>;
	settings: { executionOrder: 'v1' };
	active: boolean;
}

type Step = Omit<WorkflowNode, 'id' | 'position'>;

/** A workflow whose steps stand and run one after another, under a note. */
export function chain(id: string, name: string, note: string, steps: Step[]): Workflow {
	const nodes = steps.map((step, index): WorkflowNode => ({
		...step,
		id: `${id}-${index}`,
		position: [index * 220, 0],
	}));
	return {
		id,
		name,
		nodes: [noteNode(id, note), ...nodes],
		connections: Object.fromEntries(
			steps
				.slice(1)
				.map(({ name: next }, index) => [
					nodes[index]!.name,
					{ main: [[{ node: next, type: 'main', index: 0 }]] },
				]),
		),
		settings: { executionOrder: 'v1' },
		active: false,
	};
}

function noteNode(id: string, content: string): WorkflowNode {
	return {
		id: `${id}-note`,
		name: 'Note',
		type: 'n8n-nodes-base.stickyNote',
		typeVersion: 1,
		position: [-40, -260],
		parameters: { content, width: 700, height: 220, color: 4 },
	};
}
