import { boolean } from './kinds/plain';

/** Offered by operations that can do many items in one request. */
export const batching = boolean({
	displayName: 'One Request for All Items',
	name: 'batching',
	noDataExpression: true,
	default: false,
	description:
		'Whether to do all items in as few requests as the API allows. Each item still gets its own result.',
});
