import type { IDataObject } from 'n8n-workflow';
import { tagNamed } from '../../../playground/sandbox';
import { useSandbox } from '../../support/account';
import { run } from '../../support/engine';

type Session = ReturnType<ReturnType<typeof useSandbox>>['account']['sessions'][number];

const sandbox = useSandbox();

async function list(filters: IDataObject) {
	const account = sandbox();
	const outcome = await run({
		parameters: { resource: 'session', operation: 'getMany', returnAll: true, filters },
		account,
	});
	return { outcome, query: account.requests.at(-1)?.query };
}

/** Lists with the filters and compares what comes out with the sessions that should pass; some do, some do not. */
async function expectPassing(filters: IDataObject, passes: (session: Session) => boolean) {
	const { sessions } = sandbox().account;
	const wanted = sessions.filter(passes).map(({ id }) => id);
	expect(wanted.length).toBeGreaterThan(0);
	expect(wanted.length).toBeLessThan(sessions.length);
	const { outcome } = await list(filters);
	expect(outcome.items.map(({ json }) => json.id).sort()).toEqual(wanted.sort());
}

const contactOf = ({ contactId }: Session) =>
	sandbox().account.contacts.find(({ id }) => id === contactId);

test('several channels', async () => {
	const channelIds = sandbox()
		.account.channels.slice(0, 2)
		.map(({ id }) => id);
	await expectPassing({ channelIds }, ({ channelId }) => channelIds.includes(channelId));
});

test('tags by ID', async () => {
	const tagIds = ['Lead', 'VIP'].map((name) => tagNamed(sandbox().account, name).id);
	await expectPassing({ tagIds }, (session) =>
		tagIds.some((id) => contactOf(session)?.tagIds.includes(id)),
	);
});

test('tags by name, with commas', async () => {
	const { id } = tagNamed(sandbox().account, 'Pós-venda');
	await expectPassing({ tagIds: 'Pós-venda, Nenhuma' }, (session) =>
		Boolean(contactOf(session)?.tagIds.includes(id)),
	);
});

test.each([
	['picked from the list or given by ID', (id: string) => ({ mode: 'id', value: id })],
	['given by phone number', () => ({ mode: 'phone', value: '(11) 90000-0003' })],
])('a contact that is %s', async (_, named) => {
	const contact = sandbox().account.contacts[2]!;
	await expectPassing(
		{ contactId: { __rl: true, ...named(contact.id) } },
		({ contactId }) => contactId === contact.id,
	);
});

test('a number that nobody has in either form has no sessions', async () => {
	const { outcome } = await list({
		contactId: { __rl: true, mode: 'phone', value: '+55 11 98888-7777' },
	});
	expect(outcome.error).toBeUndefined();
	expect(outcome.items).toEqual([]);
	expect(sandbox().requests.map(({ path }) => path)).toEqual([
		'/core/v1/contact/phonenumber/5511988887777',
		'/core/v1/contact/phonenumber/551188887777',
	]);
});

test('several statuses', async () => {
	await expectPassing({ statuses: ['PENDING', 'STARTED'] }, ({ status }) =>
		['PENDING', 'STARTED'].includes(status),
	);
});

test('groups only', async () => {
	await expectPassing({ sessionType: 'GROUP' }, ({ type }) => type === 'GROUP');
});

test('metadata: all keys and values have to be there', async () => {
	const metadata = {
		pairs: [
			{ key: 'origem', value: 'site' },
			{ key: 'pedido', value: '9003' },
		],
	};
	await expectPassing({ metadata }, (session) => session.metadata?.pedido === '9003');
});

test('a number in the metadata is sent as text', async () => {
	const { query } = await list({
		metadata: { pairs: [{ key: 'pedido', value: '={{ 9003 }}' }] },
	});
	expect(query).toMatchObject({ Metadata: { pedido: '9003' } });
});

test('the end, in the time zone of the workflow', async () => {
	const ended = sandbox().account.sessions.filter(({ endAt }) => endAt);
	const [first, second] = ended.map(({ endAt }) => String(endAt)).sort();
	const { query } = await list({ endedAfter: '2026-03-09T00:00:00' });
	expect(query).toMatchObject({ 'EndAt.After': '2026-03-09T03:00:00.000Z' });
	await expectPassing({ endedAfter: second }, ({ endAt }) => endAt === second);
	await expectPassing({ endedBefore: first }, ({ endAt }) => endAt === first);
});

test('the last interaction', async () => {
	const moments = sandbox().account.sessions.map(({ lastInteractionDate }) => lastInteractionDate);
	const middle = String([...moments].sort()[5]);
	await expectPassing({ lastInteractionAfter: middle }, ({ lastInteractionDate }) =>
		Boolean(lastInteractionDate && lastInteractionDate >= middle),
	);
	await expectPassing({ lastInteractionBefore: middle }, ({ lastInteractionDate }) =>
		Boolean(lastInteractionDate && lastInteractionDate <= middle),
	);
});

test('activity', async () => {
	const middle = String([...sandbox().account.sessions].map(({ startAt }) => startAt).sort()[5]);
	await expectPassing({ activeBefore: middle }, ({ startAt }) => startAt <= middle);
	const ended = '2026-12-01T00:00:00.000Z';
	await expectPassing({ activeAfter: ended }, ({ endAt }) => endAt === null);
});

test('filters that are left blank are not sent', async () => {
	const { query } = await list({
		contactId: { __rl: true, mode: 'list', value: '' },
		metadata: {},
		tagIds: [],
		endedAfter: '',
	});
	expect(query).toEqual({ IncludeDetails: expect.any(Array), PageNumber: '1', PageSize: '100' });
});

test('a name instead of a channel ID is said before any request', async () => {
	const { outcome } = await list({ channelIds: ['Loja'] });
	expect(outcome.error?.message).toContain("'Channels' is not an ID");
	expect(sandbox().requests).toEqual([]);
});
