// For code that is not shipped: tests, tools and the playground run beside n8n, on a machine of their own: the rules that keep shipped
// nodes inside n8n do not fit them. All other rules of the strict configuration hold here too.
import { config } from '@n8n/node-cli/eslint';

export default [
	...config,
	// only the package's own manifest is that of a community node
	{ ignores: ['package.json'] },
	{
		files: ['**/*.ts'],
		rules: {
			// they import Node's modules, axios, fastify and the like
			'@n8n/community-nodes/no-restricted-imports': 'off',
			// they read their environment and wait
			'@n8n/community-nodes/no-restricted-globals': 'off',
			// they start n8n, npm and tar
			'@n8n/community-nodes/no-dangerous-functions': 'off',
			// they have no node to blame
			'@n8n/community-nodes/require-node-api-error': 'off',
			// the keys of the sandbox are no secrets
			'@n8n/community-nodes/no-hardcoded-secrets': 'off',
			// they speak to the person at the keyboard
			'no-console': 'off',
		},
	},
];
