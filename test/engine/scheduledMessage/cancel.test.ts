import type { IDataObject } from 'n8n-workflow';
import { useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const UNKNOWN_ID = '00000000-0000-4000-8000-00000000dead';

const sandbox = useSandbox();

async function cancel(items: IDataObject[], values: IDataObject = {}, settings = {}) {
	const account = sandbox();
	const outcome = await run({
		parameters: {
			resource: 'scheduledMessage',
			operation: 'cancel',
			scheduledMessageId: '={{ $json.id }}',
			...values,
		},
		items,
		account,
		settings,
	});
	return { outcome, requests: account.requests };
}

const messages = () => sandbox().account.scheduledMessages;

/** IDs of two messages that are still to be sent, of one that was sent, and of none. */
const ids = () => [
	...messages()
		.filter(({ status }) => status === 'SCHEDULED')
		.slice(0, 2)
		.map(({ id }) => id),
	messages().find(({ status }) => status === 'SENT')?.id,
	UNKNOWN_ID,
];

const statusOf = (wanted?: string) => messages().find(({ id }) => id === wanted)?.status;

test('a message is canceled', async () => {
	const [id] = ids();
	const { outcome, requests } = await cancel([{ id }]);
	expect(requests.map(({ path }) => path)).toEqual([`/chat/v1/scheduled-message/${id}/cancel`]);
	expect(statusOf(id)).toBe('CANCELED');
	expect(outcome.items.map(({ json }) => json)).toEqual([{ success: true }]);
});

test('a message that was sent already cannot be canceled', async () => {
	const [, , id] = ids();
	const { outcome } = await cancel([{ id }]);
	expect(outcome.error?.description).toContain('A mensagem não está mais agendada.');
	expect(statusOf(id)).toBe('SENT');
});

test('one request for all items: those that could not be canceled become errors', async () => {
	const wanted = ids().reverse();
	const { outcome, requests } = await cancel(
		wanted.map((id) => ({ id })),
		{ options: { batching: true } },
		{ onError: 'continueRegularOutput' },
	);
	expect(requests).toHaveLength(1);
	expect(requests[0]).toMatchObject({
		path: '/chat/v1/scheduled-message/batch-cancel',
		body: wanted,
	});
	const details = outcome.items.map(({ json }) => json.details as IDataObject | undefined);
	expect(outcome.items.map(({ json }) => json.error ?? json.status)).toEqual([
		'The message was not canceled',
		'The message was not canceled',
		'CANCELED',
		'CANCELED',
	]);
	expect(details.map((detail) => detail?.id)).toEqual([wanted[0], wanted[1], undefined, undefined]);
	expect(details[1]?.description).toContain('Its status is SENT');
	expect(outcome.items[3]?.json).not.toHaveProperty('companyId');
});

test('what is no ID does not keep the others from being canceled', async () => {
	const [id] = ids();
	const { outcome, requests } = await cancel(
		[{ id: 'nenhum' }, { id }],
		{ options: { batching: true } },
		{ onError: 'continueRegularOutput' },
	);
	expect(requests[0]?.body).toEqual([id]);
	expect(outcome.items.map(({ json }) => 'error' in json)).toEqual([true, false]);
});

describe('a large account', () => {
	const large = useSandbox('large');

	test('is canceled in requests of 100', async () => {
		const items = large()
			.account.scheduledMessages.map((message) =>
				Object.assign(message, { status: 'SCHEDULED' as const }),
			)
			.slice(0, 150);
		const outcome = await run({
			parameters: {
				resource: 'scheduledMessage',
				operation: 'cancel',
				scheduledMessageId: '={{ $json.id }}',
				options: { batching: true },
			},
			items,
			account: large(),
		});
		expect(large().requests.map(({ body }) => (body as string[]).length)).toEqual([100, 50]);
		expect(outcome.items.map(({ json }) => json.id)).toEqual(items.map(({ id }) => id));
	});
});
