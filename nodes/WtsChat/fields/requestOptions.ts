import type { INodeProperties } from 'n8n-workflow';

/** At the end of every form: how the requests are made. The executor reads it once for the run. */
export const requestOptions: INodeProperties = {
	displayName: 'Request Options',
	name: 'requestOptions',
	type: 'collection',
	noDataExpression: true,
	isNodeSetting: true,
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Concurrency',
			name: 'concurrency',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 50, numberPrecision: 0 },
			default: 10,
			description:
				'How many items are worked on at the same time. Items about the same session, contact or card always go one after another.',
		},
		{
			displayName: 'Keep Within Limits',
			name: 'paced',
			type: 'boolean',
			default: true,
			description:
				'Whether to keep within the published limits of an account: 200 requests in 5 seconds and 1,000 in 5 minutes, and 1,000 messages in 2 minutes. Switched off, the node slows down only when WTS Chat refuses requests.',
		},
		{
			displayName: 'Retries',
			name: 'retries',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 10, numberPrecision: 0 },
			default: 3,
			description:
				'How often a request is tried again after a fault. Requests that could send a message twice are never repeated.',
		},
		{
			displayName: 'Timeout (Seconds)',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 600 },
			default: 30,
			description: 'How long to wait for each answer',
		},
	],
};
