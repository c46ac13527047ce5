import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { connect } from '../../transport/api';
import type { ApiRequest } from '../../transport/contract';
import { readList, readPage, type Page } from '../../transport/pages';
import { choosable } from '../choosable';

/** Entries that the editor draws at once. */
const PAGE_SIZE = 100;

/**
 * One page of a searchable list. The editor asks for the next one while the person scrolls.
 *
 * @param request the list; what the person typed is already in it where the API can search
 * @param entry how a record shows in the list
 * @param typed what the person typed, where the API cannot search: entries are then chosen by name here
 */
export async function listPage(
	context: ILoadOptionsFunctions,
	request: ApiRequest,
	entry: (record: IDataObject) => INodeListSearchItems,
	paginationToken?: string,
	typed?: string,
): Promise<INodeListSearchResult> {
	const number = Number(paginationToken ?? 1);
	const page = await readPage(await connect(context), request, number);
	return {
		results: named(page.records.map(entry), typed),
		paginationToken: isFollowed(page, number) ? String(number + 1) : undefined,
	};
}

/** Whether a page has another after it: its counts do not always agree, and one that is empty may be a slip. */
function isFollowed({ size, hasMore, totalPages = 0, totalRecords = 0 }: Page, number: number) {
	if (number < totalPages) return true;
	return size > 0 && (hasMore || number * PAGE_SIZE < totalRecords);
}

/** The same of a list that the API gives as a plain array and cannot search; the parameters are those of {@link listPage}. */
export async function wholeList(
	context: ILoadOptionsFunctions,
	request: ApiRequest,
	entry: (record: IDataObject) => INodeListSearchItems,
	paginationToken?: string,
	typed?: string,
): Promise<INodeListSearchResult> {
	const records = await readList(await connect(context), request, { paging: 'none' });
	return pageOf(records.map(entry), paginationToken, typed);
}

/** One page of a searchable list that the API gives as a whole; the parameters are those of {@link listPage}. */
export function pageOf(
	entries: INodeListSearchItems[],
	paginationToken?: string,
	typed?: string,
): INodeListSearchResult {
	const wanted = named(entries, typed);
	const number = Number(paginationToken ?? 1);
	const end = number * PAGE_SIZE;
	return {
		results: wanted.slice(end - PAGE_SIZE, end),
		paginationToken: end < wanted.length ? String(number + 1) : undefined,
	};
}

/** The entries whose texts hold what the person typed; all of them when nothing is typed. */
function named(entries: INodeListSearchItems[], typed = ''): INodeListSearchItems[] {
	const wanted = plain(typed);
	return choosable(entries).filter(({ name, description = '' }) =>
		[name, description].some((text) => plain(text).includes(wanted)),
	);
}

/** Text without accents and capitals, as people type what they look for. */
function plain(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
