// Lets only one setup install into a folder at a time.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Does the work when no other setup works in the folder; `onWait` is called when one does. */
export async function withLock(folder, onWait, work) {
	const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
	const lock = join(tmpdir(), `wts-chat-setup-${name}.lock`);
	for (let waits = false; !take(lock); waits = true) {
		if (!waits) onWait();
		await sleep(1_000);
	}
	try {
		return await work();
	} finally {
		rmSync(lock, { force: true });
	}
}

/** Takes the lock of nobody, and that of a setup which was killed. */
function take(lock) {
	const draft = `${lock}.${process.pid}`;
	// a link, so that the lock never lacks its owner
	writeFileSync(draft, String(process.pid));
	try {
		if (!isSetup(readOwner(lock))) rmSync(lock, { force: true });
		linkSync(draft, lock);
		return true;
	} catch (error) {
		if (error.code !== 'EEXIST') throw error;
		return false;
	} finally {
		rmSync(draft, { force: true });
	}
}

function readOwner(lock) {
	try {
		return Number(readFileSync(lock, 'utf8'));
	} catch {
		return undefined;
	}
}

function isSetup(pid) {
	if (!pid) return false;
	try {
		return commandOf(pid).includes('setup.mjs');
	} catch {
		return false;
	}
}

/** What a process runs; its number alone may by now be that of another one. */
function commandOf(pid) {
	if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
	return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
}
