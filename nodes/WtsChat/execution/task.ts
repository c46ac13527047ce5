import type { IDataObject } from 'n8n-workflow';
import type { Fields, ValuesOf } from '../fields/field';
import type { Output } from '../fields/output';
import type { Api } from '../transport/api';
import type { Ordered } from './queues';
import type { ItemSource } from './source';

/** Work that is ready to go: everything is checked, nothing is sent yet. */
export interface Task extends Ordered {
	/** The items it is for; several when one request does them all. */
	items: number[];
	/** Does the work and gives the result of each item, in the order of `items`. */
	run(api: Api): Promise<Result[]>;
}

/** What became of an item: the records that come out, or why there are none. */
export type Result = IDataObject[] | Error;

/** An item whose values can be read. */
export interface ReadItem {
	item: number;
	source: ItemSource;
	values: ValuesOf<Fields>;
	output: Output;
}
