import type { IDataObject } from 'n8n-workflow';
import { sessionInStatus } from '../../../playground/sandbox';
import { sessionAt, sessionNow, useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const sandbox = useSandbox();

/** Does something with the first session, or with the one named, and gives what was sent and what came out. */
async function act(operation: string, values: IDataObject) {
	const account = sandbox();
	const { id } = sessionAt(account, 0);
	const outcome = await run({
		parameters: { resource: 'session', operation, sessionId: id, ...values },
		account,
	});
	return { id, outcome, sent: account.requests.at(-1)?.body };
}

/** A session in which a chatbot is talking. */
function talking() {
	return sessionInStatus(sandbox().account, 'STARTED');
}

describe('the session', () => {
	const complete = async (items: IDataObject[]) =>
		await run({
			parameters: { resource: 'session', operation: 'complete' },
			account: sandbox(),
			items,
		});

	test('is that of the item, as a message and what Session gives out tell it', async () => {
		const [one, other] = [sessionAt(sandbox(), 0), sessionAt(sandbox(), 1)];
		const { items } = await complete([{ sessionId: one.id }, { sessionId: other.id }]);
		expect(items.map(({ json }) => json.sessionId)).toEqual([one.id, other.id]);
		const { items: again } = await complete(items.map(({ json }) => json));
		expect(again.map(({ json }) => json.id)).toEqual([one.id, other.id]);
	});

	test('is asked for by the name of its field where the item has none', async () => {
		const { error } = await complete([{ id: sessionAt(sandbox(), 0).id }]);
		expect(error?.message).toBe("'Session' is empty");
		expect(error?.description).toContain("as sessionId, with 'Simplify' off as id");
		expect(sandbox().requests).toEqual([]);
	});
});

describe('Assign to User', () => {
	test('the user owns the session, which stays in its department', async () => {
		const { departmentId } = sessionAt(sandbox(), 0);
		const userId = sandbox().account.agents[1]?.userId;
		const { id, outcome, sent } = await act('assign', { userId });
		expect(sent).toEqual({ userId });
		expect(sessionNow(sandbox(), id)).toMatchObject({ userId, departmentId });
		expect(outcome.items.map(({ json }) => json)).toMatchObject([{ id, userId }]);
	});

	test('a blank user is said before any request', async () => {
		const { outcome } = await act('assign', { userId: '={{ $json.nobody }}' });
		expect(outcome.error?.message).toBe("'User' is empty");
		expect(sandbox().requests).toEqual([]);
	});

	test('a user that does not exist is named with its field', async () => {
		const userId = '00000000-0000-4000-8000-00000000dead';
		const { outcome } = await act('assign', { userId });
		expect(outcome.error?.message).toBe('WTS Chat does not find what this item names');
		expect(outcome.error?.description).toContain(`'User' (${userId})`);
	});
});

describe('Change Status', () => {
	test.each(['PENDING', 'IN_PROGRESS', 'HIDDEN', 'COMPLETED'])(
		'the session becomes %s',
		async (status) => {
			const { id, sent } = await act('changeStatus', { status });
			expect(sent).toEqual({ newStatus: status });
			expect(sessionNow(sandbox(), id).status).toBe(status);
		},
	);

	test('an unknown status is said before any request', async () => {
		const { outcome } = await act('changeStatus', { status: 'DONE' });
		expect(outcome.error?.message).toContain("'Status' has to be one of");
		expect(sandbox().requests).toEqual([]);
	});

	test('a blank status does not become the one that the form shows first', async () => {
		const { outcome } = await act('changeStatus', { status: '={{ $json.status }}' });
		expect(outcome.error?.message).toBe("'Status' is empty");
		expect(sandbox().requests).toEqual([]);
	});
});

describe('Complete', () => {
	test('the session is over; the body is there although it is empty', async () => {
		const { id, sent } = await act('complete', {});
		expect(sent).toEqual({});
		expect(sessionNow(sandbox(), id)).toMatchObject({
			status: 'COMPLETED',
			endAt: expect.any(String),
		});
	});

	test('its options stand at the top of the body', async () => {
		const { sent } = await act('complete', {
			options: { reactivateOnNewMessage: false, stopBotInExecution: true },
		});
		expect(sent).toEqual({ reactivateOnNewMessage: false, stopBotInExecution: true });
	});

	test('the chatbot is stopped when asked for', async () => {
		const { id } = talking();
		await act('complete', { sessionId: id, options: { stopBotInExecution: true } });
		expect(sessionNow(sandbox(), id).botId).toBeNull();
	});
});

test.each<[string, () => IDataObject]>([
	['assign', () => ({ userId: sandbox().account.agents[0]?.userId })],
	['changeStatus', () => ({ status: 'IN_PROGRESS' })],
])('%s stops the chatbot only when asked for', async (operation, values) => {
	const { id, botId } = talking();
	await act(operation, { ...values(), sessionId: id, options: { stopBotInExecution: false } });
	expect(sessionNow(sandbox(), id).botId).toBe(botId);
	await act(operation, { ...values(), sessionId: id, options: { stopBotInExecution: true } });
	expect(sessionNow(sandbox(), id).botId).toBeNull();
});
