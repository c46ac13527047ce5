import { parseArgs, type ParseArgsConfig } from 'node:util';
import { complaintOf } from './complaint';
import { PlainError } from './plainError';
import { findNpm, stillRuns } from './processes';

/** Runs a program of the command line: it ends with its process, and complains in plain sentences. */
export function runProgram(main: () => Promise<void>): void {
	main().then(
		() => process.exit(0),
		async (error: unknown) => {
			console.error(`\n${await complaintOf(error)}`);
			process.exit(1);
		},
	);
}

/** Resolves when somebody wants the program to end. */
export async function interruption(): Promise<void> {
	await new Promise<void>((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			process.on(signal, () => resolve());
		}
		void endOfNpm().then(resolve);
	});
}

/** npm hands a signal to its shell at most, and when it is killed it leaves us behind. */
async function endOfNpm(): Promise<void> {
	const npm = await findNpm();
	const parent = process.ppid;
	await new Promise<void>((resolve) => {
		if (!npm) return;
		setInterval(async () => {
			if (process.ppid !== parent || !(await stillRuns(npm))) resolve();
		}, 1_000);
	});
}

/** The options of the command line. */
export function readOptions<T extends Options>(options: T, usage: string) {
	try {
		return parseArgs<{ options: T }>({ options }).values;
	} catch (error) {
		throw new PlainError(`${(error as Error).message}. ${usage}`);
	}
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** The first of the ports that are used, of which there are three. */
export function readPort(text: string, usage: string): number {
	const port = Number(text);
	if (Number.isInteger(port) && port >= 1 && port <= 65_533) return port;
	throw new PlainError(`The port has to be a number from 1 to 65533. ${usage}`);
}
