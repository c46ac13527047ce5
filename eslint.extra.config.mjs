// The project's own rules, beside n8n's strict configuration in eslint.config.mjs.
import tsParser from '@typescript-eslint/parser';
import communityNodes from '@n8n/eslint-plugin-community-nodes';
import nodesBase from 'eslint-plugin-n8n-nodes-base';

/** Arrows between the rooms of the node point one way; what a room must not know is listed here. */
const unknownTo = {
	transport: ['events', 'fields', 'resources', 'execution', 'methods', 'replies', 'trigger'],
	fields: ['events', 'resources', 'execution', 'methods', 'replies', 'trigger'],
	events: ['resources', 'execution', 'methods', 'replies', 'trigger'],
	resources: ['execution', 'methods', 'replies', 'trigger'],
	execution: ['methods', 'replies', 'trigger'],
	replies: ['methods', 'trigger'],
	trigger: ['resources', 'methods'],
	methods: ['fields', 'resources', 'execution', 'replies', 'trigger'],
};

const rooms = Object.entries(unknownTo).map(([room, others]) => ({
	files: [`nodes/WtsChat/${room}/**/*.ts`],
	rules: {
		'no-restricted-imports': [
			'error',
			{ patterns: [{ group: others.map((other) => `**/${other}{,/**}`) }] },
		],
	},
}));

/** Older rules that contradict n8n's strict configuration, which switches the same five off. */
const replaced = {
	'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
	'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
	'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
	'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
	'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
};

export default [
	{ ignores: ['dist/**', 'playground/.data/**', 'playground/node_modules/**', 'coverage/**'] },
	{
		files: ['**/*.ts'],
		languageOptions: { parser: tsParser },
		// known here so that a reason given to n8n's rules is not an unknown name
		plugins: { '@n8n/community-nodes': communityNodes, 'n8n-nodes-base': nodesBase },
		linterOptions: { reportUnusedDisableDirectives: 'off' },
	},
	{
		// shipped code: what n8n's rule lets through because it is a devDependency
		files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				...['axios', 'n8n-core', 'jest', 'fastify'].map((name) => ({
					selector: `ImportDeclaration[source.value='${name}']`,
					message: `${name} is for tests and tools; n8n does not install it with the package.`,
				})),
			],
			'max-lines': ['error', 300],
		},
	},
	{ files: ['nodes/**/*.ts'], rules: { ...nodesBase.configs.nodes.rules, ...replaced } },
	{
		files: ['credentials/**/*.ts'],
		rules: { ...nodesBase.configs.credentials.rules, ...replaced },
	},
	...rooms,
];
