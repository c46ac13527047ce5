// Plants faults into a room of the node, one at a time, and sees whether a test of that room fails:
// `npm run mutate -- transport`, or `npm run mutate -- transport/outcome` for one file of it. What the unit
// tests do not see is planted again for the tests on the engine; with `--unit` those are left out.
import { Stryker } from '@stryker-mutator/core';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
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
};

/** What a room has to reach; `memory` is measured only. */
const required = {
	transport: 85,
	execution: 85,
	values: 85,
	conversation: 90,
	trigger: 85,
	replies: 85,
	events: 85,
	fields: 85,
	operations: 85,
	pickers: 85,
	subscriptions: 85,
};

async function main([wanted = '', only]) {
	const [room, ...path] = wanted.split('/');
	const file = path.join('/');
	if (!room) throw new Error('Name a room of nodes/WtsChat: npm run mutate -- transport');
	// tells the tests that the first one that fails is enough
	process.env.MUTATE = room;
	const code = [`nodes/WtsChat/${room}/${file || '**/*'}.ts`];
	const faults = await plant(code, [`unit/${room}/**/*`], `${room}.unit`);
	const engine = only === '--unit' ? [] : (onEngine[room] ?? []);
	const seenLater = engine.length > 0 ? await seenBy(engine, faults.filter(isUnseen), room) : [];
	const unseen = faults.filter((fault) => isUnseen(fault) && !seenLater.includes(nameOf(fault)));
	report(room, file, faults.filter(isPlanted).length, unseen);
}

/** Those of the faults that the tests on the engine see. They take long, so they run for no others. */
async function seenBy(tests, faults, room) {
	if (faults.length === 0) return [];
	const results = await plant([...new Set(faults.map(placeOf))], tests, `${room}.engine`);
	return results.filter(({ status }) => isSeen(status)).map(nameOf);
}

async function plant(code, tests, name) {
	return await new Stryker({
		mutate: code,
		testRunner: 'jest',
		jest: { config: jestConfig(tests) },
		coverageAnalysis: 'perTest',
		// a constant of a module counts for whoever loads it, so each would cost a run of all tests; what
		// forms and tables hold is compared as a whole by tests of their own
		ignoreStatic: true,
		ignorePatterns: ['dist', 'docs', 'examples', 'playground/.data', 'playground/**/node_modules'],
		incremental: true,
		incrementalFile: `reports/mutation/${name}.json`,
		htmlReporter: { fileName: `reports/mutation/${name}.html` },
		plugins: ['@stryker-mutator/*', fromRoot('tools/wordsOfForms.mjs')],
		ignorers: ['wordsOfForms'],
		reporters: ['html', 'progress-append-only'],
		// tests wait more than they work
		concurrency: 6,
		// a fault that hangs takes this long to see; a busy machine must not look like one
		timeoutMS: 60_000,
	}).runMutationTest();
}

const isSeen = (status) => status === 'Killed' || status === 'Timeout';
const isUnseen = ({ status }) => status === 'Survived' || status === 'NoCoverage';
const isPlanted = (fault) => isSeen(fault.status) || isUnseen(fault);

/** Where a fault is planted, as StrykerJS takes it: lines count from one there, columns from zero. */
function placeOf({ fileName, location: { start, end } }) {
	return `${relative(fromRoot(''), fileName)}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
}

const nameOf = (fault) => `${placeOf(fault)} ${fault.mutatorName} ${fault.replacement}`;

/** Prints each fault that no test has seen, and the share of those that one has. */
function report(room, file, planted, unseen) {
	for (const { fileName, location, status, replacement } of unseen) {
		const reached = status === 'NoCoverage' ? ' (no unit test comes there)' : '';
		const { line, column } = location.start;
		console.log(`${relative(fromRoot(''), fileName)}:${line}:${column}${reached}`);
		console.log(`    becomes ${replacement}`);
	}
	const score = (100 * (planted - unseen.length)) / planted;
	console.log(`${planted - unseen.length} of ${planted} faults seen: ${score.toFixed(1)} %`);
	if (file || score >= (required[room] ?? 0)) return;
	throw new Error(`It has to be ${required[room]} %.`);
}

function jestConfig(tests) {
	// Stryker runs in a copy of the project, which is then the root
	const { rootDir, testEnvironment, ...config } = createRequire(import.meta.url)(
		fromRoot('jest.config.js'),
	);
	return {
		...config,
		testEnvironment: testEnvironment.replace('<rootDir>/', fromRoot('')),
		testMatch: tests.map((name) => `<rootDir>/test/${name}.test.ts`),
	};
}

main(process.argv.slice(2)).catch((error) => {
	console.error(error.message);
	process.exit(1);
});
