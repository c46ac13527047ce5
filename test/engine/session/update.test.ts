import { agentNamed, departmentNamed } from '../../../playground/sandbox';
import type { IDataObject } from 'n8n-workflow';
import { sessionAt, sessionNow, useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const sandbox = useSandbox();

/** Updates the first session with these fields and gives what was sent and what came out. */
async function update(updateFields: IDataObject, more: IDataObject = {}) {
	const account = sandbox();
	const { id } = sessionAt(account, 0);
	const outcome = await run({
		parameters: { resource: 'session', operation: 'update', sessionId: id, updateFields, ...more },
		account,
	});
	return { id, outcome, sent: account.requests.at(-1)?.body as IDataObject };
}

test('every field that is filled in is written, and listed for the API', async () => {
	const department = departmentNamed(sandbox().account, 'Financeiro');
	const user = sandbox().account.agents.find(({ departments }) =>
		departments.some(({ departmentId }) => departmentId === department.id),
	);
	const { id, outcome, sent } = await update(
		{
			status: 'COMPLETED',
			endAt: '2026-09-15T13:00:00',
			number: '2026-77',
			departmentId: department.id,
			userId: user?.userId,
			classificationCategory: 'WON',
			classificationDescription: 'Plano anual',
			classificationAmount: 1490.5,
			metadata: { pairs: [{ key: 'pedido', value: '9876' }] },
		},
		{ options: { stopBotInExecution: true } },
	);

	expect(sent).toEqual({
		fields: ['Status', 'DepartmentId', 'UserId', 'Classification', 'EndAt', 'Number', 'Metadata'],
		status: 'COMPLETED',
		endAt: '2026-09-15T16:00:00.000Z',
		number: '2026-77',
		departmentId: department.id,
		userId: user?.userId,
		classification: { category: 'WON', description: 'Plano anual', amount: 1490.5 },
		metadata: { pedido: '9876' },
		options: { stopBotInExecution: true },
	});
	expect(sessionNow(sandbox(), id)).toMatchObject({
		status: 'COMPLETED',
		endAt: '2026-09-15T16:00:00.000Z',
		number: '2026-77',
		departmentId: department.id,
		userId: user?.userId,
		classification: { category: 'WON', categoryDescription: 'Plano anual', amount: 1490.5 },
		metadata: { pedido: '9876', origem: 'site' },
	});
	expect(outcome.items).toHaveLength(1);
	expect(outcome.items[0]?.json).toMatchObject({
		id,
		number: '2026-77',
		status: 'COMPLETED',
		departmentName: department.name,
	});
});

test('what is left blank is not sent and stays as it was', async () => {
	const before = { ...sessionAt(sandbox(), 0) };
	const { id, sent } = await update({
		status: 'PENDING',
		number: '',
		departmentId: '',
		userId: '={{ $json.nobody }}',
		metadata: {},
		metadataJson: '',
	});
	expect(sent).toEqual({ fields: ['Status'], status: 'PENDING' });
	const { number, departmentId, userId, metadata } = before;
	expect(sessionNow(sandbox(), id)).toMatchObject({ number, departmentId, userId, metadata });
});

test('0 is sent', async () => {
	const { id, sent } = await update({ classificationAmount: 0, classificationCategory: 'LOST' });
	expect(sent).toMatchObject({ classification: { category: 'LOST', amount: 0 } });
	expect(sessionNow(sandbox(), id).classification).toMatchObject({ category: 'LOST', amount: 0 });
});

test('a switched-off option is sent as false', async () => {
	const { sent } = await update({ status: 'PENDING' }, { options: { stopBotInExecution: false } });
	expect(sent.options).toEqual({ stopBotInExecution: false });
});

test('chosen attributes are cleared, with null', async () => {
	const { id, sent } = await update({
		clear: ['departmentId', 'endAt', 'metadata', 'number', 'userId'],
	});
	expect(sent).toEqual({
		fields: ['DepartmentId', 'EndAt', 'Metadata', 'Number', 'UserId'],
		departmentId: null,
		endAt: null,
		metadata: null,
		number: null,
		userId: null,
	});
	expect(sessionNow(sandbox(), id)).toMatchObject({
		departmentId: null,
		endAt: null,
		metadata: null,
		number: null,
		userId: null,
	});
});

test('metadata as JSON merges with what is there, and null removes a key', async () => {
	const { id } = await update({
		metadataJson: '{ "origem": null, "itens": [1, 2], "vip": false }',
	});
	expect(sessionNow(sandbox(), id).metadata).toEqual({ pedido: '9000', itens: [1, 2], vip: false });
});

test('Started and Undefined, too, are statuses that can be chosen', async () => {
	for (const status of ['STARTED', 'UNDEFINED', 'HIDDEN', 'IN_PROGRESS']) {
		const { id } = await update({ status });
		expect(sessionNow(sandbox(), id).status).toBe(status);
	}
});

test('a moment from $now is sent in UTC', async () => {
	const { sent } = await update({ endAt: "={{ DateTime.fromISO('2026-09-15T13:00:00-03:00') }}" });
	expect(sent.endAt).toBe('2026-09-15T16:00:00.000Z');
});

describe('what cannot be sent is said before any request', () => {
	test.each<[string, IDataObject, string, string]>([
		['nothing chosen', {}, 'There is nothing to update', 'Update Fields'],
		['only blanks chosen', { number: ' ' }, 'There is nothing to update', 'blank'],
		[
			'set and cleared at once',
			{ number: '1', clear: ['number'] },
			"'Number' is both set and cleared",
			"'Clear'",
		],
		[
			'metadata in both forms',
			{ metadata: { pairs: [{ key: 'a', value: 'b' }] }, metadataJson: '{}' },
			"'Metadata' is filled in twice",
			'not both',
		],
		['an unknown status', { status: 'DONE' }, "'Status' has to be one of", '"DONE"'],
		['a wrong date', { endAt: '15/09/2026' }, "'Ended At' is not a date and time", '15/09/2026'],
		[
			'a name instead of a department',
			{ departmentId: 'Financeiro' },
			"'Department' is not an ID",
			'Financeiro',
		],
	])('%s', async (_, updateFields, message, description) => {
		const { outcome } = await update(updateFields);
		expect(outcome.error?.message).toContain(message);
		expect(outcome.error?.description).toContain(description);
		expect(outcome.error?.context.itemIndex).toBe(0);
		expect(sandbox().requests).toEqual([]);
	});
});

test('a department that does not exist is named with its field', async () => {
	const departmentId = '00000000-0000-4000-8000-00000000dead';
	const { outcome } = await update({ departmentId });
	expect(outcome.error).toMatchObject({
		name: 'NodeApiError',
		message: 'WTS Chat does not find what this item names',
		httpCode: '500',
	});
	expect(outcome.error?.description).toContain(`'Department' (${departmentId})`);
	expect(outcome.error?.description).toContain('Departamento não encontrado');
});

test('a user by name from the account can be set', async () => {
	const [first] = sandbox().account.agents;
	const { id } = await update({
		userId: agentNamed(sandbox().account, String(first?.name)).userId,
	});
	expect(sessionNow(sandbox(), id).userId).toBe(first?.userId);
});
