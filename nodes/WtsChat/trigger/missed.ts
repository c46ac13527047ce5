import type { IDataObject } from 'n8n-workflow';
import { deliveryIn, type Delivery } from '../events/delivery';
import type { WebhookEvent } from '../events/names';
import { messagesIn, sessionsWrittenIn } from '../replies/answers';
import type { Api } from '../transport/api';
import { get } from '../transport/contract';
import { readList } from '../transport/pages';
import { isRecord } from '../transport/records';
import { SESSION_DETAILS } from './details';
import { momentOf } from '../values/moments';

/** What is looked for. */
export interface Search {
	events: readonly string[];
	/** From when on, in milliseconds. */
	since: number;
	/** The only panel whose cards count. */
	panelId?: string;
}

/** An event that was read from the API, and when it was, in milliseconds. */
export interface Missed {
	at: number;
	delivery: Delivery;
}

interface Kind {
	events: WebhookEvent[];
	/** The records that may have been part of an event since then, with the names that events have. */
	read(api: Api, search: Search): Promise<IDataObject[]>;
	/** Which event a record was part of, and when. */
	eventOf(record: IDataObject): WebhookEvent;
	momentOf(record: IDataObject): unknown;
}

const created = ({ createdAt }: IDataObject) => createdAt;
const after = ({ since }: Search) => new Date(since).toISOString();

/** Between the requests for the messages of many sessions, so that half of what the account may ask for is left. */
const PACE_MS = 500;

const kinds: Kind[] = [
	{
		events: ['MESSAGE_RECEIVED', 'MESSAGE_SENT'],
		read: messages,
		eventOf: ({ direction }) => (direction === 'FROM_HUB' ? 'MESSAGE_RECEIVED' : 'MESSAGE_SENT'),
		momentOf: created,
	},
	{
		events: ['SESSION_NEW'],
		read: async (api, search) => await sessions(api, { 'CreatedAt.After': after(search) }),
		eventOf: () => 'SESSION_NEW',
		momentOf: created,
	},
	{
		events: ['SESSION_COMPLETE'],
		read: async (api, search) =>
			await sessions(api, { 'EndAt.After': after(search), Status: ['COMPLETED'] }),
		eventOf: () => 'SESSION_COMPLETE',
		momentOf: ({ endAt }) => endAt,
	},
	{
		events: ['CONTACT_NEW'],
		read: contacts,
		eventOf: () => 'CONTACT_NEW',
		momentOf: created,
	},
	{
		events: ['PANEL_CARD_NEW'],
		read: cards,
		eventOf: () => 'PANEL_CARD_NEW',
		momentOf: created,
	},
];

/** The events that can be read from the API: of each it has a record with the moment, and an ID that tells it from others. */
export const READABLE: readonly string[] = kinds.flatMap(({ events }) => events);

/**
 * The events that have happened since then, the oldest first. What the API says of a record is what it
 * is now; of what was created and removed meanwhile it says nothing.
 *
 * @throws NodeApiError when the API refuses or cannot be reached, Error when a list cannot be read to its end
 */
export async function missedEvents(api: Api, search: Search): Promise<Missed[]> {
	const missed: Missed[] = [];
	for (const kind of kinds) {
		if (!kind.events.some((event) => search.events.includes(event))) continue;
		for (const record of await kind.read(api, search)) missed.push(...asMissed(kind, record));
	}
	return missed
		.filter(({ at, delivery }) => at >= search.since && search.events.includes(delivery.eventType))
		.sort((one, other) => one.at - other.at);
}

/** The record as an event; none when it does not say when it was. */
function asMissed(kind: Kind, content: IDataObject): Missed[] {
	const date = kind.momentOf(content);
	const at = momentOf(date);
	const delivery = deliveryIn({ eventType: kind.eventOf(content), date, content, caughtUp: true });
	return at === undefined || !delivery ? [] : [{ at, delivery }];
}

async function messages(api: Api, { since }: Search): Promise<IDataObject[]> {
	const found: IDataObject[] = [];
	for (const { id } of await sessionsWrittenIn(api, since)) {
		found.push(...(await messagesIn(api, String(id), since)));
		await api.wait(PACE_MS);
	}
	// WTS Chat tells nobody of internal notes, and keeps the place of what was deleted
	return found.filter(({ type, status }) => type !== 'NOTE' && status !== 'DELETED');
}

interface SessionQuery {
	'CreatedAt.After'?: string;
	'EndAt.After'?: string;
	Status?: ['COMPLETED'];
}

/** Source: GET /chat/v2/session */
async function sessions(api: Api, query: SessionQuery): Promise<IDataObject[]> {
	const details = { ...query, IncludeDetails: SESSION_DETAILS };
	return await readList(api, get('/chat/v2/session', { query: details }));
}

/** Source: GET /core/v1/contact */
async function contacts(api: Api, search: Search): Promise<IDataObject[]> {
	const request = get('/core/v1/contact', {
		query: { 'CreatedAt.After': after(search), IncludeDetails: ['Tags', 'CustomFields'] },
	});
	return (await readList(api, request)).map(
		({ phoneNumber, phoneNumberFormatted, tagIds, tagNames, customFields, ...contact }) => ({
			...contact,
			phonenumber: phoneNumber,
			phonenumberFormatted: phoneNumberFormatted,
			tagsId: tagIds,
			tags: tagNames,
			customFieldValues: customFields,
		}),
	);
}

/** Source: GET /crm/v2/panel/card, and GET /crm/v2/panel where no panel is chosen */
async function cards(api: Api, search: Search): Promise<IDataObject[]> {
	const panels = search.panelId
		? [{ id: search.panelId }]
		: await readList(api, get('/crm/v2/panel', {}));
	const found: IDataObject[] = [];
	for (const { id } of panels) {
		const request = get('/crm/v2/panel/card', {
			query: {
				PanelId: String(id),
				'CreatedAt.After': after(search),
				Statuses: ['OPEN', 'WON', 'LOST', 'ARCHIVED'],
				IncludeDetails: ['PanelTitle', 'StepTitle', 'StepPhase', 'ResponsibleUser', 'CustomFields'],
			},
		});
		found.push(...(await readList(api, request)));
	}
	return found.map(({ tagIds, customFields, responsibleUser, status, ...card }) => ({
		...card,
		archived: status === 'ARCHIVED',
		tags: Array.isArray(tagIds) ? tagIds.map((id) => ({ id })) : [],
		responsibleUserName: isRecord(responsibleUser) ? responsibleUser.name : null,
		customFieldValues: customFields,
	}));
}
