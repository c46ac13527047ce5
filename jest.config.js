/** What every kind of test shares; each kind is a project of its own. */
const common = {
	testEnvironment: 'node',
	rootDir: __dirname,
	modulePathIgnorePatterns: [
		'<rootDir>/playground/.data',
		'<rootDir>/playground/(n8n-1.x/)?node_modules',
	],
	transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.test.json' }] },
	setupFiles: ['<rootDir>/test/support/environment.ts'],
	setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts', '<rootDir>/test/support/ending.ts'],
};

const kinds = ['unit', 'contract', 'sandbox', 'engine', 'faults', 'live', 'migrate', 'package'];

module.exports = {
	projects: kinds.map((kind) => ({
		...common,
		displayName: kind,
		testMatch: [`<rootDir>/test/${kind}/**/*.test.ts`],
	})),
};
