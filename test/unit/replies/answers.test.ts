import type { IDataObject } from 'n8n-workflow';
import {
	answersTo,
	messagesIn,
	messagesSince,
	sessionsWrittenIn,
	writtenSince,
} from '../../../nodes/WtsChat/replies/answers';
import { waitAt } from '../../../nodes/WtsChat/replies/waits';
import { answering, listOf } from '../operations/support';
import { account, ASKED, iso, question, said, SESSION } from './account';

const ids = (messages: IDataObject[]) => messages.map(({ id }) => id);

test('of a conversation, what was written since a moment is asked for', async () => {
	const { api, requests, messages } = account();
	messages.push(said(1, 'Sim'));
	expect(ids(await messagesIn(api, SESSION, ASKED))).toEqual(['m1']);
	expect(requests).toEqual([
		expect.objectContaining({
			method: 'GET',
			path: '/chat/v1/message',
			query: {
				SessionId: SESSION,
				'CreatedAt.After': '2026-11-30T10:00:00.000Z',
				PageNumber: 1,
				PageSize: 100,
			},
		}),
	]);
});

test('of all conversations, those are asked for in which something was written since a moment', async () => {
	const { api, requests } = answering(() => listOf({ id: SESSION }));
	expect(await sessionsWrittenIn(api, ASKED)).toEqual([{ id: SESSION }]);
	expect(requests).toEqual([
		expect.objectContaining({
			method: 'GET',
			path: '/chat/v2/session',
			query: {
				'LastInteractionAt.After': '2026-11-30T10:00:00.000Z',
				PageNumber: 1,
				PageSize: 100,
			},
		}),
	]);
});

test('what was written after a question comes in its order, whatever the order of the API', async () => {
	const { api, messages } = account();
	messages.push(said(9, 'c'), said(3, 'a'), said(20, 'd'), said(5, 'b', { direction: 'TO_HUB' }));
	messages.push(said(0, 'at its moment'), said(-1, 'before'), said(1, '', { createdAt: null }));
	expect(ids(await messagesSince(api, question))).toEqual(['m3', 'm5', 'm9', 'm20']);
});

test('the answers are what the contact has written to it, as WTS Chat delivers messages', async () => {
	const { api, messages } = account();
	const answer = said(3, 'Sim');
	messages.push(
		said(2, 'Bom dia', { direction: 'TO_HUB' }),
		said(4, 'de ninguém', { direction: undefined }),
		said(5, 'nota', { type: 'NOTE' }),
		said(6, 'apagada', { status: 'DELETED' }),
		said(61, 'tarde demais'),
		answer,
	);
	expect(await answersTo(api, question)).toEqual([
		expect.objectContaining({
			eventType: 'MESSAGE_RECEIVED',
			date: answer.createdAt,
			content: answer,
			body: { eventType: 'MESSAGE_RECEIVED', date: answer.createdAt, content: answer },
		}),
	]);
});

test('what a newer question has got is no answer', async () => {
	const { api, messages } = account();
	messages.push(said(3, 'Sim'), said(4, 'Não'));
	const answers = await answersTo(api, question, ASKED + 3_000);
	expect(answers.map(({ content }) => content.id)).toEqual(['m4']);
});

test.each<[string, boolean, IDataObject]>([
	['after it', true, { lastInteractionDate: iso(ASKED + 1) }],
	['at its moment', false, { lastInteractionDate: iso(ASKED) }],
	['before it', false, { lastInteractionDate: iso(ASKED - 1) }],
	['at a moment that cannot be read', true, { lastInteractionDate: 'ontem' }],
	['in another conversation', false, { id: 'other', lastInteractionDate: iso(ASKED + 1) }],
])('a question may have been answered by what was written %s: %p', async (_, expected, more) => {
	const { api, requests } = answering(() => listOf({ id: SESSION, ...more }));
	const wait = waitAt('https://n8n.example.com/webhook-waiting/1/node', question);
	expect(await writtenSince(api, [wait], ASKED - 60_000)).toEqual(expected ? [wait] : []);
	expect(requests[0]?.query).toMatchObject({
		'LastInteractionAt.After': '2026-11-30T09:59:00.000Z',
	});
});

test('of what a newer question has got, nothing is left for the older one', async () => {
	const { api } = answering(() => listOf({ id: SESSION, lastInteractionDate: iso(ASKED + 5) }));
	const wait = waitAt('https://n8n.example.com/webhook-waiting/1/node', question);
	expect(await writtenSince(api, [{ ...wait, after: ASKED + 5 }], ASKED)).toEqual([]);
});
