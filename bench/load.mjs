// Loads one node in a process of its own, as n8n does at its start, and prints what that took.
import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import { statSync } from 'node:fs';

const [file, name, home] = process.argv.slice(2);
const require = createRequire(file);

// n8n has these in memory before it loads any node
for (const library of ['n8n-workflow', 'lodash', 'luxon', 'moment-timezone']) {
	try {
		require(library);
	} catch {
		// this package does without it
	}
}
const known = new Set(Object.keys(require.cache));

globalThis.gc();
const heapBefore = process.memoryUsage().heapUsed;
const began = performance.now();
const node = new (require(file)[name])();
const descriptions = node.nodeVersions
	? Object.values(node.nodeVersions).map(({ description }) => description)
	: [node.description];
const loadMs = performance.now() - began;
globalThis.gc();

const own = Object.keys(require.cache).filter(
	(path) => !known.has(path) && path.startsWith(dirname(home) + sep),
);
console.log(
	JSON.stringify({
		loadMs,
		heapBytes: process.memoryUsage().heapUsed - heapBefore,
		codeBytes: own.reduce((sum, path) => sum + statSync(path).size, 0),
		formBytes: Buffer.byteLength(JSON.stringify(descriptions)),
	}),
);
