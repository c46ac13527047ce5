// Lets faults be planted everywhere but in the words of forms: a test of their wording sees no fault
// of the code, and `docs` and the tests over the built form hold what they say.
const WORDS = [
	'action',
	'builderHint',
	'description',
	'displayName',
	'hint',
	'placeholder',
	'searchListDescription',
];

/** A plug-in of StrykerJS. */
export const strykerPlugins = [
	{
		kind: 'Ignore',
		name: 'wordsOfForms',
		value: {
			shouldIgnore({ node }) {
				const isWords =
					node.type === 'ObjectProperty' &&
					WORDS.includes(node.key.name) &&
					['StringLiteral', 'TemplateLiteral'].includes(node.value.type);
				return isWords ? 'Words of a form' : undefined;
			},
		},
	},
];
