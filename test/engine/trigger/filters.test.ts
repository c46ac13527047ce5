import type { IDataObject } from 'n8n-workflow';
import { departmentNamed, type EventName } from '../../../playground/sandbox';
import { sessionAt, useSandbox } from '../../support/account';
import { useTriggers, type TriggerStage } from '../../support/trigger';

const sandbox = useSandbox();
const trigger = useTriggers();

let workflows = 0;

/** A workflow of its own that listens to the events. */
async function listening(
	events: EventName[],
	filters: IDataObject,
	more: IDataObject = {},
): Promise<TriggerStage> {
	const id = `workflow ${++workflows}`;
	const stage = await trigger({
		parameters: { events, filters, ...more },
		account: sandbox(),
		workflow: { id },
		webhookId: id,
	});
	await stage.activate();
	return stage;
}

/** The IDs of the records that started the workflow. */
const started = ({ executions }: TriggerStage) => executions.map(({ json }) => json.id).sort();

/** Changes the account as people do in the web app, and waits until everybody knows. */
async function change(work: () => void): Promise<void> {
	work();
	sandbox().events.notice();
	await sandbox().events.settled();
}

/** Every session changes. */
async function touchAllSessions(): Promise<void> {
	await change(() => {
		for (const session of sandbox().account.sessions) session.unreadCount++;
	});
}

const sessionsWhere = (holds: (session: IDataObject) => boolean) =>
	sandbox()
		.account.sessions.filter((session) => holds(session as unknown as IDataObject))
		.map(({ id }) => id)
		.sort();

describe('sessions', () => {
	test('by department', async () => {
		const { id } = departmentNamed(sandbox().account, 'Financeiro');
		const stage = await listening(['SESSION_UPDATE'], { departmentIds: [id] });
		await touchAllSessions();
		expect(started(stage)).toEqual(sessionsWhere(({ departmentId }) => departmentId === id));
		expect(started(stage).length).toBeGreaterThan(0);
	});

	test('by user', async () => {
		const { userId } = sandbox().account.sessions.find((session) => session.userId !== null)!;
		const stage = await listening(['SESSION_UPDATE'], { userIds: [userId] });
		await touchAllSessions();
		expect(started(stage)).toEqual(sessionsWhere((session) => session.userId === userId));
	});

	test('by channel', async () => {
		const { channelId } = sessionAt(sandbox(), 0);
		const stage = await listening(['SESSION_UPDATE'], { channelIds: [channelId] });
		await touchAllSessions();
		expect(started(stage)).toEqual(sessionsWhere((session) => session.channelId === channelId));
		expect(started(stage).length).toBeLessThan(12);
	});

	test('by tag of the contact', async () => {
		const { account } = sandbox();
		const [tag] = account.tags;
		const stage = await listening(['SESSION_UPDATE'], { tagIds: [tag!.id] });
		await touchAllSessions();
		const tagged = account.contacts.filter(({ tagIds }) => tagIds.includes(tag!.id));
		expect(started(stage)).toEqual(
			sessionsWhere(({ contactId }) => tagged.some(({ id }) => id === contactId)),
		);
		expect(started(stage).length).toBeGreaterThan(0);
	});

	test.each([
		['as the API writes it', (digits: string) => `+${digits.slice(0, 2)}|${digits.slice(2)}`],
		['with blanks', (digits: string) => `+55 ${digits.slice(2, 4)} ${digits.slice(4)}`],
		['with the 0 of a call', (digits: string) => `(0${digits.slice(2, 4)}) ${digits.slice(4)}`],
		['as a sheet writes it', (digits: string) => `${digits}.0`],
		['without the country code', (digits: string) => digits.slice(2)],
		['without the ninth digit', (digits: string) => digits.slice(0, 4) + digits.slice(5)],
	])('by the phone number of the contact, %s', async (_name, written) => {
		const [contact] = sandbox().account.contacts;
		const digits = contact!.phoneNumber!.replace(/\D/g, '');
		const stage = await listening(['SESSION_UPDATE'], {
			phoneNumbers: `${written(digits)}, +55 11 90000-9999`,
		});
		await touchAllSessions();
		expect(started(stage)).toEqual(sessionsWhere(({ contactId }) => contactId === contact!.id));
	});

	test.each(['departmentId, status', 'Status,DepartmentId'])(
		'by what was changed: %s',
		async (changedProperties) => {
			const stage = await listening(['SESSION_UPDATE'], { changedProperties });
			await touchAllSessions();
			expect(started(stage)).toEqual([]);
			await change(() => {
				Object.assign(sessionAt(sandbox(), 0), { status: 'STARTED', number: '1' });
				sessionAt(sandbox(), 1).number = '2';
			});
			expect(started(stage)).toEqual([sessionAt(sandbox(), 0).id]);
		},
	);

	test('by what was changed, where the event does not tell', async () => {
		const stage = await listening(['SESSION_UPDATE'], { changedProperties: 'status' });
		sandbox().events.tell('SESSION_UPDATE', { id: 'untold' });
		sandbox().events.repeat({
			eventType: 'SESSION_UPDATE',
			date: new Date().toISOString(),
			content: { id: 'empty' },
			changeMetadata: { changes: [] } as never,
		});
		await sandbox().events.settled();
		expect(started(stage)).toEqual(['empty', 'untold']);
	});

	test('by any of several departments', async () => {
		const chosen = ['Financeiro', 'Suporte'].map(
			(name) => departmentNamed(sandbox().account, name).id,
		);
		const stage = await listening(['SESSION_UPDATE'], { departmentIds: chosen });
		await touchAllSessions();
		expect(started(stage)).toEqual(
			sessionsWhere(({ departmentId }) => chosen.includes(String(departmentId))),
		);
	});

	test('only those that pass all filters', async () => {
		const { departmentId, channelId } = sessionAt(sandbox(), 0);
		const other = sandbox().account.sessions.find((one) => one.channelId !== channelId)!;
		const filters = { departmentIds: [departmentId], channelIds: [channelId] };
		const passing = await listening(['SESSION_UPDATE'], filters);
		const elsewhere = await listening(['SESSION_UPDATE'], {
			...filters,
			channelIds: [other.channelId],
		});
		await touchAllSessions();
		const inDepartment = (channel: string) =>
			sessionsWhere(
				(session) => session.departmentId === departmentId && session.channelId === channel,
			);
		expect(started(passing)).toEqual(inDepartment(channelId));
		expect(started(passing).length).toBeGreaterThan(0);
		expect(started(elsewhere)).toEqual(inDepartment(other.channelId));
	});
});

describe('messages', () => {
	const FINANCE = 'Financeiro';

	test('by the department, user, channel, tag and number of their session', async () => {
		const { account } = sandbox();
		const session = sandbox().account.sessions.find(
			({ userId, status }) => userId !== null && status !== 'COMPLETED',
		)!;
		const contact = account.contacts.find(({ id }) => id === session.contactId)!;
		const right = {
			departmentIds: [session.departmentId],
			userIds: [session.userId],
			channelIds: [session.channelId],
			tagIds: contact.tagIds,
			phoneNumbers: contact.phoneNumber,
		};
		const wrong = {
			departmentIds: [account.departments.find(({ id }) => id !== session.departmentId)!.id],
			userIds: [account.agents.find(({ userId }) => userId !== session.userId)!.userId],
			channelIds: [account.channels.find(({ id }) => id !== session.channelId)!.id],
			tagIds: [account.tags.find(({ id }) => !contact.tagIds.includes(id))!.id],
			phoneNumbers: '+55 11 98888-7777',
		};
		const passing = await listening(['MESSAGE_SENT'], right);
		const others = await Promise.all(
			Object.entries(wrong).map(
				async ([name, value]) => await listening(['MESSAGE_SENT'], { ...right, [name]: value }),
			),
		);
		const { id } = sandbox().writeAsUser(session.id, session.userId!, 'Olá');
		await sandbox().events.settled();
		expect(started(passing)).toEqual([id]);
		expect(others.map(started)).toEqual([[], [], [], [], []]);
	});

	test('read their session once, and only where a filter or the contact asks for it', async () => {
		const { id } = departmentNamed(sandbox().account, FINANCE);
		const reads = () => sandbox().requests.filter(({ path }) => path.includes('/session/')).length;
		const options = { readContact: false };
		await listening(['MESSAGE_RECEIVED'], { messageTypes: ['TEXT'] }, { options });
		sandbox().writeAsContact('5511900000001', { text: 'Oi' });
		await sandbox().events.settled();
		expect(reads()).toBe(0);

		await listening(['MESSAGE_RECEIVED'], { departmentIds: [id], phoneNumbers: '5511900000001' });
		sandbox().writeAsContact('5511900000001', { text: 'Oi de novo' });
		await sandbox().events.settled();
		expect(reads()).toBe(1);
	});

	test('pass when their session cannot be read', async () => {
		const stage = await listening(['MESSAGE_RECEIVED'], {
			departmentIds: [departmentNamed(sandbox().account, FINANCE).id],
		});
		sandbox().faults.rules = [{ fault: '500 with a key', rate: 1, on: /session/ }];
		const { id } = sandbox().writeAsContact('5511900000001', { text: 'Oi' });
		await sandbox().events.settled();
		expect(started(stage)).toEqual([id]);
	});

	test('by type', async () => {
		const stage = await listening(['MESSAGE_RECEIVED'], { messageTypes: ['IMAGE', 'DOCUMENT'] });
		sandbox().writeAsContact('5511900000001', { text: 'Oi' });
		const { id } = sandbox().writeAsContact('5511900000001', {
			file: { name: 'foto.png', mimeType: 'image/png', content: Buffer.from('png') },
		});
		await sandbox().events.settled();
		expect(started(stage)).toEqual([id]);
	});

	test('internal notes do not pass unless they are asked for', async () => {
		const plain = await listening(['MESSAGE_SENT'], {});
		const notes = await listening(['MESSAGE_SENT'], { messageTypes: ['NOTE'] });
		sandbox().events.tell('MESSAGE_SENT', { id: 'n1', type: 'NOTE', text: 'Só para a equipe' });
		await sandbox().events.settled();
		expect([started(plain), started(notes)]).toEqual([[], ['n1']]);
	});

	test.each([
		['word', ['quero SAIR', 'Não quero mais']],
		['part', ['quero SAIR', 'sairei', 'Não quero mais']],
		['all', ['Não quero mais']],
		[undefined, ['quero SAIR', 'Não quero mais']],
	])('by what they say, before n8n stores anything: %s', async (textMatchesAs, passing) => {
		const stage = await listening(['MESSAGE_RECEIVED', 'SESSION_UPDATE'], {
			textMatches: 'sair, nao quero mais',
			textMatchesAs,
		});
		for (const text of ['quero SAIR', 'sairei', 'Não quero mais', 'Oi', null, 5]) {
			sandbox().events.tell('MESSAGE_RECEIVED', { id: `${text}`, text });
		}
		await sandbox().events.settled();
		expect(started(stage)).toEqual([...passing].sort());
		expect(stage.stored).toHaveLength(passing.length);
	});

	test.each([
		['FROM_HUB', ['in', 'sent']],
		['TO_HUB', ['out', 'sent']],
		[undefined, ['in', 'out', 'sent']],
	])('by direction, for updates alone: %s', async (direction, passing) => {
		const stage = await listening(['MESSAGE_UPDATED', 'MESSAGE_SENT'], { direction });
		sandbox().events.tell('MESSAGE_UPDATED', { id: 'in', direction: 'FROM_HUB' });
		sandbox().events.tell('MESSAGE_UPDATED', { id: 'out', direction: 'TO_HUB' });
		sandbox().events.tell('MESSAGE_SENT', { id: 'sent', direction: 'TO_HUB' });
		await sandbox().events.settled();
		expect(started(stage)).toEqual(passing);
	});

	test.each([
		[{ ignoreApiMessages: true }, ['person']],
		[{ ignoreApiMessages: false }, ['api', 'person']],
		[{}, ['api', 'person']],
	])('those of the API can be passed over: %j', async (options, passing) => {
		const stage = await listening(['MESSAGE_SENT'], {}, { options });
		sandbox().events.tell('MESSAGE_SENT', { id: 'api', origin: 'API' });
		sandbox().events.tell('MESSAGE_SENT', { id: 'person', origin: 'DEFAULT' });
		await sandbox().events.settled();
		expect(started(stage)).toEqual(passing);
	});
});

describe('first conversations', () => {
	const ANEW = '5511977770000';

	/** The executions of who wants first conversations, and of who wants the others. */
	async function both(...events: EventName[]): Promise<() => number[]> {
		const first = await listening(events, { firstConversation: 'first' });
		const later = await listening(events, { firstConversation: 'later' });
		return () => [first, later].map(({ executions }) => executions.length);
	}

	test('a message is in the first one of its contact until that is over and another one begins', async () => {
		const counts = await both('MESSAGE_RECEIVED');
		sandbox().writeAsContact(ANEW, { text: 'Oi' });
		sandbox().writeAsContact(ANEW, { text: 'Tudo bem?' });
		await sandbox().events.settled();
		expect(counts()).toEqual([2, 0]);

		const session = sandbox().account.sessions.at(-1)!;
		session.status = 'COMPLETED';
		session.createdAt = '2026-01-01T00:00:00Z';
		sandbox().writeAsContact(ANEW, { text: 'Voltei' });
		await sandbox().events.settled();
		expect(counts()).toEqual([2, 1]);
	});

	test('a session tells by itself that it follows another one', async () => {
		const counts = await both('SESSION_NEW');
		const session = { id: 's1', contactId: 'nobody', createdAt: '2026-09-10T13:02:11.120417Z' };
		sandbox().events.tell('SESSION_NEW', { ...session, previousSessionId: 's0' });
		await sandbox().events.settled();
		expect(counts()).toEqual([0, 1]);
		expect(sandbox().requests.filter(({ path }) => path.includes('/session'))).toEqual([]);
	});

	test('an event that does not tell whose conversation it is passes', async () => {
		const counts = await both('SESSION_NEW');
		sandbox().events.tell('SESSION_NEW', { id: 's1', contactId: null });
		await sandbox().events.settled();
		expect(counts()).toEqual([1, 1]);
	});
});

test.each<[string, string, number[]]>([
	['on a workday', '2026-09-10T13:02:11Z', [1, 0]],
	['on a Sunday', '2026-09-13T13:02:11Z', [0, 1]],
])('office hours count at the moment of the event: %s', async (_name, date, counts) => {
	const inside = await listening(['PAYMENT_NEW'], { officeHours: 'inside' });
	const outside = await listening(['PAYMENT_NEW'], { officeHours: 'outside' });
	sandbox().events.repeat({
		eventType: 'PAYMENT_NEW',
		date,
		content: { id: date },
		changeMetadata: null,
	});
	await sandbox().events.settled();
	expect([inside, outside].map(({ executions }) => executions.length)).toEqual(counts);
});

describe('contacts', () => {
	test('by tag and by phone number', async () => {
		const { contacts, tags } = sandbox().account;
		const [contact] = contacts;
		const tagged = await listening(['CONTACT_UPDATE'], { tagIds: [tags[0]!.id] });
		const called = await listening(['CONTACT_UPDATE'], { phoneNumbers: contact!.phoneNumber });
		await change(() => {
			for (const each of contacts) each.annotation = 'Visto.';
		});
		expect(started(tagged)).toEqual(
			contacts
				.filter(({ tagIds }) => tagIds.includes(tags[0]!.id))
				.map(({ id }) => id)
				.sort(),
		);
		expect(started(called)).toEqual([contact!.id]);
	});

	test.each(['@Padaria.Estrela', 'padaria.estrela'])(
		'by name on Instagram: %s',
		async (written) => {
			const { contacts } = sandbox().account;
			contacts[1]!.instagram = '@padaria.estrela';
			contacts[2]!.instagram = '@padaria';
			const stage = await listening(['CONTACT_UPDATE'], { phoneNumbers: written });
			await change(() => {
				for (const each of contacts) each.annotation = 'Visto.';
			});
			expect(started(stage)).toEqual([contacts[1]!.id]);
		},
	);
});

describe('cards and their notes', () => {
	const touchAllCards = async () =>
		await change(() => {
			for (const card of sandbox().account.cards) card.monetaryAmount = 1;
			for (const note of sandbox().account.cardNotes) note.text = 'Visto.';
		});
	const cards = () => sandbox().account.cards;
	const idsOf = (records: Array<{ id: string }>) => records.map(({ id }) => id).sort();

	test('by panel', async () => {
		const { panelId } = cards()[0]!;
		const stage = await listening(
			['PANEL_CARD_UPDATE', 'PANEL_CARD_NOTE_UPDATE'],
			{},
			{ panelId: { __rl: true, mode: 'list', value: panelId } },
		);
		await touchAllCards();
		const own = cards().filter((card) => card.panelId === panelId);
		const notes = sandbox().account.cardNotes.filter(({ cardId }) =>
			own.some(({ id }) => id === cardId),
		);
		expect(started(stage)).toEqual(idsOf([...own, ...(notes as Array<{ id: string }>)]));
		expect(own.length).toBeLessThan(cards().length);
	});

	test('by step, by card tag and by user', async () => {
		const [first] = cards();
		const { tags } = sandbox().account.panels.find(({ id }) => id === first!.panelId)!;
		first!.tagIds = tags.slice(0, 2).map(({ id }) => id);
		const { stepId } = first!;
		const tagId = first!.tagIds[1]!;
		const userId = cards().find(({ responsibleUserId }) => responsibleUserId)!.responsibleUserId!;
		const inStep = await listening(['PANEL_CARD_UPDATE'], { stepIds: [stepId] });
		const tagged = await listening(['PANEL_CARD_UPDATE'], { cardTagIds: [tagId] });
		const owned = await listening(['PANEL_CARD_UPDATE'], { userIds: [userId] });
		await touchAllCards();
		expect(started(inStep)).toEqual(idsOf(cards().filter((card) => card.stepId === stepId)));
		expect(started(tagged)).toEqual(idsOf(cards().filter((card) => card.tagIds.includes(tagId))));
		expect(started(owned)).toEqual(
			idsOf(cards().filter((card) => card.responsibleUserId === userId)),
		);
	});

	test('notes by the user who wrote them', async () => {
		const [one, other] = sandbox().account.agents.map(({ userId }) => userId);
		const stage = await listening(['PANEL_CARD_NOTE_NEW'], { userIds: [one] });
		sandbox().events.tell('PANEL_CARD_NOTE_NEW', { id: 'own', userId: one });
		sandbox().events.tell('PANEL_CARD_NOTE_NEW', { id: 'foreign', userId: other });
		await sandbox().events.settled();
		expect(started(stage)).toEqual(['own']);
	});
});

test('a filter does not hold up the events that it has nothing to do with', async () => {
	const stage = await listening(['SESSION_UPDATE', 'PANEL_CARD_UPDATE', 'CONTACT_UPDATE'], {
		departmentIds: ['00000000-0000-4000-8000-000000000001'],
	});
	await change(() => {
		sandbox().account.cards[0]!.title = 'Plano mensal';
		sandbox().account.contacts[0]!.annotation = 'Visto.';
		sessionAt(sandbox(), 0).unreadCount++;
	});
	expect(stage.executions.map(({ json }) => json.eventType).sort()).toEqual([
		'CONTACT_UPDATE',
		'PANEL_CARD_UPDATE',
	]);
});

test('templates by channel', async () => {
	const { templates, channels } = sandbox().account;
	const [template, other] = templates;
	other!.channelId = channels.find(({ id }) => id !== template!.channelId)!.id;
	const stage = await listening(['TEMPLATE_UPDATE'], { channelIds: [template!.channelId] });
	await change(() => {
		for (const each of templates) each.text = 'Mudou.';
	});
	expect(started(stage)).toEqual(
		templates
			.filter(({ channelId }) => channelId === template!.channelId)
			.map(({ id }) => id)
			.sort(),
	);
});

test('an event in the shape of another edition of the platform does no harm', async () => {
	const stage = await listening(['SESSION_UPDATE', 'MESSAGE_RECEIVED'], {
		tagIds: [sandbox().account.tags[0]!.id],
		changedProperties: 'status',
	});
	sandbox().events.tell('SESSION_UPDATE', { id: 's1', contactDetails: 'n/a' });
	sandbox().events.repeat({
		eventType: 'SESSION_UPDATE',
		date: '',
		content: { id: 's2', contactDetails: { tagsId: [sandbox().account.tags[0]!.id] } },
		changeMetadata: { changes: { Status: { previousValue: 'A', currentValue: 'B' } } },
	});
	await sandbox().events.settled();
	expect(started(stage)).toEqual(['s2']);
	expect(stage.answers).toEqual([200, 200]);
});
