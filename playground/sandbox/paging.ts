import type { components } from '../../contract/types/chat';

type PageInfo = components['schemas']['PageInfo'];

/** The paging part of a list's query. */
export interface PageQuery {
	PageNumber?: number;
	PageSize?: number;
	OrderBy?: string;
	OrderDirection?: components['schemas']['OrderDirection'];
}

export type Page<Item> = Required<PageInfo> & { items: Item[] };

const DEFAULT_PAGE_SIZE = 15;
const DEFAULT_ORDER = 'createdat';
const collator = new Intl.Collator('pt-BR');

function compare(one: unknown, other: unknown): number {
	if (typeof one === 'number' && typeof other === 'number') return one - other;
	return collator.compare(String(one ?? ''), String(other ?? ''));
}

function ordered<Item extends object>(records: readonly Item[], query: PageQuery): Item[] {
	const [first] = records;
	if (!first) return [];
	const propertyNamed = (name = '') =>
		(Object.keys(first) as Array<keyof Item & string>).find(
			(property) => property.toLowerCase() === name.toLowerCase(),
		);
	const property = propertyNamed(query.OrderBy) ?? propertyNamed(DEFAULT_ORDER);
	if (!property) return [...records];
	const sign = query.OrderDirection === 'DESCENDING' ? -1 : 1;
	return [...records].sort((one, other) => sign * compare(one[property], other[property]));
}

/** One page of the records, ordered as asked for; an unknown `OrderBy` is ignored. */
export function paged<Item extends object>(records: readonly Item[], query: PageQuery): Page<Item> {
	// The contract allows page 0 without saying what it means; it is taken as the first.
	const pageNumber = Math.max(1, query.PageNumber ?? 1);
	const pageSize = query.PageSize ?? DEFAULT_PAGE_SIZE;
	const totalPages = Math.ceil(records.length / pageSize);
	const start = (pageNumber - 1) * pageSize;
	return {
		pageNumber,
		pageSize,
		orderBy: query.OrderBy ?? null,
		orderDirection: query.OrderDirection ?? null,
		items: ordered(records, query).slice(start, start + pageSize),
		totalItems: records.length,
		totalPages,
		hasMorePages: pageNumber < totalPages,
	};
}

/** The same page with each record shown as the answer has it. */
export function showing<Item, Shown>(page: Page<Item>, show: (record: Item) => Shown): Page<Shown> {
	return { ...page, items: page.items.map(show) };
}
