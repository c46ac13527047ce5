import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepareDemo } from './demo';
import { N8n } from './n8n';
import { N8nApi, owner } from './n8nApi';
import { runOnce } from './once';
import { dataFolder, packPackage } from './pack';
import { PlainError } from './plainError';
import { isFree } from './ports';
import { startSandbox, type Sandbox } from './sandbox';
import { answerNewMessagesId } from './workflows/answerNewMessages';
import { askedPhone, askForConfirmationId } from './workflows/askForConfirmation';
import { closeConversationId } from './workflows/closeConversation';
import { transferTarget, transferWaitingSessionsId } from './workflows/transferWaitingSessions';

const usage = 'Usage: npm start -- [--port 5678] [--once]';

async function main(): Promise<void> {
	const { port, once } = readOptions();
	if (once) {
		const complaint = await runOnce();
		if (complaint) throw new PlainError(complaint);
		console.log('\nThe API shows what the workflow should have done.');
		return;
	}
	await serve(port, untilInterrupted());
}

async function serve(port: number, interrupted: Promise<void>): Promise<void> {
	await requireFree(port, 'n8n');
	await requireFree(port + 1, "n8n's task runners");
	await requireFree(port + 2, 'the sandbox of the API');

	console.log('Building the package …');
	const tarball = await packPackage();
	const sandbox = await startSandbox({ port: port + 2 });
	const n8n = new N8n({
		userFolder: join(dataFolder, 'n8n'),
		port,
		brokerPort: port + 1,
	});
	try {
		await Promise.race([interrupted, runUntilEnd(n8n, tarball, sandbox)]);
		console.log('\nStopping …');
	} finally {
		await n8n.stop();
		await sandbox.close();
	}
}

/** @throws Error when n8n ends */
async function runUntilEnd(n8n: N8n, tarball: string, sandbox: Sandbox): Promise<never> {
	console.log('Starting n8n …');
	const installed = await n8n.installPackage(tarball);
	await n8n.start();
	const api = await N8nApi.signIn(n8n.url);
	await n8n.listPackage(installed, await api.nodeTypes(installed.name));
	await prepareDemo(n8n, api, sandbox);
	greet(n8n.url, sandbox);
	const reason = await n8n.ended();
	throw new PlainError(`${reason}.\n${await n8n.lastLogLines()}`);
}

function greet(url: string, sandbox: Sandbox): void {
	const { department, agent } = transferTarget(sandbox.account);
	console.log(`
n8n with the WTS Chat node:  ${url}
  Email     ${owner.email}
  Password  ${owner.password}

Sandbox of the WTS Chat API: ${sandbox.url}
  API key   ${sandbox.apiKey}
  Contacts  ${sandbox.url}/play (the page where you write as a contact)

Five things to try:

1. Open ${url}/workflow/${transferWaitingSessionsId} and press "Execute workflow":
   every session that waits goes to ${department.name}, to ${agent.name}.
2. Open ${url}/workflow/${closeConversationId} and press "Execute workflow":
   one conversation is completed, with its outcome and metadata.
3. In a new workflow, add the node "WTS Chat", choose Session → Transfer and open the
   lists of departments and users: they come from the sandbox.
4. Open ${url}/workflow/${answerNewMessagesId} and press "Publish", then write as a
   contact: the workflow answers, and transfers whoever asks for a person ("atendente").
5. Open ${url}/workflow/${askForConfirmationId} and press "Execute workflow": it asks
   ${askedPhone} for a confirmation and waits for what you write as that contact.

The sandbox forgets its changes when it stops; n8n keeps your workflows.
Stop with Ctrl-C.
`);
}

async function requireFree(port: number, user: string): Promise<void> {
	if (await isFree(port)) return;
	throw new PlainError(
		`Port ${port}, which ${user} would use, is busy: choose other ports with npm start -- --port 5700.`,
	);
}

function untilInterrupted(): Promise<void> {
	return new Promise((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			process.on(signal, () => resolve());
		}
		// npm hands a signal to its shell only, which ends and leaves us behind
		const parent = process.ppid;
		if (process.env.npm_lifecycle_event) {
			setInterval(() => process.ppid !== parent && resolve(), 1_000);
		}
	});
}

function readOptions(): { port: number; once: boolean } {
	const { values } = parseOptions();
	const port = Number(values.port);
	if (!Number.isInteger(port) || port < 1 || port > 65_533) {
		throw new PlainError(`The port has to be a number from 1 to 65533. ${usage}`);
	}
	return { port, once: values.once };
}

function parseOptions() {
	try {
		return parseArgs({
			options: {
				port: { type: 'string', default: '5678' },
				once: { type: 'boolean', default: false },
			},
		});
	} catch (error) {
		throw new PlainError(`${(error as Error).message}. ${usage}`);
	}
}

main().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error instanceof PlainError ? error.message : error);
		process.exit(1);
	},
);
