import type { IDataObject } from 'n8n-workflow';
import type { Api } from './api';
import { mapConcurrently } from './concurrency';
import type { ApiRequest } from './contract';
import { isRecord } from './records';

const PAGE_SIZE = 100;
const PAGES_AT_ONCE = 4;
const MOST_PAGES = 10_000;

export interface Page {
	records: IDataObject[];
	totalPages: number;
	totalRecords: number;
	hasMore: boolean;
}

/** How a list is paged: by a number of that name, or not at all because it is a plain array. */
export type Paging = 'PageNumber' | 'Page' | 'none';

export interface ListOptions {
	paging?: Paging;
	/** The most records to read. */
	limit?: number;
}

/**
 * Reads a list. A plain array that a host pages all the same is read to its last page.
 *
 * @throws Error when the API repeats a page or never ends, so that a part is not taken for the whole
 */
export async function readList(
	api: Api,
	request: ApiRequest,
	{ paging = 'PageNumber', limit = Infinity }: ListOptions = {},
): Promise<IDataObject[]> {
	if (paging !== 'none') return await readPages(api, request, paging, limit);
	const answer = await api.send(request);
	if (!Array.isArray(answer)) return await readPages(api, request, 'PageNumber', limit);
	return (answer as IDataObject[]).slice(0, limit);
}

/**
 * Reads the pages of a list, 100 records each.
 *
 * Known pages are fetched side by side; after them it goes on while the API says that there is
 * more, because counts may lag behind.
 */
async function readPages(
	api: Api,
	request: ApiRequest,
	paging: Exclude<Paging, 'none'>,
	limit: number,
): Promise<IDataObject[]> {
	const read = async (number: number) => await readPage(api, request, number, paging);
	const firstIds = new Set<string>();
	const records: IDataObject[] = [];

	/** Takes a page's records; false when the page ends the list. */
	function take(page: Page): boolean {
		if (page.records.length === 0) return false;
		const firstId = JSON.stringify(page.records[0]?.id ?? page.records[0]);
		if (firstIds.has(firstId)) {
			if (records.length >= page.totalRecords) return false;
			throw new Error(
				'WTS Chat answers the same page again, so the list cannot be read to its end',
			);
		}
		firstIds.add(firstId);
		records.push(...page.records);
		return page.hasMore && records.length < limit;
	}

	const first = await read(1);
	let goOn = take(first);

	const known = Math.min(first.totalPages, Math.ceil(limit / PAGE_SIZE), MOST_PAGES);
	const numbers = goOn ? Array.from({ length: known - 1 }, (_, index) => index + 2) : [];
	for (const page of await mapConcurrently(numbers, PAGES_AT_ONCE, read)) {
		goOn = goOn && page !== undefined && take(page);
	}

	for (let number = Math.max(known, 1) + 1; goOn; number++) {
		if (number > MOST_PAGES) throw new Error('WTS Chat announces more pages without end');
		goOn = take(await read(number));
	}
	return records.slice(0, limit);
}

/** Reads one page of a list, for whoever goes through it page by page. */
export async function readPage(
	api: Api,
	request: ApiRequest,
	number: number,
	paging: Exclude<Paging, 'none'> = 'PageNumber',
): Promise<Page> {
	return pageFrom(await api.send(pageOf(request, paging, number)), number);
}

/** The request for one page; searches by POST carry their paging in the body, in camelCase. */
function pageOf(request: ApiRequest, paging: string, number: number): ApiRequest {
	return request.method === 'POST'
		? { ...request, body: { ...request.body, pageNumber: number, pageSize: PAGE_SIZE } }
		: { ...request, query: { ...request.query, [paging]: number, PageSize: PAGE_SIZE } };
}

/** Reads a page tolerantly: reports differ on which of the counts are there. */
function pageFrom(answer: unknown, number: number): Page {
	const page = isRecord(answer) ? answer : {};
	const records = Array.isArray(page.items) ? (page.items as IDataObject[]) : [];
	const totalPages = typeof page.totalPages === 'number' ? page.totalPages : 1;
	const full = records.length >= (typeof page.pageSize === 'number' ? page.pageSize : PAGE_SIZE);
	return {
		records,
		totalPages,
		totalRecords: typeof page.totalItems === 'number' ? page.totalItems : 0,
		hasMore:
			typeof page.hasMorePages === 'boolean'
				? page.hasMorePages
				: number < totalPages || (page.totalPages === undefined && full),
	};
}
