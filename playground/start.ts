import { join } from 'node:path';
import { interruption, readOptions, readPort, runProgram } from './commandLine';
import type { InstalledPackage } from './communityPackage';
import type { N8n } from './n8n';
import { owner } from './n8nApi';
import { runOnce } from './once';
import { dataFolder, packPackage } from './pack';
import { PlainError } from './plainError';
import type { Sandbox } from './sandbox';
import { serve } from './serve';
import { answerNewMessagesId } from './workflows/answerNewMessages';
import { askedPhone, askForConfirmationId } from './workflows/askForConfirmation';
import { closeConversationId } from './workflows/closeConversation';
import { transferTarget, transferWaitingSessionsId } from './workflows/transferWaitingSessions';

const options = {
	port: { type: 'string', default: '5678' },
	once: { type: 'boolean', default: false },
} as const;

const usage = 'Usage: npm start -- [--port 5678] [--once]';

async function main(): Promise<void> {
	const { port: first, once } = readOptions(options, usage);
	const port = readPort(first, usage);
	if (once) {
		const complaint = await runOnce();
		if (complaint) throw new PlainError(complaint);
		console.log('\nThe API shows what the workflow should have done.');
		return;
	}
	await serve(
		{ port, n8n: { userFolder: join(dataFolder, 'n8n') }, install, greet },
		interruption(),
	);
}

async function install(n8n: N8n): Promise<InstalledPackage> {
	console.log('Building the package …');
	return await n8n.installPackage(await packPackage());
}

function greet({ url }: N8n, sandbox: Sandbox): void {
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

runProgram(main);
