/** The packed package in each version of n8n that it is made for. */
module.exports = {
	...require('./jest.e2e.config.js'),
	displayName: 'matrix',
	globalSetup: '<rootDir>/test/e2e/support/packOnce.ts',
	testMatch: ['<rootDir>/test/matrix/**/*.test.ts'],
};
