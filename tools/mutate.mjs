// Plants faults into a room of the node, one at a time, and sees whether a test of that room fails:
// `npm run mutate -- transport`, or `npm run mutate -- transport/outcome` for one file of it. With `--unit`
// the tests on the engine are left out, which is quick and tells what the others see.
import { Stryker } from '@stryker-mutator/core';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const fromRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Tests on the engine that guard a room, beside those of the same name in test/unit. */
const onEngine = {
	execution: ['promises/execution', 'promises/requestOptions'],
	events: ['engine/trigger/events', 'engine/trigger/delivery', 'engine/trigger/files'],
	pickers: [
		'engine/card/customFields',
		'engine/chatbot/chatbot',
		'engine/contact/customFields',
		'engine/pickers/dropdowns',
		'engine/pickers/oddLists',
		'engine/pickers/panelLists',
		'engine/pickers/searchedLists',
		'engine/pickers/templates',
		'engine/pickers/subscriptions',
		'engine/portfolio/portfolio',
		'engine/scheduledMessage/reading',
		'engine/sequence/sequence',
	],
	replies: [
		'engine/message/sendAndWait',
		'engine/replies/care',
		'engine/replies/questions',
		'engine/replies/together',
	],
	trigger: [
		'engine/trigger/audio',
		'engine/trigger/bursts',
		'engine/trigger/catchUp',
		'engine/trigger/delivery',
		'engine/trigger/events',
		'engine/trigger/filters',
		'engine/trigger/person',
		'engine/trigger/replies',
		'engine/trigger/silences',
		'engine/trigger/start',
		'engine/trigger/subscription',
		'engine/trigger/watch',
	],
};

/** What a room has to reach; the others are measured only. */
const required = {
	transport: 85,
	execution: 85,
	values: 85,
	conversation: 90,
	fields: 85,
	operations: 85,
	pickers: 85,
	subscriptions: 85,
};

async function main([wanted = '', only]) {
	const [room, ...path] = wanted.split('/');
	const file = path.join('/');
	if (!room) throw new Error('Name a room of nodes/WtsChat: npm run mutate -- transport');
	const engine = (only === '--unit' ? [] : (onEngine[room] ?? [])).map(
		(name) => `test/${name}.test.ts`,
	);
	const tests = [`test/unit/${room}/**/*.test.ts`, ...engine];
	// tells the tests that the first one that fails is enough
	process.env.MUTATE = room;
	const report = `reports/mutation/${room}${only ?? ''}`;
	await new Stryker({
		mutate: [`nodes/WtsChat/${room}/${file || '**/*'}.ts`],
		testRunner: 'jest',
		jest: { config: jestConfig(tests) },
		coverageAnalysis: 'perTest',
		// a constant of a module counts for whoever loads it, so each would cost a run of all tests; what
		// forms and tables hold is compared as a whole by tests of their own
		ignoreStatic: true,
		ignorePatterns: ['dist', 'docs', 'examples', 'playground/.data', 'playground/**/node_modules'],
		incremental: true,
		incrementalFile: `${report}.json`,
		htmlReporter: { fileName: `${report}.html` },
		plugins: ['@stryker-mutator/*', fromRoot('tools/wordsOfForms.mjs')],
		ignorers: ['wordsOfForms'],
		reporters: ['clear-text', 'html', 'progress-append-only'],
		clearTextReporter: { allowColor: false, logTests: false },
		thresholds: { high: 85, low: 85, break: file ? null : (required[room] ?? null) },
		// tests wait more than they work
		concurrency: 6,
		// a fault that hangs takes this long to see; a busy machine must not look like one
		timeoutMS: 60_000,
	}).runMutationTest();
}

function jestConfig(tests) {
	// Stryker runs in a copy of the project, which is then the root
	const { rootDir, testEnvironment, ...config } = createRequire(import.meta.url)(
		fromRoot('jest.config.js'),
	);
	return {
		...config,
		testEnvironment: testEnvironment.replace('<rootDir>/', fromRoot('')),
		testMatch: tests.map((glob) => `<rootDir>/${glob}`),
	};
}

main(process.argv.slice(2)).catch((error) => {
	console.error(error.message);
	process.exit(1);
});
