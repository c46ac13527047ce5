/** Storms in a real n8n, larger than those of the end-to-end tests. */
module.exports = {
	...require('./jest.e2e.config.js'),
	displayName: 'load',
	testMatch: ['<rootDir>/test/load/**/*.test.ts'],
};
