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
import { prepareItems, type Task, type Waiter } from './tasks';

/**
 * Runs the chosen operation for every input item.
 *
 * All values are checked before anything is sent: unless the node continues on errors, one wrong
 * value stops the run with no request made. Output stands in the order of the input, each item
 * paired with the one it came from.
 *
 * @param wait runs the questions, whose execution goes to sleep
 */
export async function executeItems(
	context: IExecuteFunctions,
	wait: Waiter,
): Promise<INodeExecutionData[][]> {
	const chosen = chosenFor(context);
	const operation = operationNamed(chosen);
	const outcomes = operation
		? await outcomesOf(context, operation, wait)
		: everyItem(context, noSuchOperation(context, chosen));
	return [
		context
			.getInputData()
			.flatMap((_, item) => outputItems(context, operation, item, outcomes.get(item))),
	];
}

interface Chosen {
	resource: string;
	operation: string;
}

function chosenFor(context: IExecuteFunctions): Chosen {
	return {
		resource: String(context.getNodeParameter('resource', 0, '')),
		operation: String(context.getNodeParameter('operation', 0, '')),
	};
}

function operationNamed(chosen: Chosen): Operation | undefined {
	const resource = resources.find(({ value }) => value === chosen.resource);
	return resource?.operations.find(({ value }) => value === chosen.operation);
}

/** How n8n names the entry that it adds to the menus of every node whose credential can sign requests. */
const CUSTOM_API_CALL = '__CUSTOM_API_CALL__';

function noSuchOperation(
	context: IExecuteFunctions,
	{ resource, operation }: Chosen,
): NodeOperationError {
	return [resource, operation].includes(CUSTOM_API_CALL)
		? new NodeOperationError(context.getNode(), "'Custom API Call' is no operation of this node", {
				description:
					"Use n8n's node 'HTTP Request' with the authentication 'Predefined Credential Type' and the credential type 'WTS Chat API'. Nothing was sent.",
			})
		: new NodeOperationError(context.getNode(), 'The chosen operation does not exist', {
				description: `Choose 'Resource' and 'Operation' again; now they are "${resource}" and "${operation}".`,
			});
}

/** The outcome of a run that cannot begin: the error of every item where the node continues on errors. */
function everyItem(context: IExecuteFunctions, error: NodeOperationError): Map<number, Outcome> {
	if (!context.continueOnFail()) throw error;
	const items = [...context.getInputData().keys()];
	return new Map(items.map((item) => [item, { error: itemError(context, error, item) }]));
}

async function outcomesOf(
	context: IExecuteFunctions,
	operation: Operation,
	wait: Waiter,
): Promise<Map<number, Outcome>> {
	const { tasks, invalid } = prepareItems(context, operation, wait);
	const [firstInvalid] = invalid;
	if (firstInvalid && !context.continueOnFail()) throw firstInvalid.error;

	const outcomes = new Map<number, Outcome>(invalid.map(({ item, error }) => [item, { error }]));
	await runAll(context, tasks, outcomes);
	return outcomes;
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
	noteWaiting(api);
	for (const message of api.notes) {
		context.addExecutionHints({ message, type: 'info', location: 'outputPane' });
	}

	if (failed && !context.continueOnFail() && !signal?.aborted) {
		throw firstFailure(outcomes, context.getInputData().length);
	}
}

/** Whatever was thrown, as an error. */
function asError(thrown: unknown): Error {
	return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/** Says why the run took longer than its requests. */
function noteWaiting(api: Api): void {
	const seconds = api.heldUp();
	if (seconds === 0) return;
	api.notes.add(`Waited ${seconds} s until WTS Chat took all requests. ${LIMITS_IN_WORDS}`);
}

/** Gives every item the error: thrown for the whole node, n8n would pass the items on as if they had succeeded. */
function closedDoor(error: unknown): Api {
	const refuse = async () => await Promise.reject(error);
	return {
		account: '',
		send: refuse,
		upload: refuse,
		wait: refuse,
		heldUp: () => 0,
		notes: new Set(),
	};
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
