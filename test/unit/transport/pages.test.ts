import fc from 'fast-check';
import type { Api } from '../../../nodes/WtsChat/transport/api';
import { get, post, type ApiRequest } from '../../../nodes/WtsChat/transport/contract';
import { readList, readPage } from '../../../nodes/WtsChat/transport/pages';
import { runs } from '../../support/runs';

const request = get('/chat/v2/session', {});

/** An API that answers pages, and notes what was asked for. */
function paged(pageFor: (number: number) => unknown) {
	const requests: ApiRequest[] = [];
	const asked: number[] = [];
	const api: Api = {
		account: '',
		upload: async () => await Promise.reject(new Error('A list uploads nothing')),
		wait: async () => await Promise.reject(new Error('A list waits for nothing')),
		rateLimitedSeconds: () => 0,
		notes: new Set(),
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
		runs(25),
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

test.each([
	[300, 2],
	[1_000, 4],
])('of %i records, %i pages that are known are read side by side', async (total, atOnce) => {
	let running = 0;
	let most = 0;
	const api = paged(complete(total));
	const { send } = api;
	api.send = async (page) => {
		most = Math.max(most, ++running);
		await new Promise((resolve) => setImmediate(resolve));
		running--;
		return await send(page);
	};
	expect(await readList(api, request)).toEqual(records(0, total));
	expect(most).toBe(atOnce);
});

test('a list of many pages is read to its end', async () => {
	expect(await readList(paged(complete(2_500)), request)).toEqual(records(0, 2_500));
});

test('a list is searched until enough is found', async () => {
	const api = paged(complete(1_000));
	const keep = ({ id }: { id?: unknown }) => Number(id) % 100 === 0;
	expect(await readList(api, request, { keep, limit: 3 })).toEqual([
		{ id: 0 },
		{ id: 100 },
		{ id: 200 },
	]);
});

describe('a list that its counts contradict', () => {
	const MOVED = /changed while it was read/;
	const UNSURE = /may not be whole/;

	async function readAll(pageFor: (number: number) => unknown, limit?: number) {
		const api = paged(pageFor);
		const read = await readList(api, request, { limit }).catch((error: Error) => error.message);
		return { read, asked: api.asked.length, notes: [...api.notes].join() };
	}

	test('goes on after an empty page while pages are known to follow', async () => {
		const { read, notes } = await readAll((number) =>
			number === 2 ? { items: [], totalPages: 5 } : { ...complete(500)(number), totalItems: 400 },
		);
		expect(read).toEqual([...records(0, 100), ...records(200, 300)]);
		expect(notes).toBe('');
	});

	test('goes on after an empty page that says it was the last', async () => {
		const { read } = await readAll((number) =>
			number === 2 ? { ...complete(0)(1), hasMorePages: false } : complete(500)(number),
		);
		expect(read).toEqual([...records(0, 100), ...records(200, 300)]);
	});

	test('goes on after an empty first page while pages are known to follow', async () => {
		const { read } = await readAll((number) => ({
			items: number === 1 ? [] : records(number * 100, 100),
			totalPages: 3,
			hasMorePages: false,
		}));
		expect(read).toEqual(records(200, 200));
	});

	test('goes on where it grows while it is read', async () => {
		const { read, asked } = await readAll((number) => ({
			items: records(number * 100 - 100, 100),
			totalPages: number === 1 ? 2 : 5,
			hasMorePages: false,
		}));
		expect(read).toEqual(records(0, 500));
		expect(asked).toBe(5);
	});

	test('keeps what has come with the page that it is said to end with', async () => {
		const { read } = await readAll((number) => ({
			items: records(number * 100 - 100, 100),
			totalPages: number === 2 ? 2 : 5,
			hasMorePages: false,
		}));
		expect(read).toEqual(records(0, 500));
	});

	test.each<[string, (number: number) => unknown]>([
		['says it was the last', (n) => ({ ...complete(500)(n), hasMorePages: false, totalPages: 1 })],
		['counts in texts', (n) => ({ items: complete(500)(n).items, totalPages: '5' })],
		['counts records in a text', (n) => ({ items: complete(500)(n).items, totalItems: '500' })],
	])('is read on where its page %s', async (_, pageFor) => {
		expect((await readAll(pageFor)).read).toEqual(records(0, 500));
	});

	test('is an error with both figures where no more comes', async () => {
		const { read, asked } = await readAll((number) => ({
			items: number === 1 ? records(0, 100) : [],
			totalItems: 500,
			hasMorePages: false,
		}));
		expect(read).toMatch('counts 500 records and gives 100');
		expect(asked).toBe(4);
	});

	test.each<[string, unknown]>([
		['many pages', { totalPages: 1_000 }],
		['more', { hasMorePages: true }],
	])('is told as unsure where the API announces %s and gives none', async (_, counts) => {
		const { read, asked, notes } = await readAll((number) => ({
			items: number === 1 ? records(0, 100) : [],
			...(counts as object),
		}));
		expect(read).toEqual(records(0, 100));
		expect(notes).toMatch(UNSURE);
		expect(asked).toBeLessThan(6);
	});

	test('is whole where the API announces more than it counts, and gives that', async () => {
		const { read, notes } = await readAll(() => ({
			items: records(0, 40),
			totalItems: 40,
			hasMorePages: true,
		}));
		expect(read).toEqual(records(0, 40));
		expect(notes).toBe('');
	});

	test('says what is wrong with it where it counts nothing', async () => {
		const { read } = await readAll(() => ({ items: records(0, 100), hasMorePages: true }));
		expect(read).toMatch('answers the same page again');
	});

	test.each<[string, (number: number) => unknown]>([
		['in the same words', () => complete(300)(1)],
		['with other values', (n) => ({ ...complete(300)(1), items: changed(records(0, 100), n) })],
		['without counts', () => ({ items: records(0, 100), hasMorePages: true })],
		['without IDs', () => ({ items: Array(100).fill({ name: 'x' }), hasMorePages: true })],
		[
			'in turns',
			(n) => ({ items: records((n % 2) * 100, 100), totalItems: 1_000, hasMorePages: true }),
		],
	])('is an error where the same page comes again %s', async (_, pageFor) => {
		const { read, asked } = await readAll(pageFor);
		expect(read).toMatch('cannot be read to its end');
		expect(asked).toBeLessThan(7);
	});

	const changed = (list: object[], reads: number) => list.map((record) => ({ ...record, reads }));

	test.each<[string, number, (number: number) => unknown]>([
		['a record a page', 21, (n) => ({ items: [{ id: n }], hasMorePages: true })],
		[
			'more than it counts',
			22,
			(n) => ({ ...complete(100)(1), items: records(n * 100, 100), hasMorePages: true }),
		],
		[
			'less than it counts',
			10_000,
			(n) => ({ items: [{ id: n }], totalItems: 1e9, hasMorePages: true }),
		],
	])('that announces more without end is an error: %s', async (_, pages, pageFor) => {
		const { read, asked } = await readAll(pageFor);
		expect(read).toMatch('more pages without end');
		expect(asked).toBe(pages);
	});

	test('ends where all that it counts has come, however little of it on its last page', async () => {
		const { read, asked } = await readAll((number) => ({
			items: number < 3 ? records(number * 100 - 100, 100) : records(101, 100),
			totalItems: 201,
		}));
		expect(read).toEqual(records(0, 201));
		expect(asked).toBe(3);
	});

	test('that moves without a change of its count says so', async () => {
		const { read, notes } = await readAll((number) => ({
			...complete(200)(number),
			items: records(number === 1 ? 0 : 99, 100),
		}));
		expect(read).toEqual(expect.arrayContaining(records(0, 199)));
		expect(notes).toMatch(MOVED);
	});

	test('that moves beyond what is wanted of it says nothing', async () => {
		const moving = (number: number) => ({ ...complete(300 + number)(number) });
		expect((await readAll(moving)).notes).toMatch(MOVED);
		expect(await readAll(moving, 200)).toMatchObject({ read: records(0, 200), notes: '' });
	});

	test('whose count lags behind is read to its end', async () => {
		const { read, notes } = await readAll((number) => ({
			...complete(600)(number),
			totalItems: 100,
		}));
		expect(read).toEqual(records(0, 600));
		expect(notes).toBe('');
	});

	test('with one record on top of every page has it once', async () => {
		const { read } = await readAll((number) => ({
			items: [{ id: 'top' }, ...records((number - 1) * 99, 99)],
			hasMorePages: number < 3,
		}));
		expect(read).toEqual([{ id: 'top' }, ...records(0, 297)]);
	});

	test('without IDs keeps records that are alike', async () => {
		const { read } = await readAll((number) => ({
			items: [{ name: 'Ana' }, { name: 'Ana' }, { page: number }],
			hasMorePages: number < 3,
		}));
		expect(read).toHaveLength(9);
	});

	test('that moves while it is read says so, and has no record twice', async () => {
		const list = records(0, 300);
		const { read, notes } = await readAll((number) => {
			if (number === 2) list.unshift({ id: -1 });
			return {
				...complete(list.length)(number),
				items: list.slice(number * 100 - 100, number * 100),
			};
		});
		expect(read).toEqual(records(0, 300));
		expect(notes).toMatch(MOVED);
	});

	test.each<[string, object]>([
		['counts nothing', { totalItems: 0, totalPages: 0 }],
		['counts no pages', { totalPages: 0 }],
		['counts less than nothing', { totalItems: -1, totalPages: -1 }],
		['counts less than it gives', { totalItems: 50 }],
	])('is read to its end where every page %s', async (_, counts) => {
		const { read, notes } = await readAll((number) => ({
			items: complete(300)(number).items,
			...counts,
		}));
		expect(read).toEqual(records(0, 300));
		expect(notes).toBe('');
	});

	test('is read on where its flag is a text', async () => {
		const { read } = await readAll((number) => ({
			items: records(number * 50 - 50, 50),
			hasMorePages: number < 6 ? 'true' : 'false',
		}));
		expect(read).toEqual(records(0, 300));
	});

	test.each([{}, { totalPages: 0 }])(
		'is told as unsure where pages that it announced are empty (%j)',
		async (later) => {
			const { read, notes } = await readAll((number) => ({
				items: number === 1 ? records(0, 100) : [],
				totalPages: 3,
				hasMorePages: number < 3,
				...(number > 1 && later),
			}));
			expect(read).toEqual(records(0, 100));
			expect(notes).toMatch(UNSURE);
		},
	);

	test('is told as unsure where its last page is empty', async () => {
		const { read, notes } = await readAll((number) => ({
			items: number === 1 ? records(0, 100) : [],
			totalPages: 2,
			hasMorePages: false,
		}));
		expect(read).toEqual(records(0, 100));
		expect(notes).toMatch(UNSURE);
	});

	test('counts entries that are nothing', async () => {
		const items = [{ id: 'a' }, null, { id: 'b' }];
		const { read, asked } = await readAll(() => ({ items, totalItems: 3, totalPages: 1 }));
		expect(read).toEqual([{ id: 'a' }, { id: 'b' }]);
		expect(asked).toBe(1);
	});

	test.each([null, '', '00000000-0000-0000-0000-000000000000'])(
		'keeps records whose ID says nothing: "%s"',
		async (id) => {
			const items = [
				{ id, name: 'Ana' },
				{ id, name: 'Bia' },
			];
			const { read, notes } = await readAll(() => ({ items, totalItems: 2 }));
			expect(read).toEqual(items);
			expect(notes).toBe('');
		},
	);

	test('leaves out what is nothing among its entries', async () => {
		const { read } = await readAll(() => ({ items: [null, { id: 1 }, null], hasMorePages: false }));
		expect(read).toEqual([{ id: 1 }]);
	});

	test.each<[string, unknown]>([
		['nothing', undefined],
		['null', null],
		['a number', 3],
		['an object without a list', { data: [{ id: 1 }] }],
		['null for its list', { items: null }],
		['an object for its list', { items: {} }],
		['a list in place of a page', [{ id: 1 }]],
	])('that is %s is an error, on whatever page', async (_, answer) => {
		const broken = 'WTS Chat gave no list that can be read';
		expect((await readAll(() => answer)).read).toBe(broken);
		expect((await readAll((n) => (n === 2 ? answer : complete(300)(n)))).read).toBe(broken);
	});
});

/** A server whose list changes between requests, and that may not tell the truth about it. */
interface World {
	records: number;
	pageSize: number;
	/** What happens before each request, by turns. */
	happens: Array<'nothing' | 'insert' | 'remove'>;
	counts: string[];
	lies: 'no' | 'repeats' | 'empties' | 'announces' | 'denies';
}

test('a list is whole, or an error, or said not to be sure; never twice a record, never without end', async () => {
	const world = fc.record<World>({
		records: fc.integer({ min: 0, max: 700 }),
		pageSize: fc.constantFrom(100, 100, 40),
		happens: fc.array(fc.constantFrom('nothing', 'nothing', 'insert', 'remove'), { maxLength: 5 }),
		counts: fc.subarray(['pageSize', 'totalItems', 'totalPages', 'hasMorePages']),
		lies: fc.constantFrom('no', 'no', 'repeats', 'empties', 'announces', 'denies'),
	});
	await fc.assert(
		fc.asyncProperty(world, async ({ records: count, pageSize, happens, counts, lies }) => {
			const all = Array.from({ length: count }, (_, id) => ({ id }));
			const stays = new Set(all);
			let requests = 0;
			const api = paged((number) => {
				const event = happens[requests++ % (happens.length + 1)];
				if (requests > 1 && event === 'insert') all.unshift({ id: -requests });
				if (requests > 1 && event === 'remove') stays.delete(all.shift()!);
				const shown = lies === 'repeats' ? 1 : number;
				const start = (shown - 1) * pageSize;
				const items = lies === 'empties' && number === 2 ? [] : all.slice(start, start + pageSize);
				const totalPages = Math.ceil(all.length / pageSize);
				const more = { announces: true, denies: false }[lies as string] ?? number < totalPages;
				const told = { pageSize, totalItems: all.length, totalPages, hasMorePages: more };
				const page = Object.entries(told).filter(([name]) => counts.includes(name));
				return { ...Object.fromEntries(page), items };
			});
			const read = await readList(api, request).catch((error: Error) => error);
			const needed = count / pageSize + 60;
			expect(api.asked.length).toBeLessThan(needed);
			if (read instanceof Error) return;
			const ids = read.map(({ id }) => id);
			expect(new Set(ids).size).toBe(ids.length);
			const isWhole = [...stays].every(({ id }) => ids.includes(id));
			// a server that tells of no count at all, or of more than there is, cannot be found out
			const isTold = counts.includes('totalItems');
			if (isTold) expect(isWhole || api.notes.size > 0).toBe(true);
		}),
		runs(250),
	);
});

test('a list without pages is taken as it is', async () => {
	const api = paged(() => records(0, 250));
	expect(await readList(api, request, { paging: 'none' })).toEqual(records(0, 250));
	expect(api.asked).toEqual([NaN]);
});

test('a list without pages has no record twice either', async () => {
	const api = paged(() => [{ id: 'a' }, { id: 'a' }, null, { id: 'b' }]);
	expect(await readList(api, request, { paging: 'none' })).toEqual([{ id: 'a' }, { id: 'b' }]);
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
		size: 100,
		totalPages: 3,
		totalRecords: 250,
		hasMore: true,
		isFull: true,
	});
});

describe('a page tells, however it is written,', () => {
	const [few, full] = [records(0, 2), records(0, 100)];

	test.each<[string, object, object]>([
		[
			'counts in texts',
			{ totalPages: '5', totalItems: '500' },
			{ totalPages: 5, totalRecords: 500 },
		],
		['blank texts as no counts', { totalPages: ' ', totalItems: '' }, {}],
		['words as no counts', { totalPages: 'many', totalItems: 'Infinity' }, {}],
		['what is no number as no count', { totalPages: [5], totalItems: null }, {}],
		['less than nothing as no count', { totalPages: -1, totalItems: '-1' }, {}],
	])('%s', async (_, counts, told) => {
		const page = await readPage(
			paged(() => ({ items: few, ...counts })),
			request,
			9,
		);
		const none = { totalPages: undefined, totalRecords: undefined };
		expect(page).toMatchObject({ ...none, ...told });
	});

	test.each<[string, object, boolean]>([
		['by its flag', { items: few, hasMorePages: 'TRUE' }, true],
		['by no other word', { items: few, hasMorePages: 'untrue' }, false],
		['by no longer word', { items: few, hasMorePages: 'truest' }, false],
		['by its pages', { items: few, totalPages: 3 }, true],
		['by its pages, however full it is', { items: full, totalPages: 2 }, false],
		['by being full', { items: full }, true],
		['by being as full as it says', { items: few, pageSize: 2 }, true],
		['by nothing where it is empty', { items: [], pageSize: 0 }, false],
	])('whether there is more %s', async (_, page, hasMore) => {
		expect(
			await readPage(
				paged(() => page),
				request,
				2,
			),
		).toMatchObject({ hasMore });
	});
});
