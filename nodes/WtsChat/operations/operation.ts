import type { IDataObject } from 'n8n-workflow';
import type { Field, Fields, ValuesOf } from '../fields/field';
import type { OutputField } from '../fields/output';
import type { Response } from '../fields/response';
import type { Api } from '../transport/api';
import type { ApiRequest } from '../transport/contract';
import type { Paging } from '../transport/pages';
import type { Sentence } from '../values/sentence';
import type { OutputRecord } from './record';

/** What the user sees of an operation. */
interface Entry<Members extends Fields> {
	/** Entry in the Operation menu. */
	name: string;
	value: string;
	/** Sentence in the node search; also what an AI agent knows the tool by. */
	action: string;
	description: string;
	/** What n8n's AI has to know who builds a workflow with it. */
	builderHint?: string;
	/** What comes out, for the schemas that n8n shows before a run. */
	record: OutputRecord;
	/** The form, in its order, with what reads it. */
	fields: Members & Settings;
}

/** What means the same to every operation that has it; the executor follows it. */
interface Settings {
	/** How much of a record comes out. */
	output?: OutputField;
}

/**
 * What has to look something up before it is known, when the item's turn comes. Everything is checked
 * before, and undefined means that there is nothing to read.
 */
export type Later<Request> = (api: Api) => Promise<Request>;

/** One request an item; the answer is what comes out. */
export interface RequestOperation<
	Members extends Fields = Fields,
	Shared = unknown,
	Part = unknown,
> extends Entry<Members> {
	kind: 'request';
	/**
	 * Makes the request from the values of one item.
	 *
	 * @throws InputError when the values cannot make a request
	 */
	request(values: ValuesOf<Members>): ApiRequest | Later<ApiRequest>;
	batch?: Batch<ValuesOf<Members>, Shared, Part>;
}

/** A list, read up to the user's limit; one item comes out for each record. */
export interface ListOperation<Members extends Fields = Fields> extends Entry<
	Members & { limit: Field<number> }
> {
	kind: 'list';
	/** The request for the list, without its paging. */
	list(values: ValuesOf<Members>): ApiRequest | Later<ApiRequest | undefined>;
	/** How the list is paged; by PageNumber unless the contract says otherwise. */
	paging?: Paging;
}

/** A job of several requests. Everything is checked in `prepare`, before the first request of any item. */
export interface JobOperation<
	Members extends Fields = Fields,
	Shared = unknown,
	Part = unknown,
> extends Entry<Members> {
	kind: 'job';
	/** @throws InputError when the values cannot make the job */
	prepare(values: ValuesOf<Members>): Job;
	batch?: Batch<ValuesOf<Members>, Shared, Part>;
}

/** Does its work through the API and gives the record, or records, that come out. */
export type Job = (api: Api) => Promise<IDataObject | IDataObject[] | undefined>;

/** A question: the execution waits for its answer. */
export interface AskOperation<Members extends Fields = Fields> extends Entry<Members> {
	kind: 'ask';
	/** @throws InputError when the values cannot make the question */
	ask(values: ValuesOf<Members>): Asking;
}

/** A question that is ready to be asked. */
export interface Asking {
	/** Sends it and gives the message, with its session. */
	send(api: Api): Promise<IDataObject>;
	/** How many milliseconds an answer may take. */
	waitMs: number;
	expects: Expectation;
}

/** What a question takes for an answer, and what happens with its reply. */
export interface Expectation {
	response: Response;
	askAgain?: { times: number; text: string };
	/** The key of the session's metadata that keeps a rating. */
	saveRatingIn?: string;
	downloadFile?: boolean;
	/** In megabytes. */
	maxFileSize?: number;
	fileField?: string;
}

/** How many items are done in one request. */
export interface Batch<Values, Shared, Part> {
	/** How many items the contract allows in one request. */
	max: number;
	/**
	 * What an item brings to the request: what it has to share with all others in it, and its own part.
	 *
	 * @throws InputError when it cannot be in one
	 */
	item(values: Values): { shared: Shared; part: Part };
	/**
	 * Makes one request for several items.
	 *
	 * @throws InputError when the items cannot go together
	 */
	request(shared: Shared, parts: [Part, ...Part[]]): ApiRequest;
	/**
	 * What became of each item of the request, in their order: its record, undefined where the answer
	 * has none for a success, or an error where it did not succeed or the answer does not say.
	 *
	 * @param notes takes what has to be said of the records
	 */
	records(
		answer: unknown,
		parts: Array<NoInfer<Part>>,
		notes: Set<Sentence>,
	): Array<IDataObject | Error | undefined>;
}

/** One operation: what the user sees and what it asks of the API. */
export type Operation = RequestOperation | ListOperation | JobOperation | AskOperation;

/** One resource: an entry in the Resource menu with its operations. */
export interface Resource {
	name: string;
	value: string;
	description: string;
	operations: Operation[];
}

type Declared<Kind> = Omit<Kind, 'kind'>;

/** Declares a {@link RequestOperation}; the types of its values follow from its fields. */
export function requestOperation<Members extends Fields, Shared, Part>(
	declared: Declared<RequestOperation<Members, Shared, Part>>,
): RequestOperation<Members, Shared, Part> {
	return { kind: 'request', ...declared };
}

/** Declares a {@link ListOperation}. */
export function listOperation<Members extends Fields>(
	declared: Declared<ListOperation<Members>>,
): ListOperation<Members> {
	return { kind: 'list', ...declared };
}

/** Declares a {@link JobOperation}. */
export function jobOperation<Members extends Fields, Shared, Part>(
	declared: Declared<JobOperation<Members, Shared, Part>>,
): JobOperation<Members, Shared, Part> {
	return { kind: 'job', ...declared };
}

/** Declares an {@link AskOperation}. */
export function askOperation<Members extends Fields>(
	declared: Declared<AskOperation<Members>>,
): AskOperation<Members> {
	return { kind: 'ask', ...declared };
}
