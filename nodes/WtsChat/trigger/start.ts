import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Delivery } from '../events/delivery';
import { isFileWanted, withFile } from '../events/file';
import { itemSource } from '../execution/source';
import { valuesOf } from '../fields/field';
import { isWaitedForAnywhere } from '../replies/sweep';
import { readerFor, type Read } from '../transport/reader';
import { detailsOf, sessionWithDetails } from './details';
import { filtersOf } from './filters';
import { triggerFields } from './form';
import { deliveryOf, isTakenHere } from './handover';
import { identityOf } from './identity';
import { outputOf } from './output';
import { isRecorded } from './record';

/**
 * Does what takes its time, once n8n has stored the event: it passes over what has started the workflow
 * before and what a filter leaves out by its session, and brings details and files.
 *
 * @returns the items that the workflow begins with; none for an event that is passed over
 */
export async function startWorkflow(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items: INodeExecutionData[] = [];
	for (const [index, item] of context.getInputData().entries()) {
		const delivery = deliveryOf(item);
		items.push(...(delivery ? await itemsFor(context, index, delivery, item.json) : [item]));
	}
	return [items];
}

async function itemsFor(
	context: IExecuteFunctions,
	index: number,
	delivery: Delivery,
	given: IDataObject,
): Promise<INodeExecutionData[]> {
	const values = valuesOf(triggerFields, itemSource(context, index));
	const { options } = values;
	const { ofSession } = filtersOf(values);
	const { subject, content } = delivery;
	const read = readerFor(context);

	const ignoresRepeats = options.ignoreRepeats !== false;
	// what is caught up on may have come as a delivery
	const isNoted = ignoresRepeats || options.catchUp !== false;
	if (isNoted && isFirstRun(context)) {
		const isRepeat = await isRecorded(context, identityOf(delivery), isTakenHere(given));
		if (isRepeat && (ignoresRepeats || delivery.body.caughtUp)) return [];
	}
	if (options.passOverReplies !== false && isFirstRun(context)) {
		if (given.isReply || (await isReplyElsewhere(context, delivery))) return [];
	}
	if (subject === 'message' && ofSession.length > 0) {
		const session = await sessionOf(context, read, content);
		if (session && !ofSession.every((passes) => passes(session))) return [];
	}

	const item: INodeExecutionData = {
		json: outputOf(delivery, values.simplify !== false),
	};
	if (options.includeDetails) {
		Object.assign(item.json, await detailsOf(read, delivery));
	}
	if (subject !== 'message' || !isFileWanted(options, content)) return [item];
	return [await withFile(context, item, content, options, read)];
}

/** Whether an execution waits for the message. */
async function isReplyElsewhere(context: IExecuteFunctions, delivery: Delivery): Promise<boolean> {
	if (delivery.eventType !== 'MESSAGE_RECEIVED') return false;
	try {
		return await isWaitedForAnywhere(context, delivery);
	} catch {
		// who waits is not known; the message is not lost for that
		return false;
	}
}

/** Whether an event has started this by itself: whoever tries or retries it wants it to run. */
function isFirstRun(context: IExecuteFunctions): boolean {
	return ['webhook', 'trigger'].includes(context.getMode());
}

/** The session of a message; undefined when it cannot be read, which is no reason to lose the message. */
async function sessionOf(
	context: IExecuteFunctions,
	read: Read,
	{ sessionId }: IDataObject,
): Promise<IDataObject | undefined> {
	try {
		return { ...(await read(sessionWithDetails(String(sessionId)))) };
	} catch (error) {
		context.logger.warn(`The session of a message could not be read. ${(error as Error).message}`);
		return undefined;
	}
}
