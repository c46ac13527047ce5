import type { IDataObject } from 'n8n-workflow';
import { sessionAt, useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const sandbox = useSandbox();

async function message(operation: string, values: IDataObject) {
	const account = sandbox();
	return await run({ parameters: { resource: 'message', operation, ...values }, account });
}

function failed() {
	const found = sandbox().account.messages.find(({ status }) => status === 'FAILED');
	if (!found) throw new Error('No message has failed');
	return found;
}

describe('Get Many', () => {
	test.each<[string, IDataObject, (id: string) => string]>([
		['by default', {}, () => '/chat/v1/message'],
		['through the session', { readThrough: 'session' }, (id) => `/chat/v1/session/${id}/message`],
	])('%s, the messages of the session come out', async (_, options, path) => {
		const { id } = sessionAt(sandbox(), 1);
		const { items } = await message('getMany', { sessionId: id, options });
		expect(sandbox().requests.at(-1)?.path).toBe(path(id));
		expect(items.map(({ json }) => json.id)).toEqual(
			sandbox()
				.account.messages.filter(({ sessionId }) => sessionId === id)
				.map((kept) => kept.id),
		);
	});

	test('the dates are those of the workflow, and the latest can come first', async () => {
		const { id } = sessionAt(sandbox(), 0);
		const { items } = await message('getMany', {
			sessionId: id,
			filters: { createdAfter: '2026-03-09T07:42:00' },
			sort: { field: 'createdAt', direction: 'DESCENDING' },
		});
		const wanted = sandbox()
			.account.messages.filter(
				({ sessionId, createdAt }) => sessionId === id && createdAt >= '2026-03-09T10:42:00.000Z',
			)
			.map((kept) => kept.id)
			.reverse();
		expect(wanted.length).toBeGreaterThan(1);
		expect(items.map(({ json }) => json.id)).toEqual(wanted);
	});

	test('at most as many as asked for', async () => {
		const { items } = await message('getMany', { sessionId: sessionAt(sandbox(), 0).id, limit: 2 });
		expect(items).toHaveLength(2);
	});

	test('simplified, a message keeps what a conversation is read by', async () => {
		const { items } = await message('getMany', { sessionId: sessionAt(sandbox(), 0).id });
		expect(items[0]?.json).toMatchObject({ direction: 'FROM_HUB', text: expect.any(String) });
		expect(Object.keys(items[0]?.json ?? {}).length).toBeLessThanOrEqual(10);
	});

	test('a session that does not exist is named with its field', async () => {
		const sessionId = '00000000-0000-4000-8000-00000000dead';
		const { error } = await message('getMany', { sessionId });
		expect(error?.description).toContain(`'Session ID' (${sessionId})`);
	});
});

test('Get reads the whole message', async () => {
	const { id } = failed();
	const { items } = await message('get', { messageId: id, simplify: false });
	expect(items.map(({ json }) => json)).toEqual([failed()]);
});

test('Get Status says why a message failed', async () => {
	const { id, failedReason } = failed();
	const { items } = await message('getStatus', { messageId: id });
	expect(items[0]?.json).toMatchObject({ id, status: 'FAILED', failureReason: failedReason });
});

test('Delete marks the message as deleted and says so', async () => {
	const { id } = failed();
	const { items } = await message('delete', { messageId: id });
	expect(items[0]?.json).toMatchObject({ deleted: true, id, status: 'DELETED' });
	expect(sandbox().account.messages.find((kept) => kept.id === id)?.status).toBe('DELETED');
});

test('something that is no ID is said before any request', async () => {
	const { error } = await message('get', { messageId: 'pedido-9876' });
	expect(error?.message).toContain("'Message ID' is not an ID");
	expect(sandbox().requests).toEqual([]);
});
