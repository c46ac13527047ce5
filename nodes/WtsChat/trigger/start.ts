import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Delivery } from '../events/delivery';
import { isFileWanted, withFile } from '../events/file';
import { isSilence } from '../events/names';
import { isAudio } from '../events/transcription';
import { itemSource } from '../execution/source';
import { valuesOf } from '../fields/field';
import { repliesAmong } from '../replies/repliesAmong';
import { connect } from '../transport/api';
import { logWarning } from '../transport/logWarning';
import { nodeError } from '../transport/nodeError';
import { readerFor, type Read } from '../transport/reader';
import { momentOf } from '../values/moments';
import { heardAudio } from './audio';
import { burstUpTo } from './burst';
import { sessionNamingContact } from './contact';
import { detailsOf } from './details';
import { filtersOf } from './filters';
import { triggerFields, type ChoosingValues, type TriggerValues } from './form';
import { handedIn, isTakenHere, type Handed } from './handover';
import { identityOf } from './identity';
import { lateFiltersOf } from './lateFilters';
import { withMessages } from './messages';
import { outputOf } from './output';
import { patienceOf } from './patience';
import { isPersonAnswering } from './person';
import { isRecorded, recordedAmong } from './record';
import * as sentences from './sentences';

/**
 * Does what takes its time, once n8n has stored the event: it passes over what has started the workflow
 * before and what a filter leaves out by its session, and brings details and files.
 *
 * @returns the items that the workflow begins with; none for an event that is passed over
 */
export async function startWorkflow(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items: INodeExecutionData[] = [];
	for (const [index, item] of context.getInputData().entries()) {
		const handed = handedIn(item);
		const isFinished = handed.length === 0;
		items.push(...(isFinished ? [item] : await itemsFor(context, index, handed, item.json)));
	}
	return [items];
}

async function itemsFor(
	context: IExecuteFunctions,
	index: number,
	handed: Handed[],
	given: IDataObject,
): Promise<INodeExecutionData[]> {
	const values = valuesOf(triggerFields, itemSource(context, index));
	const read = readerFor(context);
	const whole = given.isUnread ? await wholeOf(context, handed, values) : handed;
	const fresh = isFirstRun(context) ? await freshOf(context, whole, values, given) : whole;
	const [last] = fresh.slice(-1);
	if (!last) return [];
	for (const passes of lateFiltersOf(values)) {
		if (!(await isPassed(context, passes(read, last.delivery)))) return [];
	}

	if (await isLeftToPerson(context, read, last.delivery, values)) return [];

	const events: Delivery[] = [];
	let transcriptionError: string | undefined;
	for (const { delivery } of fresh) {
		const { problem, ...heard } = await withWords(context, delivery, values, read);
		if (heard.delivery) events.push(heard.delivery);
		transcriptionError ??= problem;
	}
	const [newest] = events.slice(-1);
	if (!newest) return [];
	const item = await itemOf(context, events, newest, values, read);
	if (transcriptionError) item.json.transcriptionError = transcriptionError;
	return [item];
}

/** The event with what was said in its audio as its text, where that is wanted; none when that does not pass the filter. */
async function withWords(
	context: IExecuteFunctions,
	delivery: Delivery,
	values: TriggerValues,
	read: Read,
): Promise<{ delivery?: Delivery; problem?: string }> {
	const { useTranscription, transcriptionSeconds } = values.options;
	if (!useTranscription || !isAudio(delivery.content)) return { delivery };
	const heard = await heardAudio(context, read, delivery, transcriptionSeconds);
	return filtersOf(values).ofText(heard.delivery.content) ? heard : {};
}

/** The events with what else was written in their burst, which the process could not read that took them. */
async function wholeOf(
	context: IExecuteFunctions,
	handed: Handed[],
	values: TriggerValues,
): Promise<Handed[]> {
	const patience = patienceOf(values.options);
	const [last] = handed.slice(-1);
	if (!patience || !last) return handed;
	const { ofEvent } = filtersOf(values);
	const isPassing = (event: Delivery) => ofEvent.every((passes) => passes(event));
	try {
		const all = await burstUpTo(await connect(context), last.delivery, patience, isPassing);
		const isKnown = ({ content }: Delivery) =>
			handed.some(({ delivery }) => delivery.content.id === content.id);
		const others = all.filter((delivery) => !isKnown(delivery));
		const whole = [...others.map((delivery) => ({ delivery })), ...handed];
		return whole.sort((one, other) => writtenAtOf(one) - writtenAtOf(other));
	} catch (error) {
		logWarning(context, sentences.burstUnread((error as Error).message));
		return handed;
	}
}

function writtenAtOf({ delivery }: Handed): number {
	return momentOf(delivery.content.createdAt) ?? 0;
}

/** Those of the events that have not started the workflow before, and are no replies that an execution waits for. */
async function freshOf(
	context: IExecuteFunctions,
	handed: Handed[],
	{ options: { ignoreRepeats = true, catchUp, passOverReplies } }: ChoosingValues,
	given: IDataObject,
): Promise<Handed[]> {
	let fresh = handed;
	const [last] = handed.slice(-1);
	if (!last) return [];
	// what n8n has found by itself it may find again
	const isFound = isSilence(last.delivery.eventType) || last.delivery.body.caughtUp === true;
	// what is caught up on may have come as a delivery
	if (ignoreRepeats || isFound || catchUp !== false) {
		const isRepeat = await isRecorded(context, identityOf(last.delivery), isTakenHere(given));
		if (isRepeat && (ignoreRepeats || isFound)) return [];
		const earlier = handed.slice(0, -1).map(({ delivery }) => identityOf(delivery));
		const begun = await recordedAmong(context, earlier);
		fresh = handed.filter(({ delivery }) => !begun.includes(identityOf(delivery)));
	}
	if (passOverReplies === false) return fresh;
	const replies = await repliesAmong(context, fresh);
	return fresh.filter((one) => !replies.includes(one));
}

/** The event as the workflow gets it, with the details and the files that are wanted. */
async function itemOf(
	context: IExecuteFunctions,
	events: Delivery[],
	newest: Delivery,
	values: TriggerValues,
	read: Read,
): Promise<INodeExecutionData> {
	const { options, simplify } = values;
	const { subject, eventType, content } = newest;
	const details = options.includeDetails ? await detailsOf(read, newest) : undefined;
	const { session, ...told } =
		details ?? (await sessionNamingContact(context, read, newest, values));
	const item: INodeExecutionData = {
		json: { ...outputOf(newest, simplify !== false, session), ...details, ...told },
	};
	if (eventType === 'MESSAGE_RECEIVED' && patienceOf(values.options)) {
		return await withMessages(context, item, events, options, read);
	}
	if (subject !== 'message' || !isFileWanted(options, content)) return item;
	return await withFile(context, item, content, options, read);
}

/**
 * Whether a person of the team answers the contact.
 *
 * @throws NodeOperationError when that cannot be told: then nobody is spoken over, and it is seen that nobody was answered
 */
async function isLeftToPerson(
	context: IExecuteFunctions,
	read: Read,
	delivery: Delivery,
	{ filters, options }: ChoosingValues,
): Promise<boolean> {
	const { onlyUnassigned } = filters;
	try {
		return await isPersonAnswering(read, delivery, { ...options, onlyUnassigned });
	} catch (error) {
		throw nodeError(
			context.getNode(),
			sentences.personUnread((error as Error).message),
			'The workflow has said nothing. Retry the execution to look again.',
		);
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
		logWarning(context, sentences.filterUnread((error as Error).message));
		return true;
	}
}
