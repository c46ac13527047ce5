import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Output } from '../fields/output';
import { nameOf, valueOf } from '../fields/properties';
import { isRecord } from '../transport/records';
import type { ItemError } from './itemError';

/** The records in an answer: one for an object, one each for a list. */
export function recordsOf(answer: unknown, output: Output): IDataObject[] {
	return Array.isArray(answer)
		? answer.map((entry) => (isRecord(entry) ? only(entry, output) : { value: entry }))
		: [only(isRecord(answer) ? answer : { success: true }, output)];
}

/** What the node itself says of a record comes out however much of the record does. */
export const OWN_WORDS = ['success', 'sent', 'reason', 'sentAs', 'parts', 'unsent', 'timedOut'];

function only(record: IDataObject, properties: Output): IDataObject {
	if (!properties) return record;
	const values = [...properties, ...OWN_WORDS].map(
		(property) => [nameOf(property), valueOf(property, record)] as const,
	);
	return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** The output items of one input item, paired with it. */
export function outputItems(item: number, records: IDataObject[]): INodeExecutionData[] {
	return records.map((json) => ({ json, pairedItem: { item } }));
}

/**
 * The output item of an item that failed. n8n knows one by exactly these names; given the error object
 * itself it would drop the details.
 */
export function failedItem(
	item: number,
	{ message, description, context }: ItemError,
): INodeExecutionData {
	const details = { description, ...(context.data as IDataObject) };
	return { json: { error: message, details }, pairedItem: { item } };
}
