import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readJson, writeJson } from './files';
import { PlainError } from './plainError';
import { findProcess, stillRuns, type KnownProcess } from './processes';

/** Longer than an n8n takes to stop whose parent was killed. */
const PATIENCE_MS = 20_000;

const markFile = (userFolder: string) => join(userFolder, 'running.json');

/** Notes which processes use the folder, for whoever wants to start another n8n on it. */
export async function markAsUsed(userFolder: string, ...pids: number[]): Promise<void> {
	const found = await Promise.all(pids.map(findProcess));
	await writeJson(markFile(userFolder), { processes: found.filter((one) => one !== undefined) });
}

/**
 * Waits for what is left of an earlier run on the same folder: two n8n must not share a database.
 *
 * @throws PlainError when the earlier run goes on
 */
export async function untilUnused(userFolder: string, patienceMs = PATIENCE_MS): Promise<void> {
	const giveUp = Date.now() + patienceMs;
	const mark = await readJson<{ processes: KnownProcess[] }>(markFile(userFolder));
	for (let told = false; ; told = true) {
		const running = await runningOf(mark?.processes ?? []);
		if (running.length === 0) return;
		const pids = running.map(({ pid }) => pid);
		if (Date.now() > giveUp) throw new PlainError(inUse(userFolder, pids));
		if (!told) console.log(`Waiting for an earlier run to end (process ${pids.join(', ')}) …`);
		await sleep(250);
	}
}

/** Removes what n8n, ended while it wrote, would not get over when it starts again. */
export async function repair(userFolder: string): Promise<void> {
	const settings = join(userFolder, '.n8n', 'config');
	// n8n makes it anew: its only content, the encryption key, is in the environment
	if ((await readJson(settings)) === undefined) await rm(settings, { force: true });
}

async function runningOf(processes: KnownProcess[]): Promise<KnownProcess[]> {
	const others = processes.filter(({ pid }) => pid !== process.pid);
	const running = await Promise.all(others.map(stillRuns));
	return others.filter((_, index) => running[index]);
}

function inUse(userFolder: string, pids: number[]): string {
	return `n8n already runs on the data in ${userFolder}. Stop it first: with Ctrl-C where it was started, or with "kill ${pids.join(' ')}".`;
}
