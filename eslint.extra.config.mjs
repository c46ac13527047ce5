// The project's own rules, beside n8n's strict configuration in eslint.config.mjs.
import tsParser from '@typescript-eslint/parser';
import communityNodes from '@n8n/eslint-plugin-community-nodes';
import nodesBase from 'eslint-plugin-n8n-nodes-base';

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
		// shipped code is read in pieces that one can hold in mind
		files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
		rules: { 'max-lines': ['error', 300] },
	},
	{
		// what takes a Sentence tells people; these alone hand on what others have said
		files: ['nodes/**/*.ts'],
		ignores: ['**/transport/{errors,nodeError,logWarning}.ts', '**/execution/itemError.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{
					selector:
						'NewExpression[callee.name=/Error$/]:not([callee.name=/^(Input|Value|Delivery|Plain)Error$/])',
					message:
						'Use InputError, DeliveryError, PlainError or nodeError, with a sentence of the catalogue.',
				},
				{
					selector: "MemberExpression[property.name='logger']",
					message: 'Use logWarning, with a sentence of the catalogue.',
				},
			],
		},
	},
	{ files: ['nodes/**/*.ts'], rules: { ...nodesBase.configs.nodes.rules, ...replaced } },
	{
		files: ['credentials/**/*.ts'],
		rules: { ...nodesBase.configs.credentials.rules, ...replaced },
	},
];
