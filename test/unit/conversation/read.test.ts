import type { IDataObject } from 'n8n-workflow';
import { lastAnswerIn } from '../../../nodes/WtsChat/conversation/history';
import {
	NEWEST_FIRST,
	readHistory,
	readNewest,
	readSession,
} from '../../../nodes/WtsChat/conversation/read';
import type { Message } from '../../../nodes/WtsChat/conversation/records';
import type { Api } from '../../../nodes/WtsChat/transport/api';
import { get, type ApiRequest } from '../../../nodes/WtsChat/transport/contract';
import { bot, contact } from './support';

/** An API with these messages, the oldest first; `knowsOrder` tells whether it heeds the order that is asked for. */
function holding(messages: Message[], knowsOrder = true) {
	const asked: ApiRequest[] = [];
	const unused = async () => await Promise.reject(new Error('A reader needs no more than to send'));
	const api: Api = {
		account: '',
		upload: unused,
		wait: unused,
		rateLimitedSeconds: () => 0,
		notes: new Set(),
		send: async <Answer>(request: ApiRequest) => {
			asked.push(request);
			const { PageNumber = 1, OrderBy, OrderDirection } = request.query ?? {};
			const isNewestFirst = OrderBy === 'createdAt' && OrderDirection === 'DESCENDING';
			const all = knowsOrder && isNewestFirst ? [...messages].reverse() : messages;
			const start = (Number(PageNumber) - 1) * 100;
			const items = all.slice(start, start + 100);
			return { items, totalItems: all.length } as IDataObject as Answer;
		},
	};
	return { api, asked };
}

const many = (count: number) => Array.from({ length: count }, (_, minute) => contact(minute));
const firstAndLast = (messages: Message[]) => [messages[0]?.id, messages.at(-1)?.id];

test('the newest messages of a session come with one request', async () => {
	const { api, asked } = holding(many(240));
	const { messages, isWhole } = await readHistory(api, 'session');
	expect(asked).toHaveLength(1);
	expect(asked[0]).toMatchObject({ path: '/chat/v1/message', query: { SessionId: 'session' } });
	expect(firstAndLast(messages)).toEqual(['at 140', 'at 239']);
	expect(isWhole).toBe(false);
});

test('a short session is known as a whole, with one request', async () => {
	const { api, asked } = holding([bot(0), contact(1)]);
	const history = await readHistory(api, 'session');
	expect(asked).toHaveLength(1);
	expect(history).toEqual({ messages: [bot(0), contact(1)], isWhole: true });
	expect(lastAnswerIn(history)?.author).toBe('bot');
});

test.each([
	[1, 1, 'at 140'],
	[100, 1, 'at 140'],
	[101, 2, 'at 40'],
	[1_000, 3, 'at 0'],
])('for %d messages, %d pages are read', async (atMost, pages, first) => {
	const { api, asked } = holding(many(240));
	const { messages } = await readHistory(api, 'session', atMost);
	expect(asked).toHaveLength(pages);
	expect(firstAndLast(messages)).toEqual([first, 'at 239']);
});

test('a host that knows no order is read to the end, since the newest come last', async () => {
	const { api } = holding(many(240), false);
	const { messages, isWhole } = await readHistory(api, 'session');
	expect(firstAndLast(messages)).toEqual(['at 0', 'at 239']);
	expect(isWhole).toBe(true);
});

test.each([
	['without a date', null],
	['of one moment', '2026-11-30T12:00:00Z'],
])('messages %s tell no order', async (_, createdAt) => {
	const { api, asked } = holding(many(240).map((message) => ({ ...message, createdAt })));
	expect((await readHistory(api, 'session')).isWhole).toBe(false);
	expect(asked).toHaveLength(1);
});

test('only messages that count are kept, whatever order the host knows', async () => {
	const request = get('/chat/v1/message', { query: { SessionId: 'session', ...NEWEST_FIRST } });
	const isEven = ({ id }: IDataObject) => Number(String(id).slice(3)) % 2 === 0;
	for (const knowsOrder of [true, false]) {
		const { api } = holding(many(400), knowsOrder);
		const { messages } = await readNewest(api, request, 100, isEven);
		expect(messages.filter((message) => !isEven(message))).toEqual([]);
		expect(messages.at(-1)?.id).toBe('at 398');
	}
});

test('the session is read as it is', async () => {
	const { api, asked } = holding([]);
	expect(await readSession(api, 'an id')).toMatchObject({ totalItems: 0 });
	expect(asked).toMatchObject([{ method: 'GET', path: '/chat/v2/session/an%20id' }]);
});
