/**
 * The walls of the house: who may import whom. `npm run lint:walls` refuses every other import and every
 * circle. An import of types alone counts as well.
 */

const ROOMS = 'nodes/WtsChat/';

/** The rooms of the product, from the ground up; the files of the two nodes stand above all rooms. */
const rooms = {
	values: {
		imports: [],
		because: 'It parses plain values for every other room, so it builds on none.',
	},
	transport: {
		imports: ['values'],
		because: 'It is the one door to the API, whatever goes through it.',
	},
	conversation: {
		imports: ['transport', 'values'],
		because: 'It says what a conversation is like, for whoever sends, waits or starts.',
	},
	events: {
		imports: ['transport', 'values'],
		because: 'It knows what WTS Chat delivers; what follows from that is for trigger and replies.',
	},
	pickers: {
		imports: ['events', 'transport', 'values'],
		because: 'It fills lists in the editor, where nothing runs yet.',
	},
	fields: {
		imports: ['pickers', 'conversation', 'transport', 'values'],
		because: 'Its fields serve many operations, so they know none of them.',
	},
	operations: {
		imports: ['fields', 'conversation', 'transport', 'values'],
		because: 'It says what an operation is and what several do alike; it knows none of them.',
	},
	subscriptions: {
		imports: ['transport'],
		because: 'It alone makes, changes and removes webhook subscriptions, for trigger and replies.',
	},
	resources: {
		imports: ['operations', 'fields', 'conversation', 'transport', 'values'],
		because: 'An operation declares its form and its request; others run it.',
	},
	execution: {
		imports: ['resources', 'operations', 'fields', 'conversation', 'transport', 'values'],
		because: 'It runs any operation; asking and waiting build on it.',
	},
	memory: {
		imports: ['execution', 'fields', 'conversation', 'transport', 'values'],
		because: 'It gives a conversation to an AI agent, and reads alone.',
	},
	replies: {
		imports: [
			'execution',
			'resources',
			'operations',
			'events',
			'subscriptions',
			'fields',
			'conversation',
			'transport',
			'values',
		],
		because: 'It asks and waits whether or not a trigger is in use.',
	},
	trigger: {
		imports: [
			'replies',
			'execution',
			'events',
			'subscriptions',
			'fields',
			'conversation',
			'transport',
			'values',
		],
		because: 'It starts workflows and runs no operation.',
	},
};

const SHIPPED = "It runs inside its users' n8n, which gets nothing else of this project.";

/** The folders of the project. Its top level is open to all of them. */
const folders = {
	nodes: { imports: ['contract/types'], because: SHIPPED },
	credentials: { imports: [`${ROOMS}transport`], because: SHIPPED },
	contract: { imports: [], because: 'It is what all others are held against.' },
	'playground/sandbox': {
		imports: ['contract'],
		because: 'It stands in for the API; with code of the nodes it would share their mistakes.',
	},
	playground: {
		imports: ['contract'],
		because: 'It starts n8n with the package as users install it, and needs no tests for that.',
	},
	bench: {
		imports: [`${ROOMS}transport`, 'playground', 'test/support'],
		because: 'It measures what users run, on the stage of the tests or in a real n8n.',
	},
	tools: {
		imports: [
			...['execution', 'fields', 'operations', 'resources', 'transport', 'values'].map(
				(room) => ROOMS + room,
			),
			'contract',
			'playground',
			'bench',
		],
		because: 'Its commands work on an account or on files, where no node runs.',
	},
	test: {
		imports: ['nodes', 'credentials', 'contract', 'playground', 'tools'],
		because: 'What tests and measurements share stands in test/support.',
	},
};

/** The rule that `name`, a folder in `house`, imports of that house only what stands beside it. */
function wall(name, { imports, because }, house = '') {
	return {
		name: `wall-of-${name}`,
		comment:
			`${name} may import ${imports.join(', ') || 'no other room'}. ${because} ` +
			'Move what both need to where both may import it, or hand it over as a parameter.',
		severity: 'error',
		from: { path: `^${house}${name}/` },
		to: {
			dependencyTypes: ['local'],
			path: house ? `^${house}` : '/',
			pathNot: [name, ...imports].map((allowed) => `^${house}${allowed}/`),
		},
	};
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		...Object.entries(rooms).map(([name, room]) => wall(name, room, ROOMS)),
		...Object.entries(folders).map(([name, folder]) => wall(name, folder)),
		{
			name: 'room-without-walls',
			comment: 'A new room says in .dependency-cruiser.cjs what it may import, and why no more.',
			severity: 'error',
			from: {
				path: `^${ROOMS}[^/]+/`,
				pathNot: Object.keys(rooms).map((name) => `^${ROOMS}${name}/`),
			},
			to: {},
		},
		{
			name: 'sentences-in-the-catalogue',
			comment:
				'What somebody gets to read stands in the sentences.ts of its room, which a test holds against ' +
				'docs/troubleshooting.md. Name it there; elsewhere only the type Sentence is for use.',
			severity: 'error',
			from: { path: '^(nodes|credentials)/', pathNot: '/sentences\\.ts$' },
			to: { dependencyTypesNot: ['type-only'], path: '/values/sentence\\.ts$' },
		},
		{
			name: 'nothing-to-install',
			comment:
				'n8n installs this package alone: shipped code may import n8n-workflow, luxon and crypto, ' +
				'which n8n brings, and its SDK for AI nodes where a run needs it. Other packages are for ' +
				'tests and tools; other modules of Node.js are closed to nodes that n8n verifies.',
			severity: 'error',
			from: { path: '^(nodes|credentials)/' },
			to: {
				dependencyTypesNot: ['local'],
				pathNot: ['node_modules/(n8n-workflow|luxon|@n8n/ai-node-sdk)/', '^crypto$'],
			},
		},
		{
			name: 'no-import-of-a-test',
			comment:
				'Jest runs a *.test.ts file; whoever imports it would run its tests again. Move what both ' +
				'need to a file beside it.',
			severity: 'error',
			from: {},
			to: { path: '\\.test\\.ts$' },
		},
		{
			name: 'no-circle',
			comment:
				'Modules that import each other cannot be read, tested or loaded one by one. Move what ' +
				'both need to a module of its own, or hand it over as a parameter.',
			severity: 'error',
			from: {},
			to: { circular: true },
		},
	],
	options: {
		exclude: { path: '^playground/\\.data' },
		doNotFollow: { path: 'node_modules' },
		tsPreCompilationDeps: true,
	},
};
