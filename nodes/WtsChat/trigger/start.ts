import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Delivery } from '../events/delivery';
import { isFileWanted, withFile } from '../events/file';
import { isSilence } from '../events/names';
import { isAudio } from '../events/transcription';
import { itemSource } from '../execution/source';
import { valuesOf } from '../fields/field';
import { isWaitedForAnywhere } from '../replies/sweep';
import { readerFor, type Read } from '../transport/reader';
import { heardAudio } from './audio';
import { detailsOf, sessionWithDetails } from './details';
import { filtersOf } from './filters';
import { triggerFields, type TriggerValues } from './form';
import { deliveryOf, isTakenHere } from './handover';
import { identityOf } from './identity';
import { lateFiltersOf } from './lateFilters';
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
	const { content } = delivery;
	const read = readerFor(context);

	const ignoresRepeats = options.ignoreRepeats !== false;
	// what n8n has found by itself it may find again
	const isFound = isSilence(delivery.eventType) || delivery.body.caughtUp === true;
	// what is caught up on may have come as a delivery
	const isNoted = ignoresRepeats || isFound || options.catchUp !== false;
	if (isNoted && isFirstRun(context)) {
		const isRepeat = await isRecorded(context, identityOf(delivery), isTakenHere(given));
		if (isRepeat && (ignoresRepeats || isFound)) return [];
	}
	if (options.passOverReplies !== false && isFirstRun(context)) {
		if (given.isReply || (await isReplyElsewhere(context, delivery))) return [];
	}
	for (const passes of lateFiltersOf(values)) {
		if (!(await isPassed(context, passes(read, delivery)))) return [];
	}
	if (!options.useTranscription || !isAudio(content)) {
		return [await itemOf(context, delivery, values, read)];
	}
	const { delivery: heard, problem } = await heardAudio(
		context,
		read,
		delivery,
		options.transcriptionSeconds,
	);
	if (!filtersOf(values).ofText(heard.content)) return [];
	const item = await itemOf(context, heard, values, read);
	if (problem) item.json.transcriptionError = problem;
	return [item];
}

/** The event as the workflow gets it, with the details and the file that are wanted. */
async function itemOf(
	context: IExecuteFunctions,
	delivery: Delivery,
	values: TriggerValues,
	read: Read,
): Promise<INodeExecutionData> {
	const { subject, content } = delivery;
	const { options, simplify } = values;
	const details = options.includeDetails ? await detailsOf(read, delivery) : {};
	const session = details.session ?? (await sessionReadFor(values, read, delivery));
	const item: INodeExecutionData = {
		json: { ...outputOf(delivery, simplify !== false, session), ...details },
	};
	if (subject !== 'message' || !isFileWanted(options, content)) return item;
	return await withFile(context, item, content, options, read);
}

/** The session of a message, where a filter has read it; none is read for this alone. */
async function sessionReadFor(
	values: TriggerValues,
	read: Read,
	{ subject, content }: Delivery,
): Promise<IDataObject | undefined> {
	if (subject !== 'message' || lateFiltersOf(values).length === 0) return undefined;
	const session = await read(sessionWithDetails(String(content.sessionId))).catch(() => undefined);
	return session && { ...session };
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

/** Whether the event passes a filter; one that cannot be tried is no reason to lose the event. */
async function isPassed(context: IExecuteFunctions, passing: Promise<boolean>): Promise<boolean> {
	try {
		return await passing;
	} catch (error) {
		context.logger.warn(
			`What a filter needs could not be read, so the event passes it. ${(error as Error).message}`,
		);
		return true;
	}
}
