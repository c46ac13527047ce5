import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { credentialFor } from './credential';
import { readJson, writeJson } from './files';
import type { N8n } from './n8n';
import type { N8nApi } from './n8nApi';
import type { Sandbox } from './sandbox';
import { demoWorkflows } from './workflows';
import type { Workflow } from './workflows/workflow';

/** Gives an n8n that runs the credential for the sandbox and the demo workflows. */
export async function prepareDemo(n8n: N8n, api: N8nApi, sandbox: Sandbox): Promise<Workflow[]> {
	const credential = credentialFor(sandbox);
	// only an import can give a new credential the id that the workflows name
	if (!(await api.updateCredential(credential))) await n8n.import('credentials', [credential]);

	const workflows = demoWorkflows(sandbox);
	const ledger = new Ledger(join(n8n.userFolder, 'demo-workflows.json'));
	await ledger.load();
	for (const workflow of workflows) {
		const saved = await api.workflow(workflow.id);
		if (!saved) {
			await ledger.note(workflow, await api.createWorkflow(workflow));
		} else if (ledger.isOutdated(workflow, saved)) {
			await ledger.note(workflow, await api.updateWorkflow({ ...saved, ...workflow }));
		}
	}
	return workflows;
}

/** Remembers what was saved in n8n, so that a workflow that somebody has changed is left alone. */
class Ledger {
	private entries: Record<string, { versionId: string; hash: string }> = {};

	constructor(private readonly file: string) {}

	async load(): Promise<void> {
		this.entries = (await readJson(this.file)) ?? {};
	}

	async note(workflow: Workflow, { versionId }: { versionId: string }): Promise<void> {
		this.entries[workflow.id] = { versionId, hash: hashOf(workflow) };
		await writeJson(this.file, this.entries);
	}

	isOutdated(workflow: Workflow, { versionId }: { versionId: string }): boolean {
		const entry = this.entries[workflow.id];
		return entry?.versionId === versionId && entry.hash !== hashOf(workflow);
	}
}

function hashOf(workflow: Workflow): string {
	return createHash('sha256').update(JSON.stringify(workflow)).digest('hex');
}
