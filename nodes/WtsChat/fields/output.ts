import type { INodeProperties } from 'n8n-workflow';

/**
 * How much of a record comes out. People switch Simplify; in the tool of an AI agent, where every
 * property costs, the choice is finer. The executor reads all three.
 */
export const outputFields: INodeProperties[] = [
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		displayOptions: { hide: { '@tool': [true] } },
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		displayOptions: { show: { '@tool': [true] } },
		options: [
			{
				name: 'Raw',
				value: 'raw',
				description: 'Every property of the record',
			},
			{
				name: 'Selected Fields',
				value: 'selectedFields',
				description: 'The ID and the properties that you name',
			},
			{
				name: 'Simplified',
				value: 'simplified',
				description: 'The most useful properties',
			},
		],
		default: 'simplified',
		description: 'How much of each record the agent gets to read',
	},
	{
		displayName: 'Fields',
		name: 'outputFields',
		type: 'string',
		displayOptions: { show: { '@tool': [true], output: ['selectedFields'] } },
		default: '',
		placeholder: 'e.g. name,status',
		description: 'Comma-separated names of properties; the ID is always there',
	},
];
