import type { IDataObject } from 'n8n-workflow';
import { detailsOf, readWholeSession } from '../../../nodes/WtsChat/trigger/details';
import { event, reading } from './chosen';

const SESSION_DETAILS = [
	'AgentDetails',
	'ChannelDetails',
	'ChannelTypeDetails',
	'ClassificationDetails',
	'ContactDetails',
	'DepartmentsDetails',
];
const CARD_DETAILS = [
	'PanelTitle',
	'StepTitle',
	'StepPhase',
	'ResponsibleUser',
	'Contacts',
	'CustomFields',
	'LostReason',
];

const SESSION = { path: '/chat/v2/session/s%201', query: { includeDetails: SESSION_DETAILS } };
const MESSAGE = { path: '/chat/v1/message/m%201' };
const CONTACT = {
	path: '/core/v1/contact/c%201',
	query: { IncludeDetails: ['Tags', 'CustomFields', 'Portfolios'] },
};
const CARD = { path: '/crm/v2/panel/card/k%201', query: { IncludeDetails: CARD_DETAILS } };

const message = { id: 'm 1', sessionId: 's 1' };
const note = { id: 'n 1', cardId: 'k 1' };

test.each<[string, IDataObject, object[], IDataObject]>([
	['SESSION_NEW', { id: 's 1' }, [SESSION], { record: SESSION }],
	['SESSION_COMPLETE', { id: 's 1' }, [SESSION], { record: SESSION }],
	['MESSAGE_RECEIVED', message, [MESSAGE, SESSION], { record: MESSAGE, session: SESSION }],
	['CONTACT_UPDATE', { id: 'c 1' }, [CONTACT], { record: CONTACT }],
	['PANEL_CARD_NEW', { id: 'k 1' }, [CARD], { record: CARD }],
	['PANEL_CARD_NOTE_NEW', note, [CARD], { record: CARD }],
	['TEMPLATE_NEW', { id: 't 1' }, [], {}],
	['PAYMENT_NEW', { id: 'p 1' }, [], {}],
	['NEWER_EVENT', { id: 'x 1' }, [], {}],
])(
	'of %s the record is read, and of a message its session',
	async (name, content, asked, found) => {
		const { read, requests } = reading((request) => request);
		expect(await detailsOf(read, event(name, content))).toEqual(found);
		expect(requests).toEqual(asked);
	},
);

test('where the API has nothing, the record is empty', async () => {
	const { read } = reading(() => undefined);
	expect(await detailsOf(read, event('CONTACT_NEW', { id: 'c' }))).toEqual({ record: {} });
});

const refused = (path: string) =>
	reading((asked) => {
		if (asked.path.startsWith(path)) throw new Error('It is refused');
		return {};
	});

test.each<[string, string, IDataObject]>([
	['SESSION_NEW', '/chat/v2/session', {}],
	['MESSAGE_SENT', '/chat/v1/message', { session: null }],
	['MESSAGE_SENT', '/chat/v2/session', { session: null }],
	['CONTACT_NEW', '/core/v1/contact', {}],
	['PANEL_CARD_NEW', '/crm/v2/panel', {}],
	['PANEL_CARD_NOTE_NEW', '/crm/v2/panel', {}],
])('where %s cannot be read at %s, the event says why', async (name, path, more) => {
	const { read } = refused(path);
	const details = await detailsOf(read, event(name, { id: '1', sessionId: '2', cardId: '3' }));
	expect(details).toEqual({ ...more, recordError: 'It is refused' });
});

test('the whole session is a copy, with everybody who has to do with it', async () => {
	const session = { id: 's 1', metadata: {} };
	const { read, requests } = reading(() => session);
	const whole = await readWholeSession(read, 's 1');
	expect(whole).toEqual(session);
	expect(whole).not.toBe(session);
	expect(requests).toEqual([SESSION]);
});

test.each([null, undefined, [], {}, { id: '' }, { id: null }])(
	'%j is no session that says whose it is',
	async (answer) => {
		const { read } = reading(() => answer);
		await expect(readWholeSession(read, 's')).rejects.toThrow(
			/^WTS Chat gave no answer that can be read$/,
		);
	},
);
