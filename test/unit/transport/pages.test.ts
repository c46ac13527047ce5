import fc from 'fast-check';
import type { Api } from '../../../nodes/WtsChat/transport/api';
import { get, post, type ApiRequest } from '../../../nodes/WtsChat/transport/contract';
import { readList, readPage } from '../../../nodes/WtsChat/transport/pages';

const request = get('/chat/v2/session', {});

/** An API that answers pages, and notes what was asked for. */
function paged(pageFor: (number: number) => unknown) {
	const requests: ApiRequest[] = [];
	const asked: number[] = [];
	const api: Api = {
		account: '',
		upload: async () => await Promise.reject(new Error('A list uploads nothing')),
		wait: async () => await Promise.reject(new Error('A list waits for nothing')),
		heldUp: () => 0,
		send: async <Answer>(page: ApiRequest) => {
			const { pageNumber } = (page.body ?? {}) as { pageNumber?: number };
			const number = Number(pageNumber ?? page.query?.PageNumber ?? page.query?.Page);
			requests.push(page);
			asked.push(number);
			return pageFor(number) as Answer;
		},
	};
	return { ...api, requests, asked };
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

test.each([
	[1, [1]],
	[100, [1]],
	[150, [1, 2]],
	[200, [1, 2]],
	[201, [1, 2, 3]],
])('no page beyond the limit of %i records is asked for', async (limit, asked) => {
	const api = paged(complete(1_000));
	expect(await readList(api, request, { limit })).toEqual(records(0, limit));
	expect(api.asked).toEqual(asked);
});

test('a list of any length comes whole, whatever counts the API gives with its pages', async () => {
	const counts = fc.subarray(['pageSize', 'totalItems', 'totalPages', 'hasMorePages'] as const);
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 0, max: 650 }), counts, async (total, missing) => {
			const api = paged((number) => {
				const page: Record<string, unknown> = complete(total)(number);
				for (const count of missing) delete page[count];
				return page;
			});
			expect(await readList(api, request)).toEqual(records(0, total));
		}),
		{ numRuns: 25 },
	);
});

test.each([0, 1, 2])(
	'it goes on when there is more than the count said: %i pages',
	async (count) => {
		const api = paged((number) => ({ ...complete(400)(number), totalPages: count }));
		expect(await readList(api, request)).toEqual(records(0, 400));
		expect(api.asked).toEqual([1, 2, 3, 4]);
	},
);

test('without hasMorePages it reads exactly as many pages as there are', async () => {
	const api = paged((number) => ({ ...complete(300)(number), hasMorePages: undefined }));
	expect(await readList(api, request)).toEqual(records(0, 300));
	expect(api.asked).toEqual([1, 2, 3]);
});

test('without any count it goes on until a page is not full', async () => {
	const api = paged((number) => ({ items: complete(250)(number).items }));
	expect(await readList(api, request)).toEqual(records(0, 250));
	expect(api.asked).toEqual([1, 2, 3]);
});

test('a page is full when it holds as many records as the API says, not as were asked for', async () => {
	const api = paged((number) => ({
		pageSize: 40,
		items: records((number - 1) * 40, number === 3 ? 10 : 40),
	}));
	expect(await readList(api, request)).toEqual(records(0, 90));
});

test('known pages are read side by side, four at once', async () => {
	let running = 0;
	let most = 0;
	const api = paged(complete(1_000));
	const { send } = api;
	api.send = async (page) => {
		most = Math.max(most, ++running);
		await new Promise((resolve) => setImmediate(resolve));
		running--;
		return await send(page);
	};
	expect(await readList(api, request)).toEqual(records(0, 1_000));
	expect(most).toBe(4);
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

test('a repeated page is noticed though its records have changed meanwhile', async () => {
	const api = paged((number) => ({
		...complete(300)(1),
		items: records(0, 100).map((record) => ({ ...record, reads: number })),
	}));
	await expect(readList(api, request)).rejects.toThrow('the same page again');
});

test('a repeated page of a complete list is its end', async () => {
	const api = paged(() => ({ items: records(0, 40), totalItems: 40, hasMorePages: true }));
	expect(await readList(api, request)).toEqual(records(0, 40));
});

test('a list that announces more without end is an error', async () => {
	const api = paged((number) => ({ items: [{ id: number }], hasMorePages: true }));
	await expect(readList(api, request)).rejects.toThrow('more pages without end');
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

test('a list without pages is cut at the limit', async () => {
	const api = paged(() => records(0, 250));
	expect(await readList(api, request, { paging: 'none', limit: 30 })).toEqual(records(0, 30));
});

test('a list that should have no pages but has is read to its end', async () => {
	expect(await readList(paged(complete(250)), request, { paging: 'none' })).toEqual(
		records(0, 250),
	);
});

describe('a page is asked for', () => {
	const items = { items: [] };

	test('in the query, beside what the request asks', async () => {
		const api = paged(() => items);
		await readPage(api, get('/chat/v2/session', { query: { Status: ['STARTED'] } }), 3);
		expect(api.requests).toEqual([
			expect.objectContaining({
				method: 'GET',
				path: '/chat/v2/session',
				query: { Status: ['STARTED'], PageNumber: 3, PageSize: 100 },
			}),
		]);
	});

	test('by the name that the host has for its number', async () => {
		const api = paged(complete(150));
		expect(await readList(api, request, { paging: 'Page' })).toEqual(records(0, 150));
		expect(api.requests.map(({ query }) => query)).toEqual([
			{ Page: 1, PageSize: 100 },
			{ Page: 2, PageSize: 100 },
		]);
	});

	test('in the body of a search, beside what it looks for', async () => {
		const api = paged(complete(150));
		const search = post('/core/v1/contact/filter', { body: { name: 'Ana' } });
		expect(await readList(api, search)).toEqual(records(0, 150));
		expect(api.requests).toEqual(
			[1, 2].map((pageNumber) =>
				expect.objectContaining({
					method: 'POST',
					path: '/core/v1/contact/filter',
					query: undefined,
					body: { name: 'Ana', pageNumber, pageSize: 100 },
				}),
			),
		);
	});
});

test('a page tells its records, its counts, and whether there is more', async () => {
	expect(await readPage(paged(complete(250)), request, 2)).toEqual({
		records: records(100, 100),
		totalPages: 3,
		totalRecords: 250,
		hasMore: true,
	});
});
