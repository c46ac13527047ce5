import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { connect, type Api } from '../transport/api';
import type { ApiRequest } from '../transport/contract';
import { nodeError } from '../transport/nodeError';
import { readList, readPage, type Page } from '../transport/pages';
import { capitalized } from '../values/characters';
import * as sentences from './sentences';

/** A list from which somebody chooses a record. */
export interface Picker {
	/** The operation that gives the same IDs, in the words of the form. */
	idsFrom: string;
	/**
	 * One page of the entries that hold what was typed.
	 *
	 * @param page what the page before said; undefined for the first one
	 */
	search(
		context: ILoadOptionsFunctions,
		typed?: string,
		page?: string,
	): Promise<INodeListSearchResult>;
	/** All entries, for a dropdown inside a collection; a list that takes several requests to search has none. */
	all?(context: ILoadOptionsFunctions): Promise<Entry[]>;
}

/** An entry of a list; the editor knows the record by its value. */
export type Entry = Pick<INodeListSearchItems, 'name' | 'description'> & { value: string };

type EntryOf = (record: IDataObject, context: ILoadOptionsFunctions) => Entry;

/** Entries that the editor draws at once. */
const PAGE_SIZE = 100;

interface Paged {
	idsFrom: string;
	/** The list, with what was typed where the API can search it. */
	request(typed: string | undefined, context: ILoadOptionsFunctions): ApiRequest;
	/** Whether what was typed chooses among the entries of each page, because the API cannot search. */
	searchedHere?: boolean;
	entry: EntryOf;
}

/** A list that the API gives in pages; the editor asks for the next one while the person scrolls. */
export function paged({ idsFrom, request, searchedHere, entry }: Paged): Picker {
	return {
		idsFrom,
		async search(context, typed, page) {
			const asked = request(typed || undefined, context);
			return await pageOf(context, asked, entry, page, searchedHere ? typed : undefined);
		},
		async all(context) {
			const records = await readList(await connect(context), request(undefined, context));
			return byName(records.map((record) => entry(record, context)));
		},
	};
}

interface Searched {
	idsFrom: string;
	/** What finds the records together, because the API cannot look for all of it at once. */
	searches(
		typed: string | undefined,
		context: ILoadOptionsFunctions,
	): ApiRequest[] | Promise<ApiRequest[]>;
	entry: EntryOf;
}

/** A list that takes several requests to search; what several of them find is there once. */
export function searched({ idsFrom, searches, entry }: Searched): Picker {
	return {
		idsFrom,
		async search(context, typed, page) {
			const requests = await searches(typed || undefined, context);
			const pages = await Promise.all(
				requests.map(async (request) => await pageOf(context, request, entry, page)),
			);
			const entries = pages.flatMap(({ results }) => results);
			return {
				results: [...new Map(entries.map((one) => [one.value, one])).values()],
				paginationToken: pages.find(({ paginationToken }) => paginationToken)?.paginationToken,
			};
		},
	};
}

/** One page of a list, with the number of the next one. */
async function pageOf(
	context: ILoadOptionsFunctions,
	request: ApiRequest,
	entry: EntryOf,
	page: string | undefined,
	typed?: string,
): Promise<INodeListSearchResult> {
	const number = Number(page ?? 1);
	const read = await readPage(await connect(context), request, number);
	return {
		results: named(
			read.records.map((record) => entry(record, context)),
			typed,
		),
		paginationToken: isFollowed(read, number) ? String(number + 1) : undefined,
	};
}

/** Whether a page has another after it: its counts do not always agree, and one that is empty may be a slip. */
function isFollowed({ size, hasMore, totalPages = 0, totalRecords = 0 }: Page, number: number) {
	if (number < totalPages) return true;
	return size > 0 && (hasMore || number * PAGE_SIZE < totalRecords);
}

interface Whole {
	idsFrom: string;
	/** All records; undefined when nothing is chosen that the list depends on. */
	records(api: Api, context: ILoadOptionsFunctions): Promise<IDataObject[] | undefined>;
	entry: EntryOf;
	/** An entry of a dropdown, where it is another. */
	option?: EntryOf;
	/** Whether the entries stand in the API's order; else by name. */
	inOrder?: boolean;
}

/** Shown where nothing is chosen that a list depends on; its value is that of an empty field. */
const CHOOSE_A_PANEL: Entry[] = [{ name: "Choose a Panel in 'Panel' to See This List", value: '' }];

/** A list that is read as a whole. None of these can be searched in the API. */
export function whole({ idsFrom, records, entry, option = entry, inOrder }: Whole): Picker {
	async function entries(
		context: ILoadOptionsFunctions,
		shows: EntryOf,
	): Promise<Entry[] | undefined> {
		const all = await records(await connect(context), context);
		const shown = all?.map((record) => shows(record, context));
		return shown && (inOrder ? choosable(shown) : byName(shown));
	}

	return {
		idsFrom,
		all: async (context) => (await entries(context, option)) ?? CHOOSE_A_PANEL,
		async search(context, typed, page) {
			const all = await entries(context, entry);
			if (!all) throw nodeError(context.getNode(), sentences.noPanelForList);
			const wanted = named(all, typed);
			const number = Number(page ?? 1);
			const end = number * PAGE_SIZE;
			return {
				results: wanted.slice(end - PAGE_SIZE, end),
				paginationToken: end < wanted.length ? String(number + 1) : undefined,
			};
		},
	};
}

/** The entries that can be chosen, as people look for a name. */
function byName(entries: Entry[]): Entry[] {
	const { compare } = new Intl.Collator('pt-BR', { sensitivity: 'base', numeric: true });
	return choosable(entries).sort((one, other) => compare(one.name, other.name));
}

/** The records of a list that the API gives as a plain array. */
export const plainList = (request: ApiRequest) => async (api: Api) =>
	await readList(api, request, { paging: 'none' });

/** The parts that are there, as one text; else the ID. */
export function shown(parts: unknown[], id: unknown): Entry {
	return { name: texts(parts).join(' · ') || String(id), value: String(id) };
}

/** Those of the parts that say something. */
export function texts(parts: unknown[]): string[] {
	return parts.filter((part): part is string => typeof part === 'string' && part.trim() !== '');
}

/** The entry with a mark, where it has one. */
export function marked(entry: Entry, mark: string | false): Entry {
	return mark ? { ...entry, name: `${entry.name} (${mark})` } : entry;
}

/** The entries that can be chosen: a record without an ID cannot. */
function choosable(entries: Entry[]): Entry[] {
	return entries.filter(({ value }) => !['', 'undefined', 'null'].includes(value));
}

/** The entries whose texts hold what the person typed; all of them when nothing is typed. */
function named(entries: Entry[], typed = ''): Entry[] {
	const wanted = plain(typed);
	return choosable(entries).filter(({ name, description }) =>
		texts([name, description]).some((text) => plain(text).includes(wanted)),
	);
}

/** Text without accents and capitals, as people type what they look for. */
function plain(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The method of n8n that a searchable list calls. */
export const searchMethodOf = (name: string) => `search${capitalized(name)}`;

/** The method of n8n that a dropdown calls. */
export const dropdownMethodOf = (name: string) => `get${capitalized(name)}`;
