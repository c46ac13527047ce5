import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { ItemParameters } from '../fields/itemParameters';
import { limitFrom } from '../fields/list';
import type { AskOperation, Asking, BatchOperation, Job, Operation } from '../resources/operation';
import type { Api } from '../transport/api';
import type { ApiRequest } from '../transport/contract';
import { readList } from '../transport/pages';
import { isRecord } from '../transport/records';
import { isForAgent } from './agents';
import { fileOf } from './files';
import { itemError, type ItemError } from './itemError';
import { laneOf, type InLane } from './lanes';
import { readParameters } from './parameterReader';

/** Work that is ready to go: everything is checked, nothing is sent yet. */
export interface Task extends InLane {
	/** The items it is for; several when one request does them all. */
	items: number[];
	/** Does the work and gives the records of each item, or its error, in the order of `items`. */
	run(api: Api): Promise<Array<IDataObject[] | Error>>;
}

export interface Prepared {
	tasks: Task[];
	/** The items whose values cannot make a request. */
	invalid: Array<{ item: number; error: ItemError }>;
}

/** Makes the job of a question, which puts the execution to wait. */
export type Waiter = (
	context: IExecuteFunctions,
	asking: Asking,
	parameters: ItemParameters,
) => Job;

/** Reads and checks the values of all items. */
export function prepareItems(
	context: IExecuteFunctions,
	operation: Operation,
	wait: Waiter,
): Prepared {
	const batched = 'batch' in operation && context.getNodeParameter('batching', 0, false) === true;
	return batched ? inBatches(context, operation) : oneByOne(context, operation, wait);
}

function oneByOne(context: IExecuteFunctions, operation: Operation, wait: Waiter): Prepared {
	const prepared: Prepared = { tasks: [], invalid: [] };
	for (const item of context.getInputData().keys()) {
		try {
			const { parameters, idsRead } = parametersOf(context, operation, item);
			const job = jobOf(context, operation, parameters, wait);
			const subject = subjectOf(idsRead);
			prepared.tasks.push({
				items: [item],
				lane: laneOf(operation, parameters),
				run: async (api) => [recordsOf(await job(about(api, subject)))],
			});
		} catch (error) {
			prepared.invalid.push({ item, error: itemError(context, error, item) });
		}
	}
	return prepared;
}

/** An item whose values are in order. */
interface ValidItem {
	item: number;
	parameters: ItemParameters;
}

function inBatches(context: IExecuteFunctions, operation: BatchOperation): Prepared {
	const prepared: Prepared = { tasks: [], invalid: [] };
	const refuse = (item: number, error: unknown) =>
		prepared.invalid.push({ item, error: itemError(context, error, item) });

	const together = new Map<string, ValidItem[]>();
	for (const item of context.getInputData().keys()) {
		try {
			const { parameters } = parametersOf(context, operation, item);
			// an item that could not be sent alone must not spoil the request of the others
			operation.request(parameters);
			const shared = JSON.stringify(operation.batch.shared(parameters));
			const group = together.get(shared) ?? [];
			group.push({ item, parameters });
			together.set(shared, group);
		} catch (error) {
			refuse(item, error);
		}
	}

	const chunks = [...together.values()].flatMap((valid) => chunked(valid, operation.batch.most));
	for (const chunk of chunks) {
		try {
			prepared.tasks.push(batchTask(operation, chunk));
		} catch (error) {
			for (const { item } of chunk) refuse(item, error);
		}
	}
	prepared.invalid.sort((one, other) => one.item - other.item);
	return prepared;
}

function batchTask({ batch }: BatchOperation, chunk: [ValidItem, ...ValidItem[]]): Task {
	const [first, ...others] = chunk;
	const request = batch.request([first.parameters, ...others.map(({ parameters }) => parameters)]);
	return {
		items: chunk.map(({ item }) => item),
		run: async (api) => {
			const results = batch.records(await api.send(request), request, api.notes);
			return results.map((result) => (result instanceof Error ? result : recordsOf(result)));
		},
	};
}

function chunked(valid: ValidItem[], most: number): Array<[ValidItem, ...ValidItem[]]> {
	const starts = Array.from({ length: Math.ceil(valid.length / most) }, (_, n) => n * most);
	return starts.map((start) => valid.slice(start, start + most)) as Array<
		[ValidItem, ...ValidItem[]]
	>;
}

/** The checked values of one item, and the IDs among them. */
export function parametersOf(
	context: IExecuteFunctions,
	{ fields }: Pick<Operation, 'fields'>,
	item: number,
) {
	const idsRead: string[] = [];
	const values = new Map<string, unknown>();
	const parameters = readParameters({
		// an expression is worked out once, however often its field is read
		valueOf(field) {
			if (!values.has(field)) values.set(field, context.getNodeParameter(field, item, null));
			return values.get(field);
		},
		fields,
		json: context.getInputData()[item]?.json ?? {},
		timezone: context.getTimezone(),
		fileIn: (binaryField, label) => fileOf(context, item, binaryField, label),
		idsRead,
		byModel: isForAgent(context),
	});
	return { parameters, idsRead };
}

/** The work of one item. A list may come to nothing; of everything else each item gets its own. */
function jobOf(
	context: IExecuteFunctions,
	operation: Operation,
	parameters: ItemParameters,
	wait: Waiter,
): (api: Api) => Promise<unknown> {
	if ('ask' in operation) return wait(context, operation.ask(parameters), parameters);
	const job = ownJobOf(operation, parameters);
	if (operation.value.startsWith('getMany')) return job;
	return async (api) => recordIn(await job(api));
}

function ownJobOf(
	operation: Exclude<Operation, AskOperation>,
	parameters: ItemParameters,
): (api: Api) => Promise<unknown> {
	if ('prepare' in operation) return operation.prepare(parameters);
	if ('list' in operation) {
		const request = operation.list(parameters);
		const limit = limitFrom(parameters);
		return async (api) => await readList(api, request, { paging: operation.paging, limit });
	}
	const request = operation.request(parameters);
	return async (api) => answerOf(request, await api.send(request));
}

function answerOf({ method }: ApiRequest, answer: unknown): unknown {
	if (method !== 'DELETE') return answer;
	return isRecord(answer) ? { deleted: true, ...answer } : { deleted: true };
}

/** An answer without a record becomes n8n's usual sign of success. */
function recordIn(answer: unknown): unknown {
	return Array.isArray(answer) && answer.length === 0 ? undefined : answer;
}

/** One record for an object, one each for a list. */
function recordsOf(answer: unknown): IDataObject[] {
	if (Array.isArray(answer))
		return answer.map((entry) => (isRecord(entry) ? entry : { value: entry }));
	return [isRecord(answer) ? answer : { success: true }];
}

/** The IDs that an item's requests are about, for messages. */
function subjectOf(idsRead: string[]): string | undefined {
	return [...new Set(idsRead)].join(' and ') || undefined;
}

function about(api: Api, subject: string | undefined): Api {
	return {
		...api,
		send: async (request) => await api.send({ subject, ...request }),
	};
}
