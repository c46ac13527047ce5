/** The packed package in a real n8n, driven in a browser. */
module.exports = {
	rootDir: __dirname,
	testEnvironment: 'node',
	displayName: 'e2e',
	globalSetup: '<rootDir>/test/e2e/support/packOnce.ts',
	testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
	modulePathIgnorePatterns: [
		'<rootDir>/playground/.data',
		'<rootDir>/playground/(n8n-1.x/)?node_modules',
	],
	transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.test.json' }] },
	// longer than any wait in a test, so that what it waited for is told
	testTimeout: 900_000,
	maxWorkers: 1,
};
