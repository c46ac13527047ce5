import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { credentialFor } from './credential';
import { N8n } from './n8n';
import { dataFolder, packPackage } from './pack';
import { freePort } from './ports';
import { startSandbox, type Sandbox } from './sandbox';
import { isAmong, printSessions, readSessions, type SessionRow } from './sessions';
import { transferTarget, transferWaitingSessions } from './workflows/transferWaitingSessions';

/** Runs the first demo workflow without a browser. Gives the complaint, if the API shows one. */
export async function runOnce(): Promise<string | undefined> {
	console.log('Building the package …');
	const tarball = await packPackage();
	const userFolder = join(dataFolder, 'once');
	// a command that an earlier run has left may be ending in it
	await rm(userFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
	const n8n = new N8n({ userFolder, port: await freePort(), brokerPort: await freePort() });
	const sandbox = await startSandbox();
	try {
		await n8n.installPackage(tarball);
		return await transferAndCompare(n8n, sandbox);
	} finally {
		await sandbox.close();
	}
}

async function transferAndCompare(n8n: N8n, sandbox: Sandbox): Promise<string | undefined> {
	const workflow = transferWaitingSessions(sandbox);
	await n8n.import('credentials', [credentialFor(sandbox)]);
	await n8n.import('workflow', [workflow]);

	const before = await readSessions(sandbox);
	console.log('\nSessions before:\n');
	printSessions(before);
	console.log(`\nRunning the workflow "${workflow.name}" in n8n …`);
	await n8n.run('execute', `--id=${workflow.id}`);
	const after = await readSessions(sandbox);
	console.log('\nSessions after (* changed):\n');
	printSessions(after, before);
	return complaint(before, after, sandbox);
}

/** Compares the sessions with what the workflow is for: those that waited, and only those, move. */
function complaint(before: SessionRow[], after: SessionRow[], sandbox: Sandbox) {
	const waiting = before.filter(({ status }) => status === 'PENDING');
	if (waiting.length === 0) return 'No session was waiting, so nothing could be transferred.';

	const { department, agent } = transferTarget(sandbox.account);
	const wrong = after.filter((session) =>
		waiting.some(({ number }) => number === session.number)
			? session.department !== department.name || session.user !== agent.name
			: !isAmong(session, before),
	);
	if (wrong.length === 0) return undefined;
	const numbers = wrong.map(({ number }) => number).join(', ');
	return `The API does not show what the workflow should have done: look at session ${numbers}.`;
}
