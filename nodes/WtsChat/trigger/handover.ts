import type { INodeExecutionData } from 'n8n-workflow';
import { deliveryIn, type Delivery } from '../events/delivery';

/** The item that n8n stores for the execution: what came, where expressions of the form look for it as well. */
export function handedOver({ body }: Delivery): INodeExecutionData {
	return { json: { body } };
}

/** What came; undefined for an item that is finished: of an earlier version of the node, or pinned. */
export function deliveryOf({ json }: INodeExecutionData): Delivery | undefined {
	return 'eventType' in json ? undefined : deliveryIn(json.body);
}
