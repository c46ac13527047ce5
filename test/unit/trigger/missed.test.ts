import type { IDataObject } from 'n8n-workflow';
import type { ApiRequest } from '../../../nodes/WtsChat/transport/contract';
import { missedEvents, READABLE, type Search } from '../../../nodes/WtsChat/trigger/missed';
import { answering, listOf } from '../operations/support';

const SINCE = Date.parse('2026-09-10T13:00:00Z');
const AFTER = new Date(SINCE).toISOString();
const at = (second: number) => new Date(SINCE + second * 1_000).toISOString();

type Lists = Record<string, IDataObject[] | ((query: IDataObject) => IDataObject[])>;

/** What was missed in an account with these lists, and what had to be asked. */
async function found(lists: Lists, search: Partial<Search>) {
	const { api, requests, waits } = answering(({ path, query }: ApiRequest) => {
		const list = lists[path] ?? [];
		return listOf(...(typeof list === 'function' ? list({ ...query }) : list));
	});
	const missed = await missedEvents(api, { events: [], since: SINCE, ...search });
	return {
		waits,
		missed,
		events: missed.map(({ delivery: { eventType, content } }) => [eventType, content.id]),
		asked: requests.map(({ path, query }) => {
			const filters = Object.entries(query ?? {}).filter(([name]) => !name.startsWith('Page'));
			return [path, Object.fromEntries(filters)];
		}),
	};
}

const CONTACTS = '/core/v1/contact';
const SESSIONS = '/chat/v2/session';
const MESSAGES = '/chat/v1/message';
const PANELS = '/crm/v2/panel';
const CARDS = '/crm/v2/panel/card';

async function idsOf(items: IDataObject[]): Promise<unknown[]> {
	const { missed } = await found({ [CONTACTS]: items }, { events: ['CONTACT_NEW'] });
	return missed.map(({ delivery }) => delivery.content.id);
}

test('what an API gives that is older than asked for is left out', async () => {
	const items = [
		{ id: 'old', createdAt: '2026-09-10T12:59:59.999Z' },
		{ id: 'then', createdAt: '2026-09-10T13:00:00Z' },
		{ id: 'without a zone', createdAt: '2026-09-10T13:00:01.1260435' },
	];
	expect(await idsOf(items)).toEqual(['then', 'without a zone']);
});

test.each([[undefined], [null], [''], ['ontem']])(
	'a record that does not say when it was made, but %j, is left out',
	async (createdAt) => {
		expect(await idsOf([{ id: '1', createdAt }])).toEqual([]);
	},
);

const DETAILS = [
	'AgentDetails',
	'ChannelDetails',
	'ChannelTypeDetails',
	'ClassificationDetails',
	'ContactDetails',
	'DepartmentsDetails',
];

test.each<[string, Partial<Search>, unknown[]]>([
	[
		'MESSAGE_RECEIVED',
		{},
		[
			[SESSIONS, { 'LastInteractionAt.After': AFTER }],
			[MESSAGES, { SessionId: 'one', 'CreatedAt.After': AFTER }],
		],
	],
	['SESSION_NEW', {}, [[SESSIONS, { 'CreatedAt.After': AFTER, IncludeDetails: DETAILS }]]],
	[
		'SESSION_COMPLETE',
		{},
		[[SESSIONS, { 'EndAt.After': AFTER, Status: ['COMPLETED'], IncludeDetails: DETAILS }]],
	],
	[
		'CONTACT_NEW',
		{},
		[[CONTACTS, { 'CreatedAt.After': AFTER, IncludeDetails: ['Tags', 'CustomFields'] }]],
	],
	['PANEL_CARD_NEW', {}, [[PANELS, {}], ...['p1', 'p2'].map(cardsOf)]],
	['PANEL_CARD_NEW', { panelId: 'p9' }, [cardsOf('p9')]],
	['MESSAGE_UPDATED', {}, []],
])('for %s with %j as little is asked as tells it', async (event, search, asked) => {
	const lists = {
		[SESSIONS]: ({ 'LastInteractionAt.After': after }: IDataObject) =>
			after ? [{ id: 'one' }] : [],
		[PANELS]: [{ id: 'p1' }, { id: 'p2' }],
	};
	expect((await found(lists, { events: [event], ...search })).asked).toEqual(asked);
});

function cardsOf(PanelId: string) {
	const more = {
		'CreatedAt.After': AFTER,
		Statuses: ['OPEN', 'WON', 'LOST', 'ARCHIVED'],
		IncludeDetails: ['PanelTitle', 'StepTitle', 'StepPhase', 'ResponsibleUser', 'CustomFields'],
	};
	return [CARDS, { PanelId, ...more }];
}

test('messages that are received and sent are read once for both, and only those that are wanted count', async () => {
	const lists = {
		[SESSIONS]: [{ id: 'one' }],
		[MESSAGES]: [
			{ id: 'in', direction: 'FROM_HUB', createdAt: at(1) },
			{ id: 'out', direction: 'TO_HUB', createdAt: at(2) },
		],
	};
	const [received, sent] = [
		['MESSAGE_RECEIVED', 'in'],
		['MESSAGE_SENT', 'out'],
	];
	const both = await found(lists, { events: ['MESSAGE_SENT', 'MESSAGE_RECEIVED'] });
	expect(both.events).toEqual([received, sent]);
	expect(both.asked).toHaveLength(2);
	expect((await found(lists, { events: ['MESSAGE_RECEIVED'] })).events).toEqual([received]);
	expect((await found(lists, { events: ['MESSAGE_SENT'] })).events).toEqual([sent]);
});

test('notes, and what was deleted, are no messages', async () => {
	const message = (id: string, more: IDataObject) => ({ id, createdAt: at(1), ...more });
	const lists = {
		[SESSIONS]: [{ id: 'one' }],
		[MESSAGES]: [
			message('said', { type: 'TEXT', status: 'SENT' }),
			message('note', { type: 'NOTE', status: 'SENT' }),
			message('deleted', { type: 'TEXT', status: 'DELETED' }),
		],
	};
	expect((await found(lists, { events: ['MESSAGE_SENT'] })).events).toEqual([
		['MESSAGE_SENT', 'said'],
	]);
});

test('the messages of many conversations are asked for two a second', async () => {
	const lists = { [SESSIONS]: [{ id: 'one' }, { id: 'two' }, { id: 'three' }] };
	const { asked, waits } = await found(lists, { events: ['MESSAGE_RECEIVED'] });
	expect(asked.slice(1).map(([, query]) => query)).toMatchObject([
		{ SessionId: 'one' },
		{ SessionId: 'two' },
		{ SessionId: 'three' },
	]);
	expect(waits).toEqual([500, 500, 500]);
});

test('events of several kinds come the oldest first', async () => {
	const lists = {
		[SESSIONS]: ({ 'EndAt.After': ended }: IDataObject) =>
			ended ? [{ id: 's', createdAt: at(1), endAt: at(9) }] : [{ id: 's', createdAt: at(1) }],
		[CONTACTS]: [
			{ id: 'late', createdAt: at(5) },
			{ id: 'early', createdAt: at(0) },
		],
		[PANELS]: [{ id: 'p' }],
		[CARDS]: [{ id: 'card', createdAt: at(3) }],
	};
	const { missed, events } = await found(lists, { events: READABLE as string[] });
	expect(events).toEqual([
		['CONTACT_NEW', 'early'],
		['SESSION_NEW', 's'],
		['PANEL_CARD_NEW', 'card'],
		['CONTACT_NEW', 'late'],
		['SESSION_COMPLETE', 's'],
	]);
	expect(missed.at(-1)).toMatchObject({
		at: Date.parse(at(9)),
		delivery: { date: at(9), subject: 'session', body: { caughtUp: true } },
	});
});

test('a contact has the names that it has in a delivery', async () => {
	const contact = {
		id: 'c',
		name: 'Júlia',
		createdAt: at(1),
		phoneNumber: '5511900000001',
		phoneNumberFormatted: '(11) 90000-0001',
		tagIds: ['t'],
		tagNames: ['VIP'],
		customFields: { cpf: '1' },
	};
	const { missed } = await found({ [CONTACTS]: [contact] }, { events: ['CONTACT_NEW'] });
	expect(missed[0]?.delivery.content).toEqual({
		id: 'c',
		name: 'Júlia',
		createdAt: at(1),
		phonenumber: '5511900000001',
		phonenumberFormatted: '(11) 90000-0001',
		tagsId: ['t'],
		tags: ['VIP'],
		customFieldValues: { cpf: '1' },
	});
});

test.each<[string, IDataObject, IDataObject]>([
	[
		'with all there is',
		{
			title: 'Venda',
			status: 'ARCHIVED',
			tagIds: ['t', 'u'],
			responsibleUser: { id: 'u', name: 'Ana' },
			customFields: { valor: 1 },
		},
		{
			title: 'Venda',
			archived: true,
			tags: [{ id: 't' }, { id: 'u' }],
			responsibleUserName: 'Ana',
			customFieldValues: { valor: 1 },
		},
	],
	[
		'with nothing but a status',
		{ status: 'OPEN' },
		{ archived: false, tags: [], responsibleUserName: null, customFieldValues: undefined },
	],
	[
		'with tags and a user that are none',
		{ status: 'WON', tagIds: 'none', responsibleUser: 'Ana' },
		{ archived: false, tags: [], responsibleUserName: null },
	],
])('a card %s has the names that it has in a delivery', async (_name, given, told) => {
	const lists = { [CARDS]: [{ id: 'k', createdAt: at(1), ...given }] };
	const { missed } = await found(lists, { events: ['PANEL_CARD_NEW'], panelId: 'p' });
	expect(missed[0]?.delivery.content).toEqual({ id: 'k', createdAt: at(1), ...told });
});
