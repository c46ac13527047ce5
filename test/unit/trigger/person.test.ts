import type { IDataObject } from 'n8n-workflow';
import { deliveryIn } from '../../../nodes/WtsChat/events/delivery';
import type { Read } from '../../../nodes/WtsChat/transport/reader';
import { isRecord } from '../../../nodes/WtsChat/transport/records';
import { isPersonAnswering, looksAtSession } from '../../../nodes/WtsChat/trigger/person';

const USER = 'd8f0b2c4-5e6a-4c7d-8f9e-0a1b2c3d4e5f';

/** Whether a person answers, and what had to be read for it. */
async function asked(
	options: Parameters<typeof isPersonAnswering>[2],
	{ session = {}, messages = [] }: { session?: unknown; messages?: unknown } = {},
	eventType = 'MESSAGE_RECEIVED',
) {
	const requests: Array<{ path: string; query?: object }> = [];
	const read = (async (request: { path: string; query?: object }) => {
		requests.push(request);
		if (!request.path.startsWith('/chat/v2/session/')) return { items: messages };
		return isRecord(session) ? { id: 's', ...session } : session;
	}) as unknown as Read;
	const delivery = deliveryIn({ eventType, content: { id: 'm', sessionId: 's' } })!;
	const isAnswering = await isPersonAnswering(read, delivery, options);
	return { isAnswering, requests };
}

const by = (message: IDataObject) => ({ type: 'TEXT', direction: 'TO_HUB', ...message });
const OF_USER = by({ origin: 'DEFAULT', userId: USER });

test.each<[string, boolean, IDataObject]>([
	['a user', true, { userId: USER }],
	['null', false, { userId: null }],
	['an empty ID', false, { userId: '' }],
	['nothing', false, {}],
])('a session with %s for its user: %s', async (_name, expected, session) => {
	expect((await asked({ personAnswers: ['assigned'] }, { session })).isAnswering).toBe(expected);
	const { isAnswering } = await asked({ onlyUnassigned: true }, { session });
	expect(isAnswering).toBe(expected);
});

test.each<[unknown, boolean]>([
	[true, true],
	['true', true],
	['Ana', true],
	[1, true],
	[false, false],
	['False', false],
	[0, false],
	[' ', false],
	['Não', false],
	['FALSO', false],
	['no', false],
	['nao', false],
	['null', false],
	['undefined', false],
	[null, false],
	[undefined, false],
])('metadata that says %j: %s', async (said, expected) => {
	const session = { metadata: { person: said as string } };
	expect((await asked({ personAnswers: ['metadata'] }, { session })).isAnswering).toBe(expected);
});

test.each([[null], [undefined], ['person'], [['person']]])(
	'metadata that is %j says nothing',
	async (metadata) => {
		const session = { metadata };
		expect((await asked({ personAnswers: ['metadata'] }, { session })).isAnswering).toBe(false);
	},
);

test.each<[Parameters<typeof asked>[0], IDataObject, IDataObject[]]>([
	[{ personAnswers: ['assigned'] }, { metadata: { person: true } }, [OF_USER]],
	[{ personAnswers: ['metadata'] }, { userId: USER }, [OF_USER]],
	[{ personAnswers: ['wrote'] }, { userId: USER, metadata: { person: true } }, []],
	[{ onlyUnassigned: true }, { metadata: { person: true } }, [OF_USER]],
	[{ onlyUnassigned: false }, { userId: USER, metadata: { person: true } }, [OF_USER]],
])('%j does not count what else tells of a person', async (options, session, messages) => {
	expect((await asked(options, { session, messages })).isAnswering).toBe(false);
});

test.each<[Parameters<typeof looksAtSession>[0], boolean]>([
	[{}, false],
	[{ personAnswers: ['wrote'] }, false],
	[{ personAnswers: ['wrote', 'metadata'] }, true],
	[{ personAnswers: ['assigned'] }, true],
	[{ onlyUnassigned: true }, true],
	[{ onlyUnassigned: false }, false],
])('%j looks at the session: %s', (options, expected) => {
	expect(looksAtSession(options)).toBe(expected);
});

test('the session is read with everybody, and the newest messages of the last hour', async () => {
	jest.useFakeTimers({ now: Date.parse('2026-11-30T12:00:00Z') });
	const { requests } = await asked({ personAnswers: ['assigned', 'wrote'] });
	jest.useRealTimers();
	expect(requests.map(({ path, query }) => ({ path, query }))).toEqual([
		{
			path: '/chat/v2/session/s',
			query: {
				includeDetails: [
					'AgentDetails',
					'ChannelDetails',
					'ChannelTypeDetails',
					'ClassificationDetails',
					'ContactDetails',
					'DepartmentsDetails',
				],
			},
		},
		{
			path: '/chat/v1/message',
			query: {
				SessionId: 's',
				'CreatedAt.After': '2026-11-30T11:00:00.000Z',
				OrderBy: 'createdAt',
				OrderDirection: 'DESCENDING',
				PageSize: 100,
			},
		},
	]);
});

test('what is no message among messages is passed over', async () => {
	const messages = [null, by({ origin: 'BOT' }), OF_USER];
	expect((await asked({ personAnswers: ['wrote'] }, { messages })).isAnswering).toBe(true);
	expect((await asked({ personAnswers: ['wrote'] }, { messages: [null] })).isAnswering).toBe(false);
});

test('the metadata key is the one that the user names', async () => {
	const session = { metadata: { person: true, atendente: 'false' } };
	const { isAnswering } = await asked(
		{ personAnswers: ['metadata'], personKey: 'atendente' },
		{ session },
	);
	expect(isAnswering).toBe(false);
});

test.each<[string, boolean, IDataObject]>([
	['a user', true, OF_USER],
	['somebody on the phone of the team', true, by({ origin: 'GATEWAY' })],
	['a chatbot', false, by({ origin: 'BOT' })],
	['the API', false, by({ origin: 'API' })],
	['a campaign', false, by({ origin: 'CAMPAIGN' })],
	['the contact', false, { ...by({ origin: 'GATEWAY' }), direction: 'FROM_HUB' }],
	['a user, as an internal note', false, { ...OF_USER, type: 'NOTE' }],
	['a user, and deleted it', false, { ...OF_USER, status: 'DELETED' }],
])('%s wrote: %s', async (_name, expected, message) => {
	const { isAnswering, requests } = await asked(
		{ personAnswers: ['wrote'], personMinutes: 30 },
		{ messages: [message] },
	);
	expect(isAnswering).toBe(expected);
	const { 'CreatedAt.After': after } = requests[0]?.query as { 'CreatedAt.After': string };
	expect(Math.round((Date.now() - Date.parse(after)) / 60_000)).toBe(30);
});

test.each<[string, Parameters<typeof asked>[0], IDataObject, number]>([
	['nothing is wanted', {}, {}, 0],
	[
		'the session tells it',
		{ personAnswers: ['assigned', 'wrote', 'metadata'] },
		{ userId: USER },
		1,
	],
	['the session is enough', { personAnswers: ['assigned', 'metadata'] }, {}, 1],
	['the session does not tell it', { personAnswers: ['assigned', 'wrote', 'metadata'] }, {}, 2],
	['only messages count', { personAnswers: ['wrote'] }, {}, 1],
])('where %s, %#: as few requests as it takes', async (_name, options, session, count) => {
	expect((await asked(options, { session })).requests).toHaveLength(count);
});

test.each<[string, unknown, unknown]>([
	['no session', null, []],
	['a list for the session', [], []],
	['a session without an ID', { id: null }, []],
	['no list of messages', {}, null],
	['something else for the messages', {}, 'none'],
])('%s is no answer to whether a person answers', async (_name, session, messages) => {
	const options = { personAnswers: ['assigned' as const, 'wrote' as const] };
	await expect(asked(options, { session, messages })).rejects.toThrow(
		/^WTS Chat gave no (?:answer|list) that can be read$/,
	);
});

test('however long somebody wants to look back, there is a moment for it', async () => {
	const { requests } = await asked({ personAnswers: ['wrote'], personMinutes: 1e15 });
	expect(requests[0]?.query).toMatchObject({ 'CreatedAt.After': '1970-01-01T00:00:00.000Z' });
});

test('other events ask nothing', async () => {
	const { isAnswering, requests } = await asked(
		{ personAnswers: ['assigned', 'wrote', 'metadata'] },
		{},
		'MESSAGE_SENT',
	);
	expect([isAnswering, requests]).toEqual([false, []]);
});
