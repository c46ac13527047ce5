import { boolean } from './kinds/plain';
import type { Source } from './source';

/** An option of operations that can do many items in one request. */
export const batching = boolean({
	displayName: 'One Request for All Items',
	name: 'batching',
	noDataExpression: true,
	default: true,
	description:
		'Whether to send all items in as few requests as the API allows. Each item still gets its own result.',
});

/** Whether it is chosen among the options of the node. */
export function isBatched(source: Source): boolean {
	const valueOf = (name: string) => source.valueOf(`options.${name}`);
	return batching.read({ ...source, valueOf }) ?? false;
}
