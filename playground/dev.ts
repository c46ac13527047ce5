import { join } from 'node:path';
import { interruption, readOptions, readPort, runProgram } from './commandLine';
import { follow } from './files';
import type { N8n } from './n8n';
import { owner } from './n8nApi';
import { requireFree } from './ports';
import type { Sandbox } from './sandbox';
import { serve } from './serve';
import { progress } from './terminal';
import { devOptions, INSPECTOR_PORT, Workshop } from './workshop';

const options = {
	port: { type: 'string', default: '5678' },
	inspect: { type: 'boolean', default: false },
} as const;

const usage = 'Usage: npm run dev -- [--port 5678] [--inspect]';

async function main(): Promise<void> {
	const { port: first, inspect } = readOptions(options, usage);
	const port = readPort(first, usage);
	if (inspect) await requireFree(INSPECTOR_PORT, 'the inspector', 'End what is debugged there.');
	const n8n = devOptions(inspect);
	const workshop = new Workshop(join(n8n.userFolder, '.n8n'));
	try {
		await serve(
			{ port, n8n, install: async () => await workshop.open(), greet, says: progress.en },
			Promise.race([interruption(), workshop.broken]),
		);
	} finally {
		workshop.close();
	}
}

function greet({ url, logFile }: N8n, sandbox: Sandbox): void {
	console.log(`
n8n, which takes over each change: ${url}
  Email     ${owner.email}
  Password  ${owner.password}
Sandbox of the WTS Chat API:       ${sandbox.url} (its contacts: ${sandbox.url}/play)

Save a file in nodes/ or credentials/, and seconds after "Hot reload triggered" the editor
has it; open a node again to see it. What n8n and the nodes print appears here.
Stop everything with Ctrl-C.
`);
	follow(logFile);
}

runProgram(main);
