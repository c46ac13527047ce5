/** The packed package in a real n8n, driven in a browser. */
module.exports = {
	...require('./jest.config.js'),
	displayName: 'e2e',
	globalSetup: '<rootDir>/test/e2e/support/beginRun.ts',
	globalTeardown: '<rootDir>/test/e2e/support/endRun.ts',
	testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
	setupFilesAfterEnv: [],
	// longer than any wait in a test, so that what it waited for is told
	testTimeout: 900_000,
	// the files share one n8n, one after another
	maxWorkers: 1,
};
