import type { IDataObject } from 'n8n-workflow';
import type { Sentence } from '../values/sentence';
import type { Api } from './api';
import type { ApiRequest } from './contract';
import { PlainError } from './plainError';
import { isRecord } from './records';
import * as sentences from './sentences';

const PAGE_SIZE = 100;
const PAGES_AT_ONCE = 4;
/** So many pages in a row that bring next to nothing new end a list, whatever its counts say. */
const MAX_IN_VAIN = 3;
/** So many pages beyond what the API counts, or that are not full, are read before it is taken at its word. */
const MAX_BEYOND = 20;
const MAX_PAGES = 10_000;

export interface Page {
	records: IDataObject[];
	/** How many entries it has, with those that are nothing. */
	size: number;
	/** What the API says of the whole list, as far as it does. */
	totalPages?: number;
	totalRecords?: number;
	/** Whether there are more pages, as far as this one tells. */
	hasMore: boolean;
	isFull: boolean;
}

/** How a list is paged: by a number of that name, or not at all because it is a plain array. */
export type Paging = 'PageNumber' | 'Page' | 'none';

interface ListOptions {
	paging?: Paging;
	/** The most records to read. */
	limit?: number;
	/** Which records count; all of them when it is left out. */
	keep?(record: IDataObject): boolean;
}

/**
 * Reads a list. A plain array that a host pages all the same is read to its last page. Where the list
 * changed while it was read, or its end is not sure, a note on `api` says so.
 *
 * @throws Error when the list cannot be read to its end, so that a part is not taken for the whole
 */
export async function readList(
	api: Api,
	request: ApiRequest,
	{ paging = 'PageNumber', limit = Infinity, keep = () => true }: ListOptions = {},
): Promise<IDataObject[]> {
	const list = new List(limit, keep);
	if (paging !== 'none') {
		await readPages(api, request, paging, list);
	} else {
		const answer = await api.send(request);
		if (isRecord(answer)) await readPages(api, request, 'PageNumber', list);
		else list.take(wholeOf(answer));
	}
	return list.records.slice(0, limit);
}

/** Reads the pages of a list, 100 records each; those that are known to be there, side by side. */
async function readPages(
	api: Api,
	request: ApiRequest,
	paging: Exclude<Paging, 'none'>,
	list: List,
): Promise<void> {
	const read = async (number: number) => await readPage(api, request, number, paging);
	list.take(await read(1));
	for (let next = 2; list.goesOn;) {
		const numbers = Array.from({ length: list.pagesAtOnce(next) }, (_, index) => next + index);
		const pages = await Promise.all(numbers.map(read));
		next += pages.length;
		for (const page of pages) list.take(page);
	}
	list.tell(api.notes);
}

/** A list as far as its pages have been read. */
class List {
	readonly records: IDataObject[] = [];
	private readonly ids = new Set<unknown>();
	private readonly pages = new Set<string>();
	private readonly totals = new Set<number>();
	private saysMore = true;
	private isFull = false;
	/** Whether a page was empty that the counts announce. */
	private hasGap = false;
	/** The counts of the latest page with records: one without may be a slip of the API. */
	private counts: Pick<Page, 'totalPages' | 'totalRecords'> = {};
	private pagesRead = 0;
	/** Rows that came, with those among them that had come before. */
	private rows = 0;
	/** Pages in a row that brought next to nothing new, and whether there was anything on the latest. */
	private inVain = 0;
	private repeats = false;
	private beyond = 0;
	private overlaps = false;

	constructor(
		private readonly limit: number,
		private readonly keep: (record: IDataObject) => boolean,
	) {}

	/** Takes the next page. */
	take(page: Page): void {
		this.pagesRead++;
		this.saysMore = page.hasMore;
		this.isFull = page.isFull;
		if (page.size > 0 || this.pagesRead === 1) this.counts = page;
		else this.hasGap ||= this.pagesRead <= (this.counts.totalPages ?? 0);
		if (page.totalRecords !== undefined) this.totals.add(page.totalRecords);
		const isBeyond =
			page.totalRecords === undefined ? !page.isFull : this.rows >= page.totalRecords;
		if (isBeyond) this.beyond++;

		const fresh = this.freshOf(page.records);
		this.records.push(...fresh.filter((record) => this.keep(record)));
		this.overlaps ||= fresh.length > 0 && fresh.length < page.records.length;
		if (fresh.length > page.records.length / 2) {
			this.inVain = 0;
			this.rows += page.size;
		} else {
			this.inVain++;
			this.rows += fresh.length;
			this.repeats = page.size > 0;
		}
	}

	/**
	 * Whether there is more to read.
	 *
	 * @throws Error when there should be, but it does not come
	 */
	get goesOn(): boolean {
		if (this.records.length >= this.limit || !this.isMoreSaid) return false;
		if (this.pagesRead >= MAX_PAGES || this.beyond > MAX_BEYOND) {
			throw new PlainError(sentences.endless);
		}
		if (this.inVain < MAX_IN_VAIN) return true;
		const isIncomplete = this.isShort ? !this.hasMoved : this.repeats && !this.isCounted;
		if (isIncomplete) throw this.incomplete();
		return false;
	}

	/** Says of a list that may not be whole that it may not be. */
	tell(notes: Set<Sentence>): void {
		if (this.records.length >= this.limit) return;
		if (this.hasMoved) {
			notes.add(sentences.listChanged);
		} else if ((this.isMoreSaid || this.hasGap) && !this.isCounted) {
			notes.add(sentences.listNotWhole);
		}
	}

	/** How many pages to read side by side from page `next` on. */
	pagesAtOnce(next: number): number {
		const byLimit = Math.ceil(this.limit / PAGE_SIZE);
		const known = Math.min(this.counts.totalPages ?? 0, byLimit);
		return Math.max(1, Math.min(PAGES_AT_ONCE, known - next + 1));
	}

	/** The records that have not come before; one without an ID is told by its whole page. */
	private freshOf(records: IDataObject[]): IDataObject[] {
		const page = JSON.stringify(records);
		if (this.pages.has(page)) return [];
		this.pages.add(page);
		return records.filter(({ id }) => {
			if (!isId(id)) return true;
			if (this.ids.has(id)) return false;
			this.ids.add(id);
			return true;
		});
	}

	/** Whether any of the counts says that there is more; they do not always agree, and may lag behind. */
	private get isMoreSaid(): boolean {
		return (
			this.saysMore ||
			this.pagesRead < (this.counts.totalPages ?? 0) ||
			this.isShort ||
			(this.isFull && this.isMiscounted)
		);
	}

	/** Whether there is more than the counts say, so that they tell nothing. */
	private get isMiscounted(): boolean {
		const { totalPages, totalRecords } = this.counts;
		return totalRecords === undefined ? totalPages === 0 : this.rows > totalRecords;
	}

	private get isCounted(): boolean {
		return this.counts.totalRecords !== undefined;
	}

	private get isShort(): boolean {
		return this.rows < (this.counts.totalRecords ?? 0);
	}

	private get hasMoved(): boolean {
		return this.totals.size > 1 || this.overlaps;
	}

	private incomplete(): Error {
		const { totalRecords } = this.counts;
		return new PlainError(
			totalRecords === undefined
				? sentences.samePage
				: sentences.miscounted(totalRecords, this.rows),
		);
	}
}

const NO_ID = '00000000-0000-0000-0000-000000000000';

/** Whether an ID tells a record from others. */
function isId(id: unknown): boolean {
	return id !== undefined && id !== null && id !== '' && id !== NO_ID;
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

/** Reads the counts of a page tolerantly, since reports differ on which are there; its records have to be a list. */
function pageFrom(answer: unknown, number: number): Page {
	const page = isRecord(answer) ? answer : {};
	const { records, size } = wholeOf(page.items);
	const totalPages = countIn(page.totalPages);
	const totalRecords = countIn(page.totalItems);
	const isFull = size > 0 && size >= (countIn(page.pageSize) ?? PAGE_SIZE);
	const isCounted = (totalPages ?? totalRecords) !== undefined;
	const said = /^(true|false)$/i.exec(String(page.hasMorePages))?.[0].toLowerCase();
	const counted = number < (totalPages ?? 0) || (!isCounted && isFull);
	return {
		records,
		size,
		totalPages,
		totalRecords,
		isFull,
		hasMore: said === undefined ? counted : said === 'true',
	};
}

/** A list that comes as a whole; nothing among its entries is left out. */
function wholeOf(items: unknown): Page {
	if (!Array.isArray(items)) throw new PlainError(sentences.noList);
	const records = (items as Array<IDataObject | null>).filter((entry) => entry !== null);
	return { records, size: items.length, hasMore: false, isFull: false };
}

function countIn(value: unknown): number | undefined {
	const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof count === 'number' && count >= 0 && count < Infinity ? count : undefined;
}
