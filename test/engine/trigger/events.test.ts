import type { IDataObject } from 'n8n-workflow';
import {
	agentNamed,
	contactNamed,
	departmentNamed,
	type EventName,
} from '../../../playground/sandbox';
import { run } from '../../support/engine';
import { sessionAt, useSandbox } from '../../support/account';
import { useTriggers, type TriggerStage } from '../../support/trigger';

const sandbox = useSandbox();
const trigger = useTriggers();

async function listening(...events: EventName[]): Promise<TriggerStage> {
	const stage = await trigger({
		parameters: { events, filters: {}, options: {} },
		account: sandbox(),
	});
	await stage.activate();
	return stage;
}

/** Does something through the node, as a workflow would. */
async function act(parameters: IDataObject): Promise<void> {
	const { error } = await run({ parameters, account: sandbox() });
	if (error) throw new Error(error.message);
	await sandbox().events.settled();
}

const byId = (value: unknown) => ({ __rl: true, mode: 'id', value });

test('a contact that writes: Message Received, with the message on top', async () => {
	const stage = await listening('MESSAGE_RECEIVED');
	const { id, sessionId } = sandbox().writeAsContact('5511900000001', { text: 'Bom dia!' });
	await sandbox().events.settled();
	expect(stage.executions).toEqual([
		{
			json: expect.objectContaining({
				eventType: 'MESSAGE_RECEIVED',
				date: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
				id,
				sessionId,
				text: 'Bom dia!',
				direction: 'FROM_HUB',
				details: expect.objectContaining({ from: '+5511900000001' }),
			}),
			binary: undefined,
		},
	]);
});

describe('every event starts the workflow with its record', () => {
	const session = () => sessionAt(sandbox(), 0);
	const card = () => sandbox().account.cards[0]!;
	const template = () => sandbox().account.templates[0]!;
	const contactId = () => contactNamed(sandbox().account, sandbox().account.contacts[0]!.name!).id;

	const causes: Record<EventName, () => Promise<string | undefined>> = {
		SESSION_NEW: async () => {
			sandbox().writeAsContact('5511977770000', { text: 'Oi' });
			await sandbox().events.settled();
			return sandbox().account.sessions.at(-1)?.id;
		},
		SESSION_UPDATE: async () => {
			await act({
				resource: 'session',
				operation: 'transfer',
				sessionId: byId(session().id),
				departmentId: departmentNamed(sandbox().account, 'Financeiro').id,
			});
			return session().id;
		},
		SESSION_COMPLETE: async () => {
			await act({ resource: 'session', operation: 'complete', sessionId: byId(session().id) });
			return session().id;
		},
		MESSAGE_RECEIVED: async () => {
			const { id } = sandbox().writeAsContact('5511900000001', { text: 'Oi' });
			await sandbox().events.settled();
			return id;
		},
		MESSAGE_SENT: async () => {
			await act({
				resource: 'message',
				operation: 'sendText',
				sendTo: 'session',
				sessionId: byId(session().id),
				text: 'Olá',
			});
			return sandbox().account.messages.at(-1)?.id;
		},
		MESSAGE_UPDATED: async () => {
			const { id } = sandbox().writeAsUser(
				session().id,
				agentNamed(sandbox().account, 'Antônio Leitão').userId!,
				'Olá',
			);
			await act({ resource: 'message', operation: 'getStatus', messageId: id });
			return id;
		},
		CONTACT_NEW: async () => {
			await act({
				resource: 'contact',
				operation: 'create',
				name: 'Cliente Novo',
				phoneNumber: '+55 11 97777-0001',
			});
			return sandbox().account.contacts.at(-1)?.id;
		},
		CONTACT_UPDATE: async () => {
			await act({
				resource: 'contact',
				operation: 'update',
				contactId: byId(contactId()),
				updateFields: { email: 'novo@example.com' },
			});
			return contactId();
		},
		CONTACT_TAG_UPDATE: async () => {
			await act({
				resource: 'contact',
				operation: 'updateTags',
				contactId: byId(contactId()),
				tagOperation: 'ReplaceAll',
				tagIds: [sandbox().account.tags.at(-1)!.id],
			});
			return contactId();
		},
		PAYMENT_NEW: async () => {
			sandbox().events.tell('PAYMENT_NEW', { id: 'p1' });
			await sandbox().events.settled();
			return 'p1';
		},
		PAYMENT_UPDATE: async () => {
			sandbox().events.tell('PAYMENT_UPDATE', { id: 'p1' });
			await sandbox().events.settled();
			return 'p1';
		},
		PANEL_CARD_NEW: async () => {
			await act({
				resource: 'card',
				operation: 'create',
				stepId: card().stepId,
				title: 'Plano anual',
			});
			return sandbox().account.cards.at(-1)?.id;
		},
		PANEL_CARD_UPDATE: async () => {
			await act({
				resource: 'card',
				operation: 'update',
				cardId: byId(card().id),
				updateFields: { title: 'Plano mensal' },
			});
			return card().id;
		},
		PANEL_CARD_STEP_CHANGE: async () => {
			const panel = sandbox().account.panels.find(({ id }) => id === card().panelId)!;
			const step = panel.steps.find(({ id }) => id !== card().stepId)!;
			await act({
				resource: 'card',
				operation: 'moveToStep',
				cardId: byId(card().id),
				stepId: step.id,
			});
			return card().id;
		},
		PANEL_CARD_NOTE_NEW: async () => {
			await act({
				resource: 'cardNote',
				operation: 'create',
				cardId: byId(card().id),
				text: 'Pediu retorno.',
			});
			return sandbox().account.cardNotes.at(-1)?.id;
		},
		PANEL_CARD_NOTE_UPDATE: async () => {
			const note = sandbox().account.cardNotes[0]!;
			note.text = 'Pediu retorno na sexta.';
			sandbox().events.notice();
			await sandbox().events.settled();
			return note.id;
		},
		TEMPLATE_NEW: async () => {
			sandbox().account.templates.push({ ...template(), id: 'new', name: 'aviso' });
			sandbox().events.notice();
			await sandbox().events.settled();
			return 'new';
		},
		TEMPLATE_UPDATE: async () => {
			template().status = 'Disapproved';
			sandbox().events.notice();
			await sandbox().events.settled();
			return template().id;
		},
	};

	test.each(Object.keys(causes) as EventName[])('%s', async (event) => {
		const stage = await listening(event);
		const id = await causes[event]();
		expect(stage.executions.map(({ json }) => [json.eventType, json.id])).toEqual([[event, id]]);
		expect(id).toBeDefined();
	});
});

test('an event that is newer than the node starts the workflow as well', async () => {
	const subscribed = await listening('SESSION_NEW');
	const { pathname, search } = new URL(sandbox().account.subscriptions.at(-1)!.url!);
	// the sandbox would not take a subscription to an event that it does not know
	const stage = await trigger({
		parameters: { events: ['SESSION_NEW', 'SESSION_FROZEN'] },
		account: sandbox(),
		workflow: { staticData: subscribed.staticData },
	});
	const body = { eventType: 'SESSION_FROZEN', date: '2026-09-10T13:02:11Z', content: { id: 's1' } };
	await stage.post(pathname + search, JSON.stringify(body));
	expect(stage.executions.map(({ json }) => json.eventType)).toEqual(['SESSION_FROZEN']);
});

test('with Simplify off, the event comes as WTS Chat sends it', async () => {
	const stage = await trigger({
		parameters: { events: ['SESSION_UPDATE'], simplify: false },
		account: sandbox(),
	});
	await stage.activate();
	const { id } = sessionAt(sandbox(), 0);
	await act({
		resource: 'session',
		operation: 'update',
		sessionId: byId(id),
		updateFields: { status: 'STARTED' },
	});
	expect(stage.executions[0]?.json).toEqual({
		eventType: 'SESSION_UPDATE',
		date: expect.any(String),
		content: expect.objectContaining({ id, status: 'STARTED' }),
		changeMetadata: expect.objectContaining({
			changes: [{ property: 'Status', previousValue: 'PENDING', currentValue: 'STARTED' }],
		}),
	});
});

test('simplified, an event still says what was changed', async () => {
	const stage = await listening('SESSION_UPDATE');
	sessionAt(sandbox(), 0).status = 'STARTED';
	sandbox().events.notice();
	await sandbox().events.settled();
	expect(stage.executions[0]?.json).toMatchObject({
		status: 'STARTED',
		changeMetadata: {
			changes: [{ property: 'Status', previousValue: 'PENDING', currentValue: 'STARTED' }],
		},
	});
});

test('an event without a date or changes starts the workflow as well', async () => {
	const stage = await listening('SESSION_NEW');
	const { pathname, search } = new URL(sandbox().account.subscriptions.at(-1)!.url!);
	const body = { eventType: 'SESSION_NEW', content: { id: 's1' } };
	const { status } = await stage.post(pathname + search, JSON.stringify(body));
	expect(status).toBe(200);
	expect(stage.executions.map(({ json }) => json.id)).toEqual(['s1']);
});

describe('Include Details', () => {
	const detailed = async (event: EventName) => {
		const stage = await trigger({
			parameters: { events: [event], options: { includeDetails: true } },
			account: sandbox(),
		});
		await stage.activate();
		return stage;
	};

	test('brings a message with its session, contact and department', async () => {
		const stage = await detailed('MESSAGE_RECEIVED');
		const { id, sessionId } = sandbox().writeAsContact('5511900000001', { text: 'Oi' });
		await sandbox().events.settled();
		expect(stage.executions[0]?.json).toMatchObject({
			id,
			record: { id, text: 'Oi' },
			session: {
				id: sessionId,
				contactDetails: { phonenumber: '+55|11900000001' },
				departmentDetails: { name: expect.any(String) },
			},
		});
	});

	test.each([
		'CONTACT_UPDATE',
		'PANEL_CARD_UPDATE',
		'SESSION_UPDATE',
		'PANEL_CARD_NOTE_UPDATE',
	] as const)('brings the record of %s as the API has it', async (event) => {
		const stage = await detailed(event);
		const { contacts, cards, sessions, cardNotes } = sandbox().account;
		contacts[0]!.email = 'novo@example.com';
		cards[0]!.title = 'Plano mensal';
		sessions[0]!.status = 'STARTED';
		cardNotes[0]!.text = 'Mudou.';
		sandbox().events.notice();
		await sandbox().events.settled();
		const wanted = {
			CONTACT_UPDATE: { id: contacts[0]!.id, phoneNumber: contacts[0]!.phoneNumber },
			PANEL_CARD_UPDATE: { id: cards[0]!.id, status: 'OPEN' },
			SESSION_UPDATE: { id: sessions[0]!.id, type: 'INDIVIDUAL' },
			PANEL_CARD_NOTE_UPDATE: { id: cardNotes[0]!.cardId },
		};
		expect(stage.executions[0]?.json.record).toMatchObject(wanted[event]);
	});

	test.each<[EventName, string, string[]]>([
		[
			'SESSION_UPDATE',
			'everybody who has to do with the session',
			[
				'agentDetails',
				'channelDetails',
				'channelType',
				'classification',
				'contactDetails',
				'departmentDetails',
			],
		],
		[
			'CONTACT_UPDATE',
			'the tags, custom fields and portfolios of the contact',
			['tagNames', 'customFields', 'portfolioNames'],
		],
		[
			'PANEL_CARD_UPDATE',
			'the names of all that the card is about',
			[
				'panelTitle',
				'stepTitle',
				'stepPhase',
				'responsibleUser',
				'contacts',
				'customFields',
				'lostReason',
			],
		],
	])('with %s comes %s', async (event, _name, parts) => {
		const stage = await detailed(event);
		const { agents, cards, contacts, panels, sessions } = sandbox().account;
		const [user] = agents;
		const { lostReasons } = panels.find(({ id }) => id === cards[0]!.panelId)!;
		contacts[0]!.email = 'novo@example.com';
		Object.assign(cards[0]!, {
			responsibleUserId: user!.userId,
			status: 'LOST',
			lostReasonId: lostReasons[0]!.id,
		});
		Object.assign(sessions[0]!, {
			userId: user!.userId,
			classification: { category: 'WON', categoryDescription: 'Venda', amount: 1 },
		});
		sandbox().events.notice();
		await sandbox().events.settled();
		const { record } = stage.executions[0]!.json as { record: IDataObject };
		expect(parts.filter((part) => (record[part] ?? null) === null)).toEqual([]);
	});

	test('asks for nothing where the API has no record of it', async () => {
		const stage = await detailed('PAYMENT_NEW');
		const before = sandbox().requests.length;
		sandbox().events.tell('PAYMENT_NEW', { id: 'p1' });
		await sandbox().events.settled();
		expect(stage.executions.map(({ json }) => Object.keys(json))).toEqual([
			['eventType', 'date', 'id'],
		]);
		expect(sandbox().requests).toHaveLength(before);
	});

	test('an event whose record cannot be read still starts the workflow, and says so', async () => {
		const stage = await detailed('SESSION_UPDATE');
		sandbox().events.tell('SESSION_UPDATE', { id: '00000000-0000-4000-8000-00000000dead' });
		await sandbox().events.settled();
		expect(stage.executions[0]?.json).toMatchObject({
			id: '00000000-0000-4000-8000-00000000dead',
			recordError: expect.stringMatching(/^WTS Chat does not find/),
		});
	});
});
