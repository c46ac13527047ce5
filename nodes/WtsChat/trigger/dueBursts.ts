import type { IWebhookFunctions } from 'n8n-workflow';
import type { Delivery } from '../events/delivery';
import type { Burst } from './gathering';
import { callItself } from './ownCall';

/** The bursts that are over, by the event that ends each; whoever brings that again starts the workflow. */
const due = new Map<string, Burst<Delivery>>();

/** The burst that starts the workflow with this event, if it is over. */
export function dueWith(event: string): Burst<Delivery> | undefined {
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
	gathered: Promise<Burst<Delivery> | undefined>,
): Promise<void> {
	const response = context.getResponseObject();
	try {
		const burst = await gathered;
		if (burst) due.set(event, burst);
		const isTaken = !burst || (await callItself(context, body));
		response.status(isTaken ? 200 : 503).json({ started: burst !== undefined && isTaken });
	} finally {
		due.delete(event);
	}
}
