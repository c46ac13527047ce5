import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { resources } from '../resources';
import type { Operation } from '../resources/operation';
import { cancelSignalOf, connect, type Api } from '../transport/api';
import { mapConcurrently } from '../transport/concurrency';
import type { ApiRequest } from '../transport/contract';
import { isRecord } from '../transport/records';
import { itemError, type ItemError } from './itemError';
import { readParameters } from './parameterReader';

/** Items whose requests are under way at the same time. */
const ITEMS_AT_ONCE = 10;

type Prepared = { request: ApiRequest } | { error: ItemError };
type Outcome = { records: IDataObject[] } | { error: ItemError };

/**
 * Runs the chosen operation for every input item.
 *
 * All values are checked before anything is sent: unless the node continues on errors, one wrong
 * value stops the run with no request made. Output stands in the order of the input, each item
 * paired with the one it came from.
 */
export async function executeItems(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const operation = chosenOperation(this);
	const prepared = this.getInputData().map((_, index) => prepare(this, operation, index));

	const invalid = prepared.find((item) => 'error' in item);
	if (invalid && !this.continueOnFail()) throw invalid.error;

	const outcomes = await sendAll(this, prepared);
	return [outcomes.flatMap((outcome, index) => outputItems(outcome, index))];
}

function chosenOperation(context: IExecuteFunctions): Operation {
	const chosenResource = context.getNodeParameter('resource', 0);
	const chosen = context.getNodeParameter('operation', 0);
	const operation = resources
		.find(({ value }) => value === chosenResource)
		?.operations.find(({ value }) => value === chosen);
	if (operation) return operation;
	throw new NodeOperationError(context.getNode(), 'The chosen operation does not exist', {
		description: `Choose 'Resource' and 'Operation' again; now they are "${chosenResource}" and "${chosen}".`,
	});
}

function prepare(context: IExecuteFunctions, operation: Operation, index: number): Prepared {
	const idsRead: string[] = [];
	try {
		const parameters = readParameters({
			valueOf: (field) => context.getNodeParameter(field, index, undefined),
			fields: operation.fields,
			timezone: context.getTimezone(),
			idsRead,
		});
		const request = operation.request(parameters);
		return { request: { ...request, subject: idsRead.join(' and ') || undefined } };
	} catch (error) {
		return { error: itemError(context, error, index) };
	}
}

/** Sends the requests; without *continue* the first refusal stops those that have not begun. */
async function sendAll(
	context: IExecuteFunctions,
	prepared: Prepared[],
): Promise<Array<Outcome | undefined>> {
	const opening = connect(context);
	const api = context.continueOnFail() ? await opening.catch(closedDoor) : await opening;
	const signal = cancelSignalOf(context);
	let failed = false;

	const outcomes = await mapConcurrently(
		prepared,
		ITEMS_AT_ONCE,
		async (item, index): Promise<Outcome> => {
			if ('error' in item) return item;
			try {
				return { records: recordsOf(await api.send(item.request), item.request) };
			} catch (error) {
				failed = true;
				return { error: itemError(context, error, index) };
			}
		},
		() => (failed && !context.continueOnFail()) || signal?.aborted === true,
	);

	const failure = outcomes.find((outcome) => outcome && 'error' in outcome);
	const cancelled = signal?.aborted === true;
	if (failure && 'error' in failure && !context.continueOnFail() && !cancelled) {
		throw withProgress(failure.error, outcomes);
	}
	return outcomes;
}

/** Gives every item the error: thrown for the whole node, n8n would pass the items on as if they had succeeded. */
function closedDoor(error: unknown): Api {
	return { send: async () => await Promise.reject(error) };
}

/** Tells how far the run came, because running it again repeats what is done. */
function withProgress(error: ItemError, outcomes: Array<Outcome | undefined>): ItemError {
	const done = outcomes.filter((outcome) => outcome && 'records' in outcome).length;
	if (done > 0) {
		error.description = `${error.description ?? ''} Already done: ${done} of ${outcomes.length} items; running again repeats them.`;
	}
	return error;
}

/** One record for an object, one each for a list; an answer without a body becomes n8n's usual sign of success. */
function recordsOf(answer: unknown, request: ApiRequest): IDataObject[] {
	if (Array.isArray(answer)) return answer as IDataObject[];
	if (isRecord(answer)) return [answer];
	return [request.method === 'DELETE' ? { deleted: true } : { success: true }];
}

function outputItems(outcome: Outcome | undefined, item: number): INodeExecutionData[] {
	if (!outcome) return [];
	if ('records' in outcome) {
		return outcome.records.map((json) => ({ json, pairedItem: { item } }));
	}
	return [{ json: errorJson(outcome.error), pairedItem: { item } }];
}

/**
 * The JSON of an item that failed. n8n knows a failed item by exactly these names; given the error
 * object itself it would drop the details.
 */
function errorJson(error: ItemError): IDataObject {
	const { message, description, context } = error;
	return { error: message, details: { description, ...(context.data as IDataObject) } };
}
