const { readdirSync, statSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, isAbsolute, join, resolve } = require('node:path');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

const CONTRACT = join(__dirname, '../../contract');

/** The files that were compiled for earlier test files, with the source that they had. */
const compiled = new Map();

/** The reader of the contract, with the stamp of what it has read. */
let reader;

/**
 * Loads installed packages once for all test files of a worker, since n8n-core alone takes seconds, and so
 * the contract, with the checks that are made of it. The project's other files are compiled once, and
 * loaded anew for each test file, so that none finds what another has left.
 */
module.exports = class SharedPackages extends Runtime {
	constructor(...args) {
		super(...args);
		const { executor } = this;
		// packages and tests have to be of one world: an error of one is an Error to the other
		executor.compile = (source, filename) => {
			const known = compiled.get(filename);
			if (known?.source === source) return known.run;
			const run = compileFunction(source, executor.injectedModuleParameters, { filename });
			compiled.set(filename, { source, run });
			return run;
		};
	}

	requireModuleOrMock(from, name) {
		const isPackage = !name.startsWith('.') && !isAbsolute(name) && name !== '@jest/globals';
		if (isPackage) return createRequire(from)(name);
		if (resolve(dirname(from), name) !== join(CONTRACT, 'reader')) {
			return super.requireModuleOrMock(from, name);
		}
		const stamp = stampOf(CONTRACT);
		if (reader?.stamp !== stamp) {
			reader = { stamp, exports: super.requireModuleOrMock(from, name) };
		}
		return reader.exports;
	}
};

/** Changes with every file of the folder. */
function stampOf(folder) {
	return readdirSync(folder)
		.map((name) => statSync(join(folder, name)).mtimeMs)
		.join();
}
