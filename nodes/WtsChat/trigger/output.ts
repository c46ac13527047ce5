import type { IDataObject } from 'n8n-workflow';
import type { Delivery } from '../events/delivery';

/** The event as the workflow gets it: flat, or as it came. */
export function outputOf(
	{ eventType, date, content, body }: Delivery,
	simplify: boolean,
): IDataObject {
	if (!simplify) return { ...body };
	const { changeMetadata, caughtUp } = body;
	return {
		eventType,
		date,
		...content,
		...(changeMetadata ? { changeMetadata } : {}),
		...(caughtUp ? { caughtUp } : {}),
	};
}
