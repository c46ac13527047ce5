import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { connect, type Api } from '../transport/api';
import { mapConcurrently } from '../transport/concurrency';
import { cancelSignalOf } from '../transport/context';
import { LIMITS_IN_WORDS } from '../transport/limits';
import { resources } from '../resources';
import type { Operation } from '../resources/operation';
import { itemError, type ItemError } from './itemError';
import { inLanes } from './lanes';
import { outputItems, type Outcome } from './output';
import { requestOptionsOf } from './requestOptions';
import { prepareItems, type Task } from './tasks';

/**
 * Runs the chosen operation for every input item.
 *
 * All values are checked before anything is sent: unless the node continues on errors, one wrong
 * value stops the run with no request made. Output stands in the order of the input, each item
 * paired with the one it came from.
 */
export async function executeItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const operation = chosenOperation(context);
	const { tasks, invalid } = prepareItems(context, operation);

	const [firstInvalid] = invalid;
	if (firstInvalid && !context.continueOnFail()) throw firstInvalid.error;

	const outcomes = new Map<number, Outcome>(invalid.map(({ item, error }) => [item, { error }]));
	await runAll(context, tasks, outcomes);
	return [
		context
			.getInputData()
			.flatMap((_, item) => outputItems(context, operation, item, outcomes.get(item))),
	];
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

/** Runs the tasks and notes the outcome of each item; without *continue* the first failure stops those not begun. */
async function runAll(
	context: IExecuteFunctions,
	tasks: Task[],
	outcomes: Map<number, Outcome>,
): Promise<void> {
	const { atOnce, ...options } = requestOptionsOf(context);
	const opening = connect(context, options);
	const api = context.continueOnFail() ? await opening.catch(closedDoor) : await opening;
	const signal = cancelSignalOf(context);
	let failed = false;

	function note(item: number, result: IDataObject[] | Error): void {
		failed ||= result instanceof Error;
		outcomes.set(
			item,
			result instanceof Error ? { error: itemError(context, result, item) } : { records: result },
		);
	}

	const stopped = () => (failed && !context.continueOnFail()) || signal?.aborted === true;
	await mapConcurrently(
		inLanes(tasks),
		atOnce,
		async (lane) => {
			for (const { items, run } of lane) {
				if (stopped()) return;
				const results = await run(api).catch((error: unknown) => items.map(() => asError(error)));
				results.forEach((result, position) => note(items[position] ?? 0, result));
			}
		},
		stopped,
	);
	tellOfWaiting(context, api);

	if (failed && !context.continueOnFail() && !signal?.aborted) {
		throw firstFailure(outcomes, context.getInputData().length);
	}
}

/** Whatever was thrown, as an error. */
function asError(thrown: unknown): Error {
	return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/** Says under the output why the run took longer than its requests. */
function tellOfWaiting(context: IExecuteFunctions, api: Api): void {
	const seconds = api.heldUp();
	if (seconds === 0) return;
	context.addExecutionHints({
		message: `Waited ${seconds} s for the limits of the WTS Chat account. ${LIMITS_IN_WORDS}`,
		type: 'info',
		location: 'outputPane',
	});
}

/** Gives every item the error: thrown for the whole node, n8n would pass the items on as if they had succeeded. */
function closedDoor(error: unknown): Api {
	const refuse = async () => await Promise.reject(error);
	return { account: '', send: refuse, upload: refuse, wait: refuse, heldUp: () => 0 };
}

/** The error of the first item that failed; it tells how far the run came, because running it again repeats what is done. */
function firstFailure(outcomes: Map<number, Outcome>, total: number): ItemError {
	const [[, failure]] = [...outcomes]
		.filter((entry): entry is [number, { error: ItemError }] => 'error' in entry[1])
		.sort(([one], [other]) => one - other) as [[number, { error: ItemError }]];
	const done = [...outcomes.values()].filter((outcome) => 'records' in outcome).length;
	const { error } = failure;
	if (done > 0) {
		error.description = `${error.description ?? ''} Already done: ${done} of ${total} items; running again repeats them.`;
	}
	return error;
}
