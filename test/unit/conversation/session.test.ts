import { assigneeOf } from '../../../nodes/WtsChat/conversation/assignee';
import type { Session } from '../../../nodes/WtsChat/conversation/records';
import { windowOf, type Window } from '../../../nodes/WtsChat/conversation/window';
import { NOON } from './support';

const HOUR = 3_600_000;
const heard = (hoursAgo: number) => new Date(NOON - hoursAgo * HOUR).toISOString();

test.each<[string, Session, Window]>([
	[
		'open, until 24 hours after the contact wrote',
		{ windowStatus: 'ACTIVE', lastMessageIn: heard(2) },
		{ isOpen: true, closesAt: NOON + 22 * HOUR },
	],
	['open by the time alone', { lastMessageIn: heard(23) }, { isOpen: true, closesAt: NOON + HOUR }],
	['open, until an unknown time', { windowStatus: 'ACTIVE' }, { isOpen: true }],
	['closed', { windowStatus: 'EXPIRED', lastMessageIn: heard(25) }, { isOpen: false }],
	[
		'closed at the very end',
		{ windowStatus: 'EXPIRED', lastMessageIn: heard(24) },
		{ isOpen: false },
	],
	['closed, as the session says', { windowStatus: 'EXPIRED' }, { isOpen: false }],
	['closed by the time alone', { lastMessageIn: heard(25) }, { isOpen: false }],
	['not begun', { windowStatus: 'NOT_STARTED', lastMessageIn: null }, { isOpen: false }],
	['not known, where nothing tells', {}, {}],
	['not known, where the state is new', { windowStatus: 'AJAR' }, {}],
	[
		'told by the time, where the state is new',
		{ windowStatus: 'AJAR', lastMessageIn: heard(25) },
		{ isOpen: false },
	],
	['not known: open for too long', { windowStatus: 'ACTIVE', lastMessageIn: heard(25) }, {}],
	['not known: closed too soon', { windowStatus: 'EXPIRED', lastMessageIn: heard(2) }, {}],
	['not known: no date', { lastMessageIn: 'yesterday' }, {}],
	...['ZAPI_WHATSAPP', 'EVOLUTIONAPI_WHATSAPP', 'WEBCHAT'].map(
		(channelType): [string, Session, Window] => [
			`always open on ${channelType}`,
			{ channelType, windowStatus: 'ACTIVE', lastMessageIn: heard(25) },
			{ isOpen: true },
		],
	),
	[
		'bound to 24 hours on Instagram',
		{ channelType: 'INSTAGRAM', windowStatus: 'ACTIVE', lastMessageIn: heard(1) },
		{ isOpen: true, closesAt: NOON + 23 * HOUR },
	],
])('the window is %s', (_, session, window) => {
	expect(windowOf(session, NOON)).toEqual(window);
});

test.each<[string, Session, string | null | undefined]>([
	['somebody', { userId: 'ana' }, 'ana'],
	['nobody', { userId: null }, null],
	['nobody, in a blank', { userId: '' }, null],
	['nobody, in what is no ID', { userId: 7 }, null],
	['nobody, where an event leaves the user out', { agentDetails: null }, null],
	['not known', {}, undefined],
])('a session is assigned to %s', (_, session, assignee) => {
	expect(assigneeOf(session)).toBe(assignee);
});
