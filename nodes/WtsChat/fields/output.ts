import type { INodeProperties } from 'n8n-workflow';

/** How much of a record an AI agent gets to read, where every property costs. The executor reads both. */
export const agentOutputFields: INodeProperties[] = [
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

/** How much of a record comes out: people switch Simplify, the tool of an AI agent has a finer choice. */
export const outputFields: INodeProperties[] = [
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		displayOptions: { hide: { '@tool': [true] } },
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	...agentOutputFields,
];
