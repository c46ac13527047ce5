import type { IDataObject } from 'n8n-workflow';
import type { Api } from './api';
import { mapConcurrently } from './concurrency';
import type { ApiRequest } from './contract';
import { isRecord } from './records';

const PAGE_SIZE = 100;
const PAGES_AT_ONCE = 4;
const MOST_PAGES = 10_000;

interface Page {
	records: IDataObject[];
	totalPages: number;
	totalRecords: number;
	hasMore: boolean;
}

/**
 * Reads a list that the contract gives as a plain array. Hosts that page it all the same are read
 * to the last page.
 */
export async function readList(api: Api, request: ApiRequest): Promise<IDataObject[]> {
	const answer = await api.send(request);
	return Array.isArray(answer) ? (answer as IDataObject[]) : await readPages(api, request);
}

/**
 * Reads a paged list, 100 records a page, up to `limit` records.
 *
 * Known pages are fetched side by side; after them it goes on while the API says that there is
 * more, because counts may lag behind.
 *
 * @throws Error when the API repeats a page or never ends, so that a part is not taken for the whole
 */
export async function readPages(
	api: Api,
	request: ApiRequest,
	limit = Infinity,
): Promise<IDataObject[]> {
	const read = async (number: number) => pageFrom(await api.send(pageOf(request, number)), number);
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

function pageOf(request: ApiRequest, number: number): ApiRequest {
	return { ...request, query: { ...request.query, PageNumber: number, PageSize: PAGE_SIZE } };
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
