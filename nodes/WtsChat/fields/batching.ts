import type { INodeProperties } from 'n8n-workflow';

/** Offered by operations that can do many items in one request; the executor reads it. */
export const batchingField: INodeProperties = {
	displayName: 'One Request for All Items',
	name: 'batching',
	type: 'boolean',
	noDataExpression: true,
	default: false,
	description:
		'Whether to do all items in as few requests as the API allows. Each item still gets its own result.',
};
