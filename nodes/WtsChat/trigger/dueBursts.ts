import type { IWebhookFunctions } from 'n8n-workflow';
import type { Delivery } from '../events/delivery';
import { callItself } from './ownCall';

/** The bursts that are over, by the event that ends each; whoever brings that again starts the workflow. */
const due = new Map<string, Delivery[]>();

/** The burst that starts the workflow with this event, if it is over. */
export function dueWith(event: string): Delivery[] | undefined {
	return due.get(event);
}

/**
 * Answers WTS Chat when the burst is over. n8n has let go of the request: it keeps some ten megabytes for
 * each that it works on. So the process brings the event to itself, and n8n stores the execution.
 */
export async function answerWhenOver(
	context: IWebhookFunctions,
	event: string,
	{ body }: Delivery,
	burst: Promise<Delivery[] | undefined>,
): Promise<void> {
	const response = context.getResponseObject();
	try {
		const events = await burst;
		if (events) due.set(event, events);
		const isTaken = !events || (await callItself(context, body));
		response.status(isTaken ? 200 : 503).json({ started: events !== undefined && isTaken });
	} finally {
		due.delete(event);
	}
}
