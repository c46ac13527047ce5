import { parseArgs } from 'node:util';
import { startSandbox, type SandboxOptions } from './index';

function readOptions(): SandboxOptions {
	const { values } = parseArgs({
		options: { port: { type: 'string' }, account: { type: 'string' }, key: { type: 'string' } },
	});
	const { account = 'small', key: apiKey } = values;
	const port = Number(values.port ?? 0);
	if (account !== 'small' && account !== 'large') {
		throw new Error(`--account is "small" or "large", not "${account}".`);
	}
	if (!Number.isInteger(port) || port < 0 || port > 65535) {
		throw new Error(`--port is a number from 0 to 65535, not "${values.port}".`);
	}
	return { port, account, apiKey };
}

async function main(): Promise<void> {
	const sandbox = await startSandbox(readOptions());
	console.log(`WTS Chat sandbox: ${sandbox.url}`);
	console.log(`API key:          ${sandbox.apiKey}`);
	console.log('Stop it with Ctrl-C.');
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void sandbox.close());
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
