import type { IDataObject } from 'n8n-workflow';
import { eventNames, silenceNames } from '../../../nodes/WtsChat/events/names';
import { filtersOf } from '../../../nodes/WtsChat/trigger/filters';
import { ID, OTHER } from '../fields/support';
import { chosen, passes, type Form } from './chosen';

/** Whether the session of a message passes. */
function passesBySession(form: Form, session: IDataObject): boolean {
	return filtersOf(chosen(form)).ofSession.every((filter) => filter(session));
}

/** Each filter: an event that passes it, and others of its kind that do not. */
const FILTERS: Array<[string, Form, string, IDataObject, ...IDataObject[]]> = [
	[
		'messages by type',
		{ filters: { messageTypes: ['IMAGE', 'AUDIO'] } },
		'MESSAGE_RECEIVED',
		{ type: 'AUDIO' },
		{ type: 'TEXT' },
		{},
	],
	[
		'updates of messages to contacts',
		{ filters: { direction: 'TO_HUB' } },
		'MESSAGE_UPDATED',
		{ direction: 'TO_HUB' },
		{},
	],
	[
		'updates of messages of contacts',
		{ filters: { direction: 'FROM_HUB' } },
		'MESSAGE_UPDATED',
		{ direction: 'FROM_HUB' },
		{ direction: 'TO_HUB' },
	],
	[
		'messages that the API did not send',
		{ options: { ignoreApiMessages: true } },
		'MESSAGE_SENT',
		{ origin: 'DEFAULT' },
		{ origin: 'API' },
	],
	['cards by panel', { panelId: ID }, 'PANEL_CARD_UPDATE', { panelId: ID }, { panelId: OTHER }, {}],
	[
		'notes by panel',
		{ panelId: ID },
		'PANEL_CARD_NOTE_NEW',
		{ panelId: ID },
		{ panelId: OTHER },
		{},
	],
	[
		'cards by step',
		{ filters: { stepIds: [OTHER, ID] } },
		'PANEL_CARD_STEP_CHANGE',
		{ stepId: ID },
		{ stepId: 'x' },
		{},
	],
	[
		'cards by tag',
		{ filters: { cardTagIds: [ID] } },
		'PANEL_CARD_NEW',
		{ tags: [{ id: OTHER }, { id: ID }] },
		{ tags: [{ id: OTHER }, null] },
		{ tags: null },
		{},
	],
	[
		'cards by user',
		{ filters: { userIds: [ID] } },
		'PANEL_CARD_NEW',
		{ responsibleUserId: ID },
		{ responsibleUserId: OTHER },
		{ userId: ID },
	],
	[
		'notes by user',
		{ filters: { userIds: [ID] } },
		'PANEL_CARD_NOTE_UPDATE',
		{ userId: ID },
		{ userId: OTHER },
	],
	[
		'templates by channel',
		{ filters: { channelIds: [ID] } },
		'TEMPLATE_NEW',
		{ channelId: ID },
		{ channelId: OTHER },
	],
	[
		'sessions of nobody',
		{ filters: { onlyUnassigned: true } },
		'SESSION_NEW',
		{ userId: null },
		{ userId: ID },
		{ userId: OTHER, agentDetails: null },
	],
	[
		'contacts by tag',
		{ filters: { tagIds: [ID] } },
		'CONTACT_UPDATE',
		{ tagsId: [OTHER, ID] },
		{ tagsId: [OTHER] },
		{ tagsId: ID },
		{},
	],
	[
		'contacts by phone number',
		{ filters: { phoneNumbers: '+55 11 90000-0001' } },
		'CONTACT_NEW',
		{ phonenumber: '+55|11900000001' },
		{ phonenumber: '+55|11900000002' },
		{ id: '5511900000001' },
	],
];

/** What is looked for in a session, be it of an event or of a message. */
const OF_SESSION: typeof FILTERS = [
	[
		'by channel',
		{ filters: { channelIds: [ID] } },
		'SESSION_NEW',
		{ channelId: ID },
		{ channelId: OTHER },
		{},
	],
	[
		'by department',
		{ filters: { departmentIds: [ID] } },
		'SESSION_NEW',
		{ departmentId: ID },
		{ id: ID },
	],
	[
		'by user',
		{ filters: { userIds: [OTHER, ID] } },
		'SESSION_NEW',
		{ userId: ID },
		{ userId: null },
	],
	[
		'by tag of the contact',
		{ filters: { tagIds: [ID] } },
		'SESSION_NEW',
		{ contactDetails: { tagsId: [ID] } },
		{ contactDetails: { tagsId: [OTHER] } },
		{ contactDetails: {} },
		{ contactDetails: null },
		{ tagsId: [ID] },
	],
	[
		'by phone number or name of the contact',
		{ filters: { phoneNumbers: '@ana.souza, +351 912 345 678' } },
		'SESSION_NEW',
		{ contactDetails: { instagram: 'Ana.Souza' } },
		{ contactDetails: { instagram: 'ana', phonenumber: '+55|11900000001' } },
		{ contactDetails: null },
		{ instagram: 'ana.souza' },
	],
];

const ALL = [...FILTERS, ...OF_SESSION];

test.each(ALL)(
	'%s: what is meant passes, nothing else of its kind does',
	(_, form, type, ...all) => {
		expect(all.map((content) => passes(form, type, content))).toEqual(
			all.map((content) => content === all[0]),
		);
	},
);

test.each(OF_SESSION)('%s, of the session of a message', (_name, form, _type, ...all) => {
	expect(all.map((content) => passesBySession(form, content))).toEqual(
		all.map((content) => content === all[0]),
	);
	for (const content of all) expect(passes(form, 'MESSAGE_RECEIVED', content)).toBe(true);
});

test.each(ALL)('%s: what it has nothing to do with passes', (_name, form, _type, ...all) => {
	for (const type of ['PAYMENT_NEW', 'WALLET_NEW']) {
		for (const content of all) expect(passes(form, type, content)).toBe(true);
	}
});

test.each<Form>([
	{},
	{ filters: { departmentIds: [], phoneNumbers: ' ' } },
	{ filters: { messageTypes: ['TEXT'], textMatches: 'sair', onlyUnassigned: true } },
	{ filters: { stepIds: [ID], changedProperties: 'status' }, panelId: ID },
])('%j asks nothing of the session of a message', (form) => {
	expect(filtersOf(chosen(form)).ofSession).toEqual([]);
});

test.each(['MESSAGE_RECEIVED', 'MESSAGE_SENT'])(
	'the direction counts for updates alone, not for %s',
	(type) => {
		const form = { filters: { direction: 'FROM_HUB' } };
		expect(passes(form, type, { direction: 'TO_HUB' })).toBe(true);
	},
);

test('where nothing is chosen, all passes but internal notes', () => {
	const contents = [{}, { type: 'TEXT', origin: 'API', direction: 'TO_HUB', userId: ID, text: '' }];
	for (const type of [...eventNames, ...silenceNames, 'WALLET_NEW']) {
		for (const content of contents) expect(passes({}, type, content)).toBe(true);
	}
	expect(passes({}, 'MESSAGE_SENT', { type: 'NOTE' })).toBe(false);
	expect(passes({ filters: { messageTypes: ['NOTE'] } }, 'MESSAGE_SENT', { type: 'NOTE' })).toBe(
		true,
	);
	expect(passes({}, 'SESSION_UPDATE', { type: 'NOTE' })).toBe(true);
	expect(passesBySession({}, {})).toBe(true);
	const off = { options: { ignoreApiMessages: false }, filters: { onlyUnassigned: false } };
	expect(passes(off, 'MESSAGE_SENT', { origin: 'API' })).toBe(true);
	expect(passes(off, 'SESSION_NEW', { userId: ID })).toBe(true);
});

test('who has several filters gets what passes all of them', () => {
	const form = { filters: { stepIds: [ID], cardTagIds: [ID], userIds: [ID] }, panelId: ID };
	const right = { panelId: ID, stepId: ID, tags: [{ id: ID }], responsibleUserId: ID };
	expect(passes(form, 'PANEL_CARD_UPDATE', right)).toBe(true);
	for (const name of Object.keys(right)) {
		expect(passes(form, 'PANEL_CARD_UPDATE', { ...right, [name]: OTHER })).toBe(false);
	}
});
