import type { IExecuteFunctions } from 'n8n-workflow';
import { isBatched } from '../fields/batching';
import { valuesOf, type Fields } from '../fields/field';
import type { Asking, Job, Operation } from '../operations/operation';
import type { Api } from '../transport/api';
import type { ApiRequest } from '../transport/contract';
import { readList } from '../transport/pages';
import { isRecord } from '../transport/records';
import { batchTasks } from './batch';
import { recordsOf } from './output';
import { orderKeyOf } from './queues';
import { itemSource, type ItemSource } from './source';
import type { ReadItem, Task } from './task';

/** Makes the job of a question, which puts the execution to wait. */
export type Waiter = (context: IExecuteFunctions, asking: Asking) => Job;

/**
 * Reads and checks the values of all items.
 *
 * @param refuse takes the items whose values cannot make a request, with the reason
 */
export function prepareItems(
	context: IExecuteFunctions,
	operation: Operation,
	wait: Waiter,
	refuse: (items: number[], reason: unknown) => void,
): Task[] {
	/** What `make` gives, or nothing where it refuses the items. */
	function attempt<Made>(items: number[], make: () => Made): Made[] {
		try {
			return [make()];
		} catch (reason) {
			refuse(items, reason);
			return [];
		}
	}

	const items = [...context.getInputData().keys()].flatMap((item) =>
		attempt([item], () => readItem(context, operation, item)),
	);
	const batch = 'batch' in operation ? operation.batch : undefined;
	if (batch && isBatched(itemSource(context, 0))) return batchTasks(batch, items, attempt);
	return items.flatMap((item) =>
		attempt([item.item], () => taskOf(context, operation, item, wait)),
	);
}

function readItem(context: IExecuteFunctions, operation: Operation, item: number): ReadItem {
	const source = itemSource(context, item);
	const values = valuesOf<Fields>(operation.fields, source);
	return { item, source, values, output: operation.fields.output?.read(source) };
}

function taskOf(
	context: IExecuteFunctions,
	operation: Operation,
	read: ReadItem,
	wait: Waiter,
): Task {
	const { item, source, output } = read;
	const work = workOf(context, operation, read, wait);
	const subject = inWords(source);
	return {
		items: [item],
		orderKey: orderKeyOf(operation.value, source.subjects),
		run: async (api) => [recordsOf(resultOf(operation, await work(about(api, subject))), output)],
	};
}

/** The work of one item. */
function workOf(
	context: IExecuteFunctions,
	operation: Operation,
	{ source, values }: ReadItem,
	wait: Waiter,
): (api: Api) => Promise<unknown> {
	switch (operation.kind) {
		case 'request': {
			const asked = operation.request(values);
			return async (api) => {
				const request = typeof asked === 'function' ? await asked(api) : asked;
				return answerOf(request, await api.send(request));
			};
		}
		case 'list': {
			const asked = operation.list(values);
			const limit = operation.fields.limit.read(source);
			return async (api) => {
				const request = typeof asked === 'function' ? await asked(api) : asked;
				return request ? await readList(api, request, { paging: operation.paging, limit }) : [];
			};
		}
		case 'job':
			return operation.prepare(values);
		case 'ask':
			return wait(context, operation.ask(values));
	}
}

/** A list may come to nothing; of everything else each item gets its own, if only a sign of success. */
function resultOf({ value }: Operation, answer: unknown): unknown {
	const isEmpty = Array.isArray(answer) && answer.length === 0;
	return isEmpty && !value.startsWith('getMany') ? undefined : answer;
}

function answerOf({ method }: ApiRequest, answer: unknown): unknown {
	if (method !== 'DELETE') return answer;
	return isRecord(answer) ? { deleted: true, ...answer } : { deleted: true };
}

/** What an item's requests are about, for messages; a model has to be told where to look. */
function inWords({ subjects, byModel }: ItemSource): string | undefined {
	const words = subjects.map(({ label, id, source }) => {
		const whence = byModel && source ? `, which comes from ${source}` : '';
		return `'${label}' (${id}${whence})`;
	});
	return [...new Set(words)].join(' and ') || undefined;
}

function about(api: Api, subject: string | undefined): Api {
	return {
		...api,
		send: async (request) => await api.send({ subject, ...request }),
	};
}
