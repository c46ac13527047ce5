import type { IDataObject } from 'n8n-workflow';
import { departmentNamed } from '../../../playground/sandbox';
import { sessionAt, sessionNow, useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const sandbox = useSandbox();

/** Transfers the second session and gives what was sent and what came out. */
async function transfer(target: IDataObject) {
	const account = sandbox();
	const { id } = sessionAt(account, 1);
	const outcome = await run({
		parameters: { resource: 'session', operation: 'transfer', sessionId: id, ...target },
		account,
	});
	return { id, outcome, sent: account.requests.at(-1)?.body as IDataObject };
}

/** The department Financeiro and one of its users. */
function financeiro() {
	const { account } = sandbox();
	const department = departmentNamed(account, 'Financeiro');
	const user = account.agents.find(({ departments }) =>
		departments.some(({ departmentId }) => departmentId === department.id),
	);
	if (!user) throw new Error('Nobody works in Financeiro');
	return { departmentId: department.id, userId: user.userId };
}

test('a department alone: the session goes to the department and waits there', async () => {
	const { departmentId } = financeiro();
	const { id, outcome, sent } = await transfer({ departmentId });
	expect(sent).toEqual({ type: 'DEPARTMENT', newDepartmentId: departmentId });
	expect(sessionNow(sandbox(), id)).toMatchObject({ departmentId, userId: null });
	expect(outcome.items.map(({ json }) => json)).toMatchObject([{ id, departmentId, userId: null }]);
});

test('a user alone: the session goes to the user', async () => {
	const { userId } = financeiro();
	const { id, sent } = await transfer({ userId });
	expect(sent).toEqual({ type: 'USER', newUserId: userId });
	expect(sessionNow(sandbox(), id).userId).toBe(userId);
});

test('both: the session goes to the user, in that department', async () => {
	const { departmentId, userId } = financeiro();
	const { id, sent } = await transfer({ departmentId, userId });
	expect(sent).toEqual({ type: 'USER', newUserId: userId, newDepartmentId: departmentId });
	expect(sessionNow(sandbox(), id)).toMatchObject({ departmentId, userId });
});

test.each([
	['the editor writes it', (value: string) => ({ __rl: true, mode: 'list', value })],
	['another tool writes it', (value: string) => ({ mode: 'id', value })],
	['an older workflow has it', (value: string) => value],
	['an expression gives it', (value: string) => `={{ ${JSON.stringify({ mode: 'id', value })} }}`],
])('a choice counts as %s', async (_, written) => {
	const { departmentId, userId } = financeiro();
	const { sent } = await transfer({
		departmentId: written(departmentId),
		userId: written(userId),
	});
	expect(sent).toEqual({ type: 'USER', newUserId: userId, newDepartmentId: departmentId });
});

test('nobody is chosen in a field that was emptied', async () => {
	const { departmentId } = financeiro();
	const { sent } = await transfer({ departmentId, userId: { mode: 'list', value: '' } });
	expect(sent).toEqual({ type: 'DEPARTMENT', newDepartmentId: departmentId });
});

test('the chatbot is stopped when asked for', async () => {
	const account = sandbox();
	const talking = account.account.sessions.find(({ botId }) => botId);
	const { departmentId } = financeiro();
	await run({
		parameters: {
			resource: 'session',
			operation: 'transfer',
			sessionId: talking?.id,
			departmentId,
			options: { stopBotInExecution: true },
		},
		account,
	});
	expect(account.requests.at(-1)?.body).toMatchObject({ options: { stopBotInExecution: true } });
	expect(sessionNow(account, String(talking?.id)).botId).toBeNull();
});

test('neither chosen is said before any request', async () => {
	const { outcome } = await transfer({});
	expect(outcome.error).toMatchObject({
		name: 'NodeOperationError',
		message: 'Neither a department nor a user is chosen',
		description: "Fill in 'Department', 'User' or both.",
	});
	expect(sandbox().requests).toEqual([]);
});

test.each(['   ', '={{ undefined }}', '={{ null }}', '={{ $json.missing }}'])(
	'a Session of %j is empty, and no request is made',
	async (sessionId) => {
		const { outcome } = await transfer({ ...financeiro(), sessionId });
		expect(outcome.error).toMatchObject({ message: "'Session' is empty" });
		expect(outcome.error?.context.itemIndex).toBe(0);
		expect(sandbox().requests).toEqual([]);
	},
);

test('a Session that was never filled in stops the workflow before it starts', async () => {
	await expect(transfer({ ...financeiro(), sessionId: '' })).rejects.toThrow(
		'Parameter "Session" is required',
	);
	expect(sandbox().requests).toEqual([]);
});

test('a session that does not exist is named with its field', async () => {
	const sessionId = '00000000-0000-4000-8000-00000000dead';
	const { outcome } = await transfer({ ...financeiro(), sessionId });
	expect(outcome.error?.message).toBe('WTS Chat does not find what this item names');
	expect(outcome.error?.description).toContain(`'Session' (${sessionId})`);
});
