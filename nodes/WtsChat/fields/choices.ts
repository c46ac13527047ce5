import type { INodePropertyOptions } from 'n8n-workflow';

/** Options of a field whose values are those of an enum of the contract. */
export type ChoicesOf<Value extends string> = Array<INodePropertyOptions & { value: Value }>;
