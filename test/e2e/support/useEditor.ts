import type { IDataObject } from 'n8n-workflow';
import { sandboxCredential } from '../../../playground/credential';
import { chain } from '../../../playground/workflows/workflow';
import { Editor } from './editor';
import { joinStage, type Stage } from './stage';

/** What n8n's editor complains of by itself. */
const NOISE = [
	// it asks for output schemas that some of its own nodes do not have
	/^Failed to load resource: .* 404 .*\/schemas\/n8n-nodes-base\./,
	// it asks for the newest version of the package, which nobody publishes here
	/^Failed to load resource: .* \(https:\/\/[^/]+\/n8n-nodes-wts-chat\)$/,
	// now and then, when somebody leaves a workflow or comes to one
	/^(Error: )?injectNDVStore\(\) was accessed without an active workflow document store/,
];

const isNoise = (text: string) => NOISE.some((noise) => noise.test(text));

/**
 * A stage and an editor for the tests of one file. The editor is not loaded anew for each test, which would
 * take longer than most of them: a test begins by opening what it needs.
 */
export function useEditor(start: () => Promise<Stage> = joinStage) {
	let stage: Stage | undefined;
	let editor: Editor | undefined;
	const broken: string[] = [];
	const complaints: string[] = [];

	beforeAll(async () => {
		stage = await start();
		const page = await stage.browser.newPage();
		page.on('pageerror', ({ message }) => {
			if (!isNoise(message)) broken.push(message);
		});
		page.on('console', (message) => {
			const text = `${message.text()} (${message.location().url})`;
			if (message.type() === 'error' && !isNoise(text)) complaints.push(text);
		});
		editor = new Editor(page, stage.n8n.url);
	});

	afterAll(async () => {
		await editor?.page.close();
		await stage?.close();
	});

	afterEach(async () => {
		await editor?.keepLastView(expect.getState().currentTestName ?? 'test');
	});

	return {
		stage: () => {
			if (!stage) throw new Error('The stage stands only during the tests');
			return stage;
		},
		editor: () => {
			if (!editor) throw new Error('The editor is open only during the tests');
			return editor;
		},
		/** What broke the pages since the last time that somebody asked. */
		takeBroken: () => broken.splice(0),
		/** The same, and what the pages wrote to the console as errors. */
		takeComplaints: () => [...broken.splice(0), ...complaints.splice(0)],
	};
}

/** Saves a workflow of a trigger, the given items and a WTS Chat node, and gives its ID. */
export async function workflowWith(
	{ api }: Stage,
	id: string,
	items: IDataObject[],
	parameters: IDataObject,
	settings: IDataObject = {},
): Promise<string> {
	const steps = [
		{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
		{
			name: 'Items',
			type: 'n8n-nodes-base.code',
			typeVersion: 2,
			parameters: { jsCode: `return ${JSON.stringify(items.map((json) => ({ json })))};` },
		},
		{
			name: 'WTS Chat',
			type: 'n8n-nodes-wts-chat.wtsChat',
			typeVersion: 1,
			parameters: { resource: 'session', ...parameters },
			credentials: sandboxCredential.reference,
			...settings,
		},
	];
	await api.createWorkflow(chain(id, id, `Workflow of a test`, steps));
	return id;
}
