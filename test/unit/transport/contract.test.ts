import { del, get, post, put } from '../../../nodes/WtsChat/transport/contract';

const SESSION = '20000000-0000-4000-8000-000000000001';

test('a read has its path filled in, and its query beside it', () => {
	expect(
		get('/chat/v1/session/{id}/message', { path: { id: SESSION }, query: { PageSize: 10 } }),
	).toEqual({
		method: 'GET',
		path: `/chat/v1/session/${SESSION}/message`,
		query: { PageSize: 10 },
		body: undefined,
	});
});

test('every other method keeps its path and its body', () => {
	const path = { id: SESSION };
	expect([
		post('/chat/v1/session/{id}/note', { path, body: { text: 'Oi' } }),
		put('/chat/v1/session/{id}/assignee', { path, body: { userId: SESSION } }),
		del('/chat/v1/session/note/{id}', { path }),
	]).toMatchObject([
		{ method: 'POST', path: `/chat/v1/session/${SESSION}/note`, body: { text: 'Oi' } },
		{ method: 'PUT', path: `/chat/v1/session/${SESSION}/assignee`, body: { userId: SESSION } },
		{ method: 'DELETE', path: `/chat/v1/session/note/${SESSION}` },
	]);
});

test('a path of several values has each at its place', () => {
	const path = { cardId: SESSION, noteId: 'n1' };
	expect(del('/crm/v1/panel/card/{cardId}/note/{noteId}', { path }).path).toBe(
		`/crm/v1/panel/card/${SESSION}/note/n1`,
	);
});

test('a value never leaves its place in the path', () => {
	expect(get('/chat/v2/session/{id}', { path: { id: '../x?y=1#z é' } }).path).toBe(
		'/chat/v2/session/..%2Fx%3Fy%3D1%23z%20%C3%A9',
	);
});

test('a path without values stays as it is', () => {
	expect(get('/chat/v2/session', {}).path).toBe('/chat/v2/session');
});
