const { createRequire } = require('node:module');
const { isAbsolute } = require('node:path');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/**
 * Loads installed packages once for all test files of a worker, since n8n-core alone takes seconds. The
 * project's own files are loaded anew for each test file, so that none finds what another has left.
 */
module.exports = class SharedPackages extends Runtime {
	constructor(...args) {
		super(...args);
		const { executor } = this;
		// packages and tests have to be of one world: an error of one is an Error to the other
		executor.compile = (source, filename) =>
			compileFunction(source, executor.injectedModuleParameters, { filename });
	}

	requireModuleOrMock(from, name) {
		const isPackage = !name.startsWith('.') && !isAbsolute(name) && name !== '@jest/globals';
		return isPackage ? createRequire(from)(name) : super.requireModuleOrMock(from, name);
	}
};
