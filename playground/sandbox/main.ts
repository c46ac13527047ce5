import { parseArgs } from 'node:util';
import { startSandbox, STORM, type SandboxOptions } from './index';

const HELP = `npm run sandbox -- [options]
  --port 5700        port to listen on; a free one by default
  --account large    how much the account holds: small, the default, or large
  --key pn_…         API key that requests must carry
  --limits 1         keep the published limits; 20 makes 5 minutes 15 seconds
  --storm            bad conditions: refusals, resets and hangs by chance
  --latency 50       milliseconds that every answer takes`;

/** A number of the command line within its bounds. */
function numberOf(name: string, value: string | undefined, most: number): number {
	const number = Number(value ?? 0);
	if (Number.isInteger(number) && number >= 0 && number <= most) return number;
	throw new Error(`--${name} is a number from 0 to ${most}, not "${value}".`);
}

function readOptions(): SandboxOptions | undefined {
	const text = { type: 'string' } as const;
	const { values } = parseArgs({
		options: {
			port: text,
			account: text,
			key: text,
			limits: text,
			latency: text,
			storm: { type: 'boolean' },
			help: { type: 'boolean' },
		},
	});
	if (values.help) return undefined;
	const { account = 'small', key: apiKey } = values;
	if (account !== 'small' && account !== 'large') {
		throw new Error(`--account is "small" or "large", not "${account}".`);
	}
	const clock = numberOf('limits', values.limits, 1_000);
	return {
		port: numberOf('port', values.port, 65_535),
		account,
		apiKey,
		limits: clock > 0 ? { clock } : undefined,
		faults: values.storm ? STORM : undefined,
		latencyMs: numberOf('latency', values.latency, 60_000),
	};
}

async function main(): Promise<void> {
	const options = readOptions();
	if (!options) {
		console.log(HELP);
		return;
	}
	const sandbox = await startSandbox(options);
	console.log(`WTS Chat sandbox: ${sandbox.url}`);
	console.log(`API key:          ${sandbox.apiKey}`);
	console.log(`Contacts:         ${sandbox.url}/play`);
	console.log('Stop it with Ctrl-C.');
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void sandbox.close());
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
