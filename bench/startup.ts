import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median, type Section } from './report';

const ROUNDS = 9;
const root = join(__dirname, '..');
const n8nNodes = join(root, 'playground', 'node_modules', 'n8n-nodes-base', 'dist');

/** What loading one node takes. */
interface Load {
	/** Milliseconds from nothing of the node in memory to its description. */
	loadMs: number;
	/** Memory that stays taken. */
	heapBytes: number;
	/** Size of the node's own files that were read. */
	codeBytes: number;
	/** Size of the form's description, which the editor gets. */
	formBytes: number;
}

const nodes = [
	{
		name: 'WTS Chat',
		file: join(root, 'dist', 'nodes', 'WtsChat', 'WtsChat.node.js'),
		className: 'WtsChat',
		home: join(root, 'dist'),
	},
	{
		name: 'HubSpot (n8n)',
		file: join(n8nNodes, 'nodes', 'Hubspot', 'Hubspot.node.js'),
		className: 'Hubspot',
		home: n8nNodes,
	},
	{
		name: 'Slack (n8n)',
		file: join(n8nNodes, 'nodes', 'Slack', 'Slack.node.js'),
		className: 'Slack',
		home: n8nNodes,
	},
];

async function loaded({ file, className, home }: (typeof nodes)[number]): Promise<Load> {
	const loader = join(__dirname, 'load.mjs');
	const { stdout } = await promisify(execFile)(process.execPath, [
		'--expose-gc',
		loader,
		file,
		className,
		home,
	]);
	return JSON.parse(stdout) as Load;
}

/** Loads the node and two big ones of n8n's own, in turn, each time in a new process. */
export async function measureStartup(): Promise<Section> {
	const loads = nodes.map(() => [] as Load[]);
	for (let round = 0; round < ROUNDS; round++) {
		for (const [place, node] of nodes.entries()) loads[place]?.push(await loaded(node));
	}
	const ofNode = (place: number, measure: keyof Load) =>
		median((loads[place] ?? []).map((load) => load[measure]));
	const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} kB`;
	const rows = nodes.map(({ name }, place) => [
		name,
		kilobytes(ofNode(place, 'codeBytes')),
		kilobytes(ofNode(place, 'formBytes')),
		kilobytes(ofNode(place, 'heapBytes')),
		`${(ofNode(place, 'loadMs') / ofNode(0, 'loadMs')).toFixed(2)} ×`,
	]);
	return {
		title: 'Size and start-up',
		about: `Each node loaded in a process of its own with n8n's libraries already there, as n8n does when it starts; median of ${ROUNDS} rounds in turn. Time is told as a ratio to WTS Chat.`,
		header: ['Node', 'Code', 'Form description', 'Memory', 'Time to load'],
		rows,
	};
}
