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

/** What was written in a session, the oldest first. */
function writtenIn(id: string) {
	return sandbox().account.messages.filter(({ sessionId }) => sessionId === id);
}

const idsOf = (records: Array<{ id?: unknown }>) => records.map(({ id }) => id);

describe('Get Many', () => {
	test.each<[string, IDataObject, (id: string) => string]>([
		['by default', {}, () => '/chat/v1/message'],
		['through the session', { readThrough: 'session' }, (id) => `/chat/v1/session/${id}/message`],
	])('%s, the messages of the session come out, the oldest first', async (_, options, path) => {
		const { id } = sessionAt(sandbox(), 1);
		const { items } = await message('getMany', { sessionId: id, options });
		expect(sandbox().requests[0]?.path).toBe(path(id));
		expect(idsOf(items.map(({ json }) => json))).toEqual(
			idsOf(writtenIn(id).filter(({ type }) => type !== 'NOTE')),
		);
	});

	test('the last messages are the newest, without internal notes unless they are asked for', async () => {
		const { id } = sessionAt(sandbox(), 0);
		const [first, ...others] = writtenIn(id);
		const all = [first!, ...others];
		all.at(-2)!.type = 'NOTE';
		const given = async (options: IDataObject) => {
			const { items } = await message('getMany', { sessionId: id, lastMessages: 2, options });
			return idsOf(items.map(({ json }) => json));
		};
		expect(await given({})).toEqual(idsOf([all.at(-3)!, all.at(-1)!]));
		expect(await given({ includeNotes: true })).toEqual(idsOf(all.slice(-2)));
	});

	test('the dates are those of the workflow', async () => {
		const { id } = sessionAt(sandbox(), 0);
		const { items } = await message('getMany', {
			sessionId: id,
			filters: { createdAfter: '2026-03-09T07:42:00' },
		});
		const wanted = writtenIn(id).filter(({ createdAt }) => createdAt >= '2026-03-09T10:42:00.000Z');
		expect(wanted.length).toBeGreaterThan(1);
		expect(idsOf(items.map(({ json }) => json))).toEqual(idsOf(wanted));
	});

	test('simplified, a message begins with what a conversation is read by', async () => {
		const { id, contactId } = sessionAt(sandbox(), 0);
		const contact = sandbox().account.contacts.find((kept) => kept.id === contactId);
		const { items } = await message('getMany', { sessionId: id });
		const [{ json = {} } = {}] = items;
		expect(Object.keys(json).slice(0, 6)).toEqual([
			'text',
			'from',
			'contactName',
			'phone',
			'createdAt',
			'sessionId',
		]);
		expect(json).toMatchObject({ from: 'contact', contactName: contact?.name });
		expect(Object.keys(json).length).toBeLessThanOrEqual(10);
	});

	test('whose conversation it is costs one request, and none where it does not come out', async () => {
		const { id } = sessionAt(sandbox(), 0);
		await message('getMany', { sessionId: id });
		expect(sandbox().requests).toHaveLength(2);
		await message('getMany', { sessionId: id, simplify: false });
		expect(sandbox().requests).toHaveLength(3);
	});

	test('a session that does not exist is named with its field', async () => {
		const sessionId = '00000000-0000-4000-8000-00000000dead';
		const { error } = await message('getMany', { sessionId });
		expect(error?.description).toContain(`'Session' (${sessionId})`);
	});
});

test('Get tells whose message it is', async () => {
	const { id, sessionId, text } = failed();
	const session = sandbox().account.sessions.find((kept) => kept.id === sessionId);
	const contact = sandbox().account.contacts.find((kept) => kept.id === session?.contactId);
	const { items } = await message('get', { messageId: id });
	expect(items[0]?.json).toMatchObject({ text, contactName: contact?.name });
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
