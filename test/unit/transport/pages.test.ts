import type { Api } from '../../../nodes/WtsChat/transport/api';
import { get } from '../../../nodes/WtsChat/transport/contract';
import { readList } from '../../../nodes/WtsChat/transport/pages';

const request = get('/chat/v2/session', {});

/** An API that answers pages, and notes which were asked for. */
function paged(pageFor: (number: number) => unknown): Api & { asked: number[] } {
	const asked: number[] = [];
	return {
		asked,
		account: '',
		upload: async () => await Promise.reject(new Error('A list uploads nothing')),
		wait: async () => await Promise.reject(new Error('A list waits for nothing')),
		heldUp: () => 0,
		send: async <Answer>({ query }: { query?: Record<string, unknown> }) => {
			asked.push(Number(query?.PageNumber));
			return pageFor(Number(query?.PageNumber)) as Answer;
		},
	};
}

const records = (from: number, count: number) =>
	Array.from({ length: count }, (_, index) => ({ id: from + index }));

/** `total` records on pages of 100, with the counts that the API documents. */
const complete = (total: number) => (pageNumber: number) => ({
	pageNumber,
	pageSize: 100,
	totalItems: total,
	totalPages: Math.ceil(total / 100),
	hasMorePages: pageNumber < Math.ceil(total / 100),
	items: records(
		(pageNumber - 1) * 100,
		Math.max(0, Math.min(100, total - (pageNumber - 1) * 100)),
	),
});

test('every record comes once, in order', async () => {
	expect(await readList(paged(complete(750)), request)).toEqual(records(0, 750));
});

test('an empty list needs one request', async () => {
	const api = paged(complete(0));
	expect(await readList(api, request)).toEqual([]);
	expect(api.asked).toEqual([1]);
});

test('no page beyond the limit is asked for', async () => {
	const api = paged(complete(1_000));
	expect(await readList(api, request, { limit: 150 })).toEqual(records(0, 150));
	expect(api.asked).toEqual([1, 2]);
});

test('it goes on when there is more than the count said', async () => {
	const api = paged((number) => ({ ...complete(300)(number), totalPages: 1, totalItems: 100 }));
	expect(await readList(api, request)).toEqual(records(0, 300));
});

test('without hasMorePages it compares with the number of pages', async () => {
	const api = paged((number) => ({ ...complete(300)(number), hasMorePages: undefined }));
	expect(await readList(api, request)).toEqual(records(0, 300));
});

test('without any count it goes on until a page is not full', async () => {
	const api = paged((number) => ({ items: complete(250)(number).items }));
	expect(await readList(api, request)).toEqual(records(0, 250));
});

test('it ends with an empty page though that says there is more', async () => {
	const api = paged((number) => ({
		items: number === 1 ? records(0, 100) : [],
		hasMorePages: true,
	}));
	expect(await readList(api, request)).toEqual(records(0, 100));
	expect(api.asked).toEqual([1, 2]);
});

test('a repeated page of an incomplete list is an error, not an end', async () => {
	const api = paged(() => complete(300)(1));
	await expect(readList(api, request)).rejects.toThrow('the same page again');
});

test('a repeated page of a complete list is its end', async () => {
	const api = paged(() => ({ items: records(0, 40), totalItems: 40, hasMorePages: true }));
	expect(await readList(api, request)).toEqual(records(0, 40));
});

test('pages that come round again are noticed', async () => {
	const api = paged((number) => ({
		items: records((number % 2) * 100, 100),
		totalItems: 1_000,
		hasMorePages: true,
	}));
	await expect(readList(api, request)).rejects.toThrow('the same page again');
	expect(api.asked.length).toBeLessThan(5);
});

test('a list without pages is taken as it is', async () => {
	const api = paged(() => records(0, 250));
	expect(await readList(api, request, { paging: 'none' })).toEqual(records(0, 250));
	expect(api.asked).toEqual([NaN]);
});

test('a list that should have no pages but has is read to its end', async () => {
	expect(await readList(paged(complete(250)), request, { paging: 'none' })).toEqual(
		records(0, 250),
	);
});
