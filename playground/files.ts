import { createReadStream, statSync, watchFile } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';

/** Gives nothing where there is no such file, or one that a process left half-written. */
export async function readJson<T>(file: string): Promise<T | undefined> {
	const text = await readFile(file, 'utf8').catch(() => '');
	try {
		return JSON.parse(text) as T;
	} catch {
		return undefined;
	}
}

/** Writes the file as a whole or not at all, whenever this process is ended. */
export async function writeJson(file: string, value: unknown): Promise<void> {
	const draft = `${file}.${process.pid}.draft`;
	await writeFile(draft, JSON.stringify(value, null, 2));
	await rename(draft, file);
}

/** Prints what another process writes to the end of a file from now on. */
export function follow(file: string): void {
	let printed = statSync(file).size;
	watchFile(file, { interval: 500 }, ({ size }) => {
		if (size <= printed) return;
		createReadStream(file, { start: printed, end: size - 1 }).pipe(process.stdout, { end: false });
		printed = size;
	});
}
