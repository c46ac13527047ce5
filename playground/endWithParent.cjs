// Loaded first into a child process whose standard input is a pipe of its parent: the pipe closes with the
// parent, however that ended, and no child is left behind.
const { isMainThread } = require('node:worker_threads');

// the threads of the child load this as well
if (isMainThread) {
	process.stdin.on('close', () => process.kill(process.pid, 'SIGTERM'));
	process.stdin.on('error', () => {});
	process.stdin.resume();
	process.stdin.unref();
}
