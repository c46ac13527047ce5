/** All tests that need neither a browser nor an n8n. */
module.exports = {
	rootDir: __dirname,
	testMatch: [
		'<rootDir>/test/{unit,contract,sandbox,engine,promises,faults,live,migrate,package,playground}/**/*.test.ts',
	],
	modulePathIgnorePatterns: [
		'<rootDir>/.stryker-tmp',
		'<rootDir>/playground/.data',
		'<rootDir>/playground/(n8n-1.x/)?node_modules',
	],
	testEnvironment: '<rootDir>/test/runner/environment.js',
	runtime: '<rootDir>/test/runner/runtime.js',
	transform: { '^.+\\.ts$': '@swc/jest' },
	setupFiles: ['<rootDir>/test/support/environment.ts'],
	setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts', '<rootDir>/test/support/ending.ts'],
	maxWorkers: '100%',
};
