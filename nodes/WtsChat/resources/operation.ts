import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ItemParameters } from '../fields/itemParameters';
import type { Api } from '../transport/api';
import type { ApiRequest } from '../transport/contract';
import type { Paging } from '../transport/pages';

/** What the user sees of an operation. */
interface Face {
	/** Entry in the Operation menu. */
	name: string;
	value: string;
	/** Sentence in the node search; also what an AI agent knows the tool by. */
	action: string;
	description: string;
	fields: INodeProperties[];
	/** The most useful properties of a record, ten at most: what remains of it when Simplify is on. */
	shortForm?: string[];
}

/** One request an item; the answer is what comes out. */
export interface RequestOperation extends Face {
	/**
	 * Makes the request from the values of one item.
	 *
	 * @throws InputError when the values cannot make a request
	 */
	request(parameters: ItemParameters): ApiRequest;
}

/** A list, read up to the user's limit; one item comes out for each record. */
export interface ListOperation extends Face {
	/** The request for the list, without its paging. */
	list(parameters: ItemParameters): ApiRequest;
	/** How the list is paged; by PageNumber unless the contract says otherwise. */
	paging?: Paging;
}

/** A job of several requests. Everything is checked in `prepare`, before the first request of any item. */
export interface JobOperation extends Face {
	/** @throws InputError when the values cannot make the job */
	prepare(parameters: ItemParameters): Job;
}

/** Does its work through the API and gives the record, or records, that come out. */
export type Job = (api: Api) => Promise<IDataObject | IDataObject[] | undefined>;

/** A question: the execution waits for its answer. */
export interface AskOperation extends Face {
	/** @throws InputError when the values cannot make the question */
	ask(parameters: ItemParameters): Asking;
}

/** A question that is ready to be asked. */
export interface Asking {
	/** Sends it and gives the message, with its session. */
	send(api: Api): Promise<IDataObject>;
	/** How many milliseconds an answer may take. */
	waitMs: number;
}

/** An operation that can also do many items in one request. */
export interface BatchOperation extends RequestOperation {
	batch: {
		/** How many items the contract allows in one request. */
		most: number;
		/** What all items of one request have in common; items that differ go in different requests. */
		shared(parameters: ItemParameters): unknown;
		/**
		 * Makes one request for several items.
		 *
		 * @throws InputError when the items cannot go together
		 */
		request(items: [ItemParameters, ...ItemParameters[]]): ApiRequest;
		/**
		 * What became of each item of the request, in their order: its record, undefined where the answer
		 * has none for a success, or an error where it did not succeed or the answer does not say.
		 *
		 * @param notes takes what has to be said of the records
		 */
		records(
			answer: unknown,
			request: ApiRequest,
			notes: Set<string>,
		): Array<IDataObject | Error | undefined>;
	};
}

/** One operation: what the user sees and what it asks of the API. */
export type Operation =
	RequestOperation | ListOperation | JobOperation | BatchOperation | AskOperation;

/** One resource: an entry in the Resource menu with its operations. */
export interface Resource {
	name: string;
	value: string;
	description: string;
	operations: Operation[];
}
