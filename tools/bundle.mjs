// Builds the package: one file of the code of all nodes, unminified. Node.js would read their close to 300
// modules one by one, which takes longer than all else in loading them. It is one file for all, because
// they share what a process knows of an account's limits and of executions that wait.
import { build } from 'esbuild';
import { writeFileSync } from 'node:fs';

const NODES = ['WtsChat', 'WtsChatTrigger', 'WtsChatMemory'];
const HOME = 'nodes/WtsChat';

async function main(folder) {
	await build({
		stdin: {
			contents: NODES.map((name) => `export * from './${name}.node.ts';`).join('\n'),
			resolveDir: HOME,
		},
		outfile: `${folder}/${HOME}/nodes.js`,
		...likeN8n,
	});
	for (const name of NODES) {
		writeFileSync(
			`${folder}/${HOME}/${name}.node.js`,
			`'use strict';\nexports.${name} = require('./nodes.js').${name};\n`,
		);
	}
	await build({
		entryPoints: ['credentials/WtsChatApi.credentials.ts'],
		outdir: `${folder}/credentials`,
		...likeN8n,
	});
}

/** What n8n loads: modules of Node.js, beside which only n8n's own packages are there. */
const likeN8n = {
	bundle: true,
	packages: 'external',
	platform: 'node',
	format: 'cjs',
	target: 'es2022',
	// what is loaded late is required late: only that looks where n8n keeps its own packages
	supported: { 'dynamic-import': false },
	logLevel: 'warning',
};

await main('dist');
