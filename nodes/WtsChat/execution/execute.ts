import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { runOptions } from '../fields/requestOptions';
import type { Operation } from '../operations/operation';
import { resources } from '../resources';
import { connect, type Api } from '../transport/api';
import { mapConcurrently } from '../transport/concurrency';
import { cancelSignalOf } from '../transport/context';
import { LIMITS_IN_WORDS } from '../transport/limits';
import { nodeError } from '../transport/nodeError';
import { asError, itemError, nodeErrorOf, toldTo, type ItemError } from './itemError';
import { failedItem, outputItems } from './output';
import { prepareItems, type Waiter } from './prepare';
import { inQueues } from './queues';
import * as sentences from './sentences';
import { itemSource } from './source';
import { noteSummary } from './summary';
import type { Result, Task } from './task';

/**
 * Runs the chosen operation for every input item.
 *
 * All values are checked before anything is sent: unless the node continues on errors, one wrong
 * value stops the run with no request made. Output stands in the order of the input, each item
 * paired with the one it came from.
 *
 * @param wait runs the questions, whose execution goes to sleep
 * @throws NodeApiError or NodeOperationError of the first item that failed, or of the whole node,
 * unless the node continues
 */
export async function executeItems(
	context: IExecuteFunctions,
	wait: Waiter,
): Promise<INodeExecutionData[][]> {
	const items = [...context.getInputData().keys()];
	const results = new Map<number, Result>();
	try {
		await run(context, wait, results);
	} catch (error) {
		if (!context.continueOnFail()) throw toldTo(context, nodeErrorOf(context, error));
		// thrown for the whole node, n8n would pass the items on as if they had succeeded
		for (const item of items) if (!results.has(item)) results.set(item, asError(error));
	}

	const isCancelled = cancelSignalOf(context)?.aborted === true;
	const failed = items.find((item) => results.get(item) instanceof Error);
	if (failed !== undefined && !context.continueOnFail() && !isCancelled) {
		throw toldTo(context, failureOf(context, failed, results));
	}
	return [items.flatMap((item) => outputOf(context, item, results.get(item)))];
}

/** Runs the items and notes their results; those that a failure or a stop leaves out have none. */
async function run(
	context: IExecuteFunctions,
	wait: Waiter,
	results: Map<number, Result>,
): Promise<void> {
	const operation = chosenOperation(context);
	const tasks = prepareItems(context, operation, wait, (items, reason) => {
		for (const item of items) results.set(item, asError(reason));
	});
	if (results.size > 0 && !context.continueOnFail()) return;

	const { atOnce, ...options } = runOptions.read(itemSource(context, 0));
	const api = await connect(context, options);
	await runTasks(context, api, tasks, atOnce, results);
	noteWaiting(api);
	noteSummary(api.notes, [...results.values()]);
	for (const message of api.notes) {
		context.addExecutionHints({ message, type: 'info', location: 'outputPane' });
	}
}

/** How n8n names the entry that it adds to the menus of every node whose credential can sign requests. */
const CUSTOM_API_CALL = '__CUSTOM_API_CALL__';

/** @throws NodeOperationError when there is none of that name */
function chosenOperation(context: IExecuteFunctions): Operation {
	const resource = String(context.getNodeParameter('resource', 0, ''));
	const operation = String(context.getNodeParameter('operation', 0, ''));
	const chosen = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
	if (chosen) return chosen;
	throw [resource, operation].includes(CUSTOM_API_CALL)
		? nodeError(
				context.getNode(),
				sentences.customApiCall,
				"Use n8n's node 'HTTP Request' with the authentication 'Predefined Credential Type' and the credential type 'WTS Chat API'. Nothing was sent.",
			)
		: nodeError(
				context.getNode(),
				sentences.noOperation,
				`Choose 'Resource' and 'Operation' again; now they are "${resource}" and "${operation}".`,
			);
}

/** Runs the tasks; without *continue* the first failure stops those not begun. */
async function runTasks(
	context: IExecuteFunctions,
	api: Api,
	tasks: Task[],
	atOnce: number,
	results: Map<number, Result>,
): Promise<void> {
	const signal = cancelSignalOf(context);
	let failed = false;
	const stopped = () => (failed && !context.continueOnFail()) || signal?.aborted === true;
	await mapConcurrently(
		inQueues(tasks),
		atOnce,
		async (queue) => {
			for (const { items, run: runTask } of queue) {
				if (stopped()) return;
				const found = await runTask(api).catch((error: unknown) => items.map(() => asError(error)));
				items.forEach((item, position) => results.set(item, found[position] ?? []));
				failed ||= found.some((result) => result instanceof Error);
			}
		},
		stopped,
	);
}

/** Says why the run took longer than its requests. */
function noteWaiting(api: Api): void {
	const seconds = api.rateLimitedSeconds();
	if (seconds === 0) return;
	api.notes.add(sentences.waited(seconds, LIMITS_IN_WORDS));
}

/** The error of an item; it tells how far the run came, because running it again repeats what is done. */
function failureOf(
	context: IExecuteFunctions,
	item: number,
	results: Map<number, Result>,
): ItemError {
	const error = itemError(context, results.get(item), item);
	const done = [...results.values()].filter((result) => Array.isArray(result)).length;
	if (done > 0) {
		const total = context.getInputData().length;
		const progress = `Already done: ${done} of ${total} items; running again repeats them.`;
		error.description = error.description ? `${error.description} ${progress}` : progress;
	}
	return error;
}

function outputOf(
	context: IExecuteFunctions,
	item: number,
	result: Result = [],
): INodeExecutionData[] {
	return result instanceof Error
		? [failedItem(item, itemError(context, result, item))]
		: outputItems(item, result);
}
