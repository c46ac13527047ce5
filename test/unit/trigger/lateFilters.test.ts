import type { IDataObject } from 'n8n-workflow';
import { silenceNames } from '../../../nodes/WtsChat/events/names';
import { lateFiltersOf, readSessions } from '../../../nodes/WtsChat/trigger/lateFilters';
import { ID, OTHER } from '../fields/support';
import { chosen, event, reading } from './chosen';

const SESSION = {
	id: 's1',
	contactId: 'c1',
	createdAt: '2026-11-30T11:00:00.1234567Z',
	previousSessionId: null,
	departmentId: ID,
};

/** The account is open on Mondays from 8 to 18 in Brazil. */
const OFFICE_HOURS = {
	limitHours: true,
	timezoneDiff: -3,
	days: [{ dayWeek: 'MONDAY', active: true, periods: [{ startTime: '08:00', endTime: '18:00' }] }],
};

interface Account {
	session?: unknown;
	/** The list of the contact's conversations. */
	sessions?: unknown;
	officeHours?: unknown;
}

/** Whether an event passes what is chosen, and what was read for it. */
async function tried(filters: IDataObject, told = message(), account: Account = {}) {
	const { session = SESSION, sessions = [SESSION], officeHours = OFFICE_HOURS } = account;
	const { read, requests } = reading(({ path }) => {
		if (path === '/core/v1/company/officehours') return officeHours;
		return path === '/chat/v2/session' ? { items: sessions } : session;
	});
	const passing: boolean[] = [];
	for (const filter of lateFiltersOf(chosen({ filters }))) passing.push(await filter(read, told));
	return { isPassing: !passing.includes(false), requests };
}

const message = (type = 'MESSAGE_RECEIVED') => event(type, { id: 'm1', sessionId: 's1' });
const session = (more: IDataObject = {}) => event('SESSION_NEW', { ...SESSION, ...more });

const SESSION_READ = {
	path: '/chat/v2/session/s1',
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
};
const EARLIER_READ = {
	path: '/chat/v2/session',
	query: { ContactId: 'c1', 'CreatedAt.Before': '2026-11-30T11:00:00.123Z', PageSize: 2 },
};

test('what an event itself tells is read from nowhere', async () => {
	const filters = { messageTypes: ['TEXT'], textMatches: 'sair', onlyUnassigned: true };
	expect(await tried(filters)).toEqual({ isPassing: true, requests: [] });
	expect(readSessions(chosen({ filters }))).toBe(false);
});

describe('whose conversation a message is in', () => {
	test.each(['MESSAGE_RECEIVED', 'MESSAGE_SENT', 'MESSAGE_UPDATED'])(
		'is read for %s',
		async (type) => {
			const inDepartment = await tried({ departmentIds: [ID] }, message(type));
			expect(inDepartment).toEqual({ isPassing: true, requests: [SESSION_READ] });
			const elsewhere = await tried({ departmentIds: [OTHER] }, message(type));
			expect(elsewhere).toEqual({ isPassing: false, requests: [SESSION_READ] });
		},
	);

	test('has to pass every filter', async () => {
		const filters = { departmentIds: [ID], channelIds: [ID] };
		const of = async (channelId: string) =>
			(await tried(filters, message(), { session: { ...SESSION, channelId } })).isPassing;
		expect([await of(ID), await of(OTHER)]).toEqual([true, false]);
	});

	test.each(['SESSION_NEW', 'CONTACT_NEW', 'PANEL_CARD_NEW', 'PAYMENT_NEW', 'WALLET_NEW'])(
		'is not read for %s',
		async (type) => {
			const told = event(type, { id: 'x', sessionId: 's1' });
			const { isPassing, requests } = await tried({ departmentIds: [OTHER] }, told);
			expect({ isPassing, requests }).toEqual({ isPassing: true, requests: [] });
		},
	);

	test('passes nothing where the API answers nothing', async () => {
		expect(await tried({ departmentIds: [ID] }, message(), { session: null })).toMatchObject({
			isPassing: false,
		});
	});
});

describe('the first conversation of a contact', () => {
	test.each<[string, Account, boolean]>([
		['is the only one', {}, true],
		['is listed with nothing', { sessions: [] }, true],
		['is listed with what is none', { sessions: [null, SESSION] }, true],
		['comes after another', { sessions: [SESSION, { id: 's0' }] }, false],
		['is not listed, but another', { sessions: [{ id: 's0' }] }, false],
	])('where it %s', async (_name, account, isFirst) => {
		const first = await tried({ firstConversation: 'first' }, message(), account);
		expect(first).toEqual({ isPassing: isFirst, requests: [SESSION_READ, EARLIER_READ] });
		const later = await tried({ firstConversation: 'later' }, message(), account);
		expect(later.isPassing).toBe(!isFirst);
	});

	test('an API without a list of them has none before', async () => {
		const { read } = reading(({ path }) => (path === '/chat/v2/session' ? {} : SESSION));
		const [isFirst] = lateFiltersOf(chosen({ filters: { firstConversation: 'first' } }));
		expect(await isFirst?.(read, message())).toBe(true);
	});

	test.each(['SESSION_NEW', 'SESSION_COMPLETE', ...silenceNames])(
		'is told by %s itself',
		async (type) => {
			const told = event(type, SESSION);
			expect(await tried({ firstConversation: 'first' }, told)).toEqual({
				isPassing: true,
				requests: [EARLIER_READ],
			});
		},
	);

	test('asks nothing where the conversation tells of one before', async () => {
		const told = session({ previousSessionId: 's0' });
		expect(await tried({ firstConversation: 'first' }, told)).toEqual({
			isPassing: false,
			requests: [],
		});
		expect(await tried({ firstConversation: 'later' }, told)).toMatchObject({ isPassing: true });
	});

	test.each(['CONTACT_NEW', 'PANEL_CARD_NEW', 'PAYMENT_NEW', 'WALLET_NEW'])(
		'has nothing to do with %s',
		async (type) => {
			for (const firstConversation of ['first', 'later']) {
				expect(await tried({ firstConversation }, event(type, { id: 'x' }))).toEqual({
					isPassing: true,
					requests: [],
				});
			}
		},
	);

	test.each<IDataObject>([{ contactId: null }, { contactId: '' }, { createdAt: 'ontem' }])(
		'cannot be told of %j',
		async (more) => {
			await expect(tried({ firstConversation: 'first' }, session(more))).rejects.toThrow(
				'WTS Chat does not tell whose conversation it is, or when it began.',
			);
		},
	);
});

describe('office hours', () => {
	const OPEN = '2026-11-30T18:00:00Z';
	const CLOSED = '2026-11-30T22:00:00Z';

	test.each([
		['inside', OPEN, true],
		['inside', CLOSED, false],
		['outside', OPEN, false],
		['outside', CLOSED, true],
	])('%s, of what happened %s: %s', async (officeHours, date, isPassing) => {
		for (const type of ['MESSAGE_SENT', 'PAYMENT_NEW', 'WALLET_NEW']) {
			expect(await tried({ officeHours }, event(type, {}, { date }))).toEqual({
				isPassing,
				requests: [{ path: '/core/v1/company/officehours' }],
			});
		}
	});

	test.each([
		[OPEN, true],
		[CLOSED, false],
	])('count now, at %s, where the event does not say when it was', async (now, isPassing) => {
		jest.useFakeTimers({ now: Date.parse(now) });
		const told = event('MESSAGE_SENT', {}, { date: null });
		const { isPassing: passed } = await tried({ officeHours: 'inside' }, told);
		jest.useRealTimers();
		expect(passed).toBe(isPassing);
	});

	test('that cannot be read are a reason to throw', async () => {
		await expect(
			tried({ officeHours: 'inside' }, message(), { officeHours: {} }),
		).rejects.toThrow();
	});
});

test.each<[IDataObject, boolean]>([
	[{}, false],
	[{ officeHours: 'inside', messageTypes: ['TEXT'] }, false],
	[{ firstConversation: 'first' }, true],
	[{ firstConversation: 'later' }, true],
	[{ userIds: [ID] }, true],
	[{ phoneNumbers: '@ana' }, true],
])('%j reads the conversations of messages: %s', (filters, expected) => {
	expect(readSessions(chosen({ filters }))).toBe(expected);
});
