// Loaded first into a child process whose standard input is a pipe of its parent: the pipe closes with the
// parent, however that ended, and no child is left behind.
const { isMainThread } = require('node:worker_threads');

/** Longer than n8n takes to stop. */
const PATIENCE_MS = 15_000;

// the threads of the child load this as well
if (isMainThread) {
	process.stdin.on('close', end);
	process.stdin.on('error', () => {});
	process.stdin.resume();
	process.stdin.unref();
}

function end() {
	try {
		// a leader of a group takes its own children along
		process.kill(-process.pid, 'SIGTERM');
		setTimeout(() => process.kill(-process.pid, 'SIGKILL'), PATIENCE_MS).unref();
	} catch {
		// others end at once: n8n's commands do not get over an output that nobody reads
		process.kill(process.pid, 'SIGKILL');
	}
}
