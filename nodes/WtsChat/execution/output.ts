import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Operation } from '../resources/operation';
import type { ItemError } from './itemError';
import { parsedList } from '../values/parse';

/** What became of one item: the records that come out, or its error. */
export type Outcome = { records: IDataObject[] } | { error: ItemError };

/** The output items of one input item, paired with it; none where the run was cancelled before it. */
export function outputItems(
	context: IExecuteFunctions,
	operation: Operation | undefined,
	item: number,
	outcome: Outcome | undefined,
): INodeExecutionData[] {
	if (!outcome) return [];
	const pairedItem = { item };
	if ('error' in outcome) return [{ json: errorJson(outcome.error), pairedItem }];
	const chosen = chosenProperties(context, operation, item);
	return outcome.records.map((record) => ({ json: only(record, chosen), pairedItem }));
}

/**
 * The JSON of an item that failed. n8n knows a failed item by exactly these names; given the error
 * object itself it would drop the details.
 */
function errorJson(error: ItemError): IDataObject {
	const { message, description, context } = error;
	return { error: message, details: { description, ...(context.data as IDataObject) } };
}

/** The properties that come out: the short form, those that an AI tool names, or undefined for all. */
function chosenProperties(
	context: IExecuteFunctions,
	operation: Operation | undefined,
	item: number,
): string[] | undefined {
	if (!operation?.shortForm) return undefined;
	const { shortForm, fields: form } = operation;
	const output = context.getNodeParameter('output', item, '') as string;
	if (output === 'raw') return undefined;
	if (output === 'selectedFields') {
		const named = context.getNodeParameter('outputFields', item, '') as string | string[];
		const fields = typeof named === 'string' ? (parsedList(named) ?? named.split(',')) : named;
		return ['id', ...fields.map((field) => String(field).trim())];
	}
	if (output === 'simplified') return shortForm;
	const canSimplify = form.some(({ name }) => name === 'simplify');
	return context.getNodeParameter('simplify', item, canSimplify) ? shortForm : undefined;
}

function only(record: IDataObject, properties: string[] | undefined): IDataObject {
	if (!properties) return record;
	const kept = properties.filter((property) => record[property] !== undefined);
	return Object.fromEntries(kept.map((property) => [property, record[property]]));
}
