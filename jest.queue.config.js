/** The packed package in an n8n in queue mode, on a Redis and a PostgreSQL of its own. */
module.exports = {
	...require('./jest.e2e.config.js'),
	displayName: 'queue',
	globalSetup: '<rootDir>/test/e2e/support/packOnce.ts',
	testMatch: ['<rootDir>/test/queue/**/*.test.ts'],
};
