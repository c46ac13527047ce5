import type { IDataObject, WorkflowActivateMode } from 'n8n-workflow';
import { randomUUID } from 'node:crypto';
import type { Sandbox } from '../../../playground/sandbox';
import { PACE_MS } from '../../../nodes/WtsChat/trigger/begin';
import { useSandbox } from '../../support/account';
import { useHeldClock } from '../../support/heldClock';
import { useTriggers, type TriggerScenario, type TriggerStage } from '../../support/trigger';
import { tidied } from '../../support/waiting';

const sandbox = useSandbox();
const trigger = useTriggers();

const PHONE = '5511900000001';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const clock = useHeldClock(PACE_MS);
const { asMinutesPass } = clock;

type Subscription = Sandbox['account']['subscriptions'][number];

function subscription(): Subscription {
	const ours = sandbox().account.subscriptions.filter(({ url }) => url?.includes('127.0.0.1'));
	expect(ours).toHaveLength(1);
	return ours[0]!;
}

/** A workflow, and an n8n that can be started and stopped. */
class Workflow {
	readonly stages: TriggerStage[] = [];

	private readonly id = randomUUID();

	private close = async () => {};

	constructor(
		private readonly parameters: IDataObject,
		private readonly more: Partial<TriggerScenario>,
	) {}

	/** n8n publishes the workflow, or starts with it. */
	async start(mode: WorkflowActivateMode): Promise<TriggerStage> {
		const stage = await trigger({
			parameters: { events: ['MESSAGE_RECEIVED'], ...this.parameters },
			account: sandbox(),
			workflow: { id: this.id, staticData: this.stages.at(-1)?.staticData ?? {} },
			webhookId: this.id,
			insteadOf: this.stages.at(-1),
			...this.more,
		});
		this.stages.push(stage);
		await stage.activate(mode);
		const close = await stage.watch(mode);
		this.close = close;
		return stage;
	}

	async stop(): Promise<void> {
		await this.close();
	}

	/** n8n stops, `meanwhile` happens and is not delivered, and n8n starts again. */
	async startAgain(meanwhile: () => void = () => {}): Promise<TriggerStage> {
		await this.stop();
		missing(meanwhile);
		return await this.start('init');
	}

	/** What the executions behind the trigger have got, in the order in which they began. */
	get items(): IDataObject[] {
		const stored = this.stages.flatMap((stage) => stage.stored);
		return stored.flatMap(({ output = [] }) => output.map(({ json }) => json));
	}

	get texts(): unknown[] {
		return this.items.map(({ text }) => text);
	}

	get warnings(): string {
		return this.stages.flatMap(({ warnings }) => warnings).join('\n');
	}
}

async function published(
	parameters: IDataObject = {},
	more: Partial<TriggerScenario> = {},
): Promise<Workflow> {
	const workflow = new Workflow(parameters, more);
	await workflow.start('activate');
	return workflow;
}

/** Lets something happen that no delivery tells of. */
function missing(happens: () => void): void {
	const kept = subscription();
	kept.enabled = false;
	happens();
	sandbox().events.notice();
	kept.enabled = true;
}

/** The contact writes, at this moment of the test's clock. */
function write(text: string, at = Date.now(), phone = PHONE) {
	const message = sandbox().writeAsContact(phone, { text });
	const session = sandbox().account.sessions.find(({ id }) => id === message.sessionId)!;
	message.createdAt = new Date(at).toISOString();
	session.lastInteractionDate = message.createdAt;
	return message;
}

const reads = () => sandbox().requests.filter(({ path }) => path === '/chat/v2/session').length;

/** Resolves when n8n has caught up and noted it, as the clock passes the overlap of two looks. */
async function caughtUp(): Promise<void> {
	const before = subscription().name;
	await asMinutesPass(() => subscription().name !== before);
}

/** Lets n8n stand for so long that everything is past what it looks back for safety. */
async function heardALot(): Promise<void> {
	await caughtUp();
	await caughtUp();
}

describe('when n8n starts', () => {
	test('what came while it was away starts the workflow, once each, the oldest first', async () => {
		const workflow = await published();
		const now = Date.now();
		await workflow.startAgain(() => {
			write('dois', now + 2, '5511900000002');
			write('um', now + 1);
			write('três', now + 3);
		});
		await asMinutesPass(() => workflow.items.length === 3);
		await heardALot();
		expect(workflow.texts).toEqual(['um', 'dois', 'três']);
	});

	test('an item is that of a delivery, and says that it was caught up on', async () => {
		const workflow = await published();
		const delivered = write('um');
		await sandbox().events.settled();
		await workflow.startAgain(() => void write('dois'));
		await asMinutesPass(() => workflow.items.length === 2);
		const [live, late] = workflow.items;
		expect(live).toMatchObject({ id: delivered.id, eventType: 'MESSAGE_RECEIVED' });
		expect(live).not.toHaveProperty('caughtUp');
		expect(late).toMatchObject({
			eventType: 'MESSAGE_RECEIVED',
			text: 'dois',
			sessionId: delivered.sessionId,
			direction: 'FROM_HUB',
			caughtUp: true,
		});
		expect(late?.date).toBe(late?.createdAt);
		// the process knows of the delivery, so not even an execution begins for it
		expect(workflow.stages.at(-1)!.stored).toHaveLength(1);
	});

	test('what was delivered before does not start again, also where only the database knows of it', async () => {
		const workflow = await published();
		write('um');
		await sandbox().events.settled();
		await workflow.stop();
		// the process forgets deliveries after an hour
		clock.pass(2 * HOUR_MS);
		await workflow.startAgain(() => void write('dois'));
		await asMinutesPass(() => workflow.texts.includes('dois'));
		expect(workflow.texts).toEqual(['um', 'dois']);
	});

	test('a start that is broken off goes on in the next one, and nothing starts twice', async () => {
		const workflow = await published();
		const texts = ['um', 'dois', 'três', 'quatro'];
		const now = Date.now();
		await workflow.startAgain(() => texts.forEach((text, n) => write(text, now + n)));
		await tidied(() => workflow.items.length === 1);
		clock.pass(PACE_MS);
		await tidied(() => workflow.items.length === 2);
		await workflow.startAgain();
		await asMinutesPass(() => workflow.items.length === 4);
		await heardALot();
		expect(workflow.texts).toEqual(texts);
	});

	test('a delivery of the same message at the same moment starts it once', async () => {
		const workflow = await published();
		await workflow.startAgain(() => void write('um'));
		const message = sandbox().account.messages.at(-1)!;
		const { pathname, search } = new URL(subscription().url!);
		const stage = workflow.stages.at(-1)!;
		const event = { eventType: 'MESSAGE_RECEIVED', date: message.createdAt, content: message };
		await tidied(() => stage.stored.length > 0);
		await stage.post(pathname + search, JSON.stringify(event));
		await heardALot();
		expect(workflow.texts).toEqual(['um']);
	});

	test('what came before the workflow was published starts nothing', async () => {
		write('antes');
		clock.pass(MINUTE_MS);
		const workflow = await published();
		await workflow.startAgain(() => void write('depois'));
		await asMinutesPass(() => workflow.items.length > 0);
		await heardALot();
		expect(workflow.texts).toEqual(['depois']);
	});

	test('what was deleted meanwhile starts nothing', async () => {
		const workflow = await published();
		await workflow.startAgain(() => {
			write('um').status = 'DELETED';
			write('dois');
		});
		await asMinutesPass(() => workflow.texts.includes('dois'));
		await heardALot();
		expect(workflow.texts).toEqual(['dois']);
	});

	test.each<[string, (workflow: Workflow) => Promise<void>]>([
		['was not published', async (workflow) => await workflow.stages.at(-1)!.deactivate()],
		['could not be unpublished in WTS Chat', async () => {}],
	])('what came while the workflow %s starts nothing', async (_name, unpublish) => {
		const workflow = await published();
		await workflow.stop();
		await unpublish(workflow);
		for (const one of sandbox().account.subscriptions) one.enabled = false;
		write('entretanto');
		clock.pass(10 * MINUTE_MS);
		await workflow.start('activate');
		await workflow.startAgain(() => void write('depois'));
		await asMinutesPass(() => workflow.items.length > 0);
		await heardALot();
		expect(workflow.texts).toEqual(['depois']);
	});

	test('a subscription that was removed meanwhile is made again, and the log says what that means', async () => {
		const workflow = await published();
		await workflow.stop();
		sandbox().account.subscriptions = [];
		await workflow.start('init');
		expect(subscription().enabled).toBe(true);
		expect(workflow.warnings).toBe(
			"The subscription of 'WTS Chat Trigger' was removed while n8n was away. It is there again, but what was missed meanwhile cannot be told.",
		);
	});
});

describe('an API or an n8n that cannot', () => {
	test('be read is read again five minutes later', async () => {
		const workflow = await published();
		sandbox().faults.rules = [{ fault: '500 with a key', rate: 1, on: /session/ }];
		await workflow.startAgain(() => void write('um'));
		await asMinutesPass(() => workflow.warnings !== '');
		expect(workflow.warnings).toMatch(/could not be looked after; n8n tries again in 5 minutes/);
		sandbox().faults.rules = [];
		await heardALot();
		expect(workflow.texts).toEqual(['um']);
	});

	test('store an execution begins it five minutes later', async () => {
		let failures = 1;
		const workflow = await published(
			{},
			{
				store: () => {
					if (failures-- > 0) throw new Error('SQLITE_BUSY: database is locked');
				},
			},
		);
		await workflow.startAgain(() => void write('um'));
		await asMinutesPass(() => workflow.warnings.includes('n8n could not store every execution.'));
		await heardALot();
		expect(workflow.texts).toEqual(['um']);
	});
});

describe('while n8n runs', () => {
	test.each<[string, () => void]>([
		['switched off', () => (subscription().enabled = false)],
		['removed', () => (sandbox().account.subscriptions = [])],
	])('what came while the subscription was %s starts the workflow', async (_name, breakIt) => {
		const workflow = await published();
		await heardALot();
		breakIt();
		write('um');
		await asMinutesPass(() => workflow.items.length > 0);
		expect(workflow.items).toMatchObject([{ text: 'um', caughtUp: true }]);
	});

	test('what came while the workflow was published again starts it', async () => {
		const workflow = await published();
		await workflow.stop();
		await workflow.stages.at(-1)!.deactivate();
		write('um');
		clock.pass(1_000);
		await workflow.start('update');
		await asMinutesPass(() => workflow.items.length > 0);
		expect(workflow.texts).toEqual(['um']);
	});

	test('nothing is read as long as everything is as it should be', async () => {
		const workflow = await published();
		await heardALot();
		expect(reads()).toBe(0);
		expect(workflow.warnings).toBe('');
	});

	test('it ends at once when n8n closes the trigger', async () => {
		const workflow = await published();
		const now = Date.now();
		await workflow.startAgain(() => ['um', 'dois'].forEach((text, n) => write(text, now + n)));
		await tidied(() => workflow.items.length === 1);
		await workflow.stop();
		clock.pass(MINUTE_MS);
		for (let n = 0; n < 50; n++) await new Promise((resolve) => setImmediate(resolve));
		expect(workflow.texts).toEqual(['um']);
	});
});

describe('what can be read from the API starts the workflow, and what was delivered does not again', () => {
	const now = () => new Date(Date.now()).toISOString();
	const firstSession = () => sandbox().account.sessions[0]!;

	/** How each kind of event comes about: once for each of two names. */
	const happens: Record<string, (n: number) => string> = {
		MESSAGE_RECEIVED: () => write('recebida').id,
		MESSAGE_SENT() {
			const message = sandbox().writeAsUser(firstSession().id, randomUUID(), 'enviada');
			message.createdAt = now();
			return message.id;
		},
		SESSION_NEW() {
			const session = { ...firstSession(), id: randomUUID(), createdAt: now() };
			sandbox().account.sessions.push(session);
			return session.id;
		},
		SESSION_COMPLETE(n) {
			const session = sandbox().account.sessions.filter(({ status }) => status !== 'COMPLETED')[n]!;
			Object.assign(session, { status: 'COMPLETED', endAt: now() });
			return session.id;
		},
		CONTACT_NEW() {
			const contact = { ...sandbox().account.contacts[0]!, id: randomUUID(), createdAt: now() };
			sandbox().account.contacts.push(contact);
			return contact.id;
		},
		PANEL_CARD_NEW() {
			const card = { ...sandbox().account.cards[0]!, id: randomUUID(), createdAt: now() };
			sandbox().account.cards.push(card);
			return card.id;
		},
	};

	test.each(Object.keys(happens))('%s', async (event) => {
		const workflow = await published({ events: [event], options: { ignoreRepeats: false } });
		const delivered = happens[event]!(0);
		sandbox().events.notice();
		await sandbox().events.settled();
		let missed = '';
		await workflow.startAgain(() => (missed = happens[event]!(1)));
		await asMinutesPass(() => workflow.items.some(({ caughtUp: late }) => late));
		await heardALot();
		expect(workflow.items).toEqual([
			expect.objectContaining({ eventType: event, id: delivered }),
			expect.objectContaining({ eventType: event, id: missed, caughtUp: true }),
		]);
	});

	test.each<[string, IDataObject]>([
		['CONTACT_NEW', { filters: { phoneNumbers: '5511900000001' } }],
		['SESSION_NEW', { filters: { phoneNumbers: '5511900000001' } }],
		['SESSION_NEW', { filters: { tagIds: [] } }],
	])('%s passes the filters of a delivery: %j', async (event, parameters) => {
		const workflow = await published({ events: [event], ...parameters });
		const { contacts, sessions } = sandbox().account;
		const contact = contacts.find(({ phoneNumber }) => phoneNumber?.endsWith('11900000001'))!;
		const other = contacts.find(({ id }) => id !== contact.id)!;
		await workflow.startAgain(() => {
			for (const { id: contactId } of event === 'CONTACT_NEW' ? [] : [other, contact]) {
				sessions.push({ ...firstSession(), id: randomUUID(), contactId, createdAt: now() });
			}
			for (const one of event === 'CONTACT_NEW' ? [other, contact] : []) {
				contacts.push({ ...one, id: randomUUID(), createdAt: now() });
			}
		});
		await asMinutesPass(() => workflow.items.length > 0);
		await heardALot();
		expect(workflow.items).toHaveLength('phoneNumbers' in (parameters.filters as object) ? 1 : 2);
	});

	test('cards of the chosen panel alone, with the tags and the user that filters ask for', async () => {
		const { cards } = sandbox().account;
		const tagged = cards.find(({ tagIds }) => tagIds.length > 0)!;
		const panelId = { __rl: true, mode: 'id', value: tagged.panelId };
		const filters = { cardTagIds: [tagged.tagIds[0]] };
		const workflow = await published({ events: ['PANEL_CARD_NEW'], panelId, filters });
		const wanted = randomUUID();
		await workflow.startAgain(() => {
			const common = { ...tagged, createdAt: now() };
			const elsewhere = cards.find((card) => card.panelId !== tagged.panelId)!;
			cards.push({ ...common, id: randomUUID(), tagIds: [] });
			cards.push({ ...elsewhere, id: randomUUID(), createdAt: now() });
			cards.push({ ...common, id: wanted });
		});
		await asMinutesPass(() => workflow.items.length > 0);
		await heardALot();
		expect(workflow.items.map(({ id }) => id)).toEqual([wanted]);
	});

	test('events that nothing can be read of are not looked for, nor noted', async () => {
		const workflow = await published({ events: ['TEMPLATE_NEW', 'MESSAGE_UPDATED'] });
		expect(subscription().name).toBe('n8n: Atendimento');
		const before = sandbox().requests.length;
		await workflow.startAgain();
		await tidied(() => sandbox().requests.length > before);
		const read = sandbox().requests.slice(before);
		expect(read.filter(({ path }) => path.startsWith('/chat/'))).toEqual([]);
	});
});

describe('the user decides', () => {
	test('whether: without it nothing is read, and nothing is noted in WTS Chat', async () => {
		const workflow = await published({ options: { catchUp: false } });
		expect(subscription().name).toBe('n8n: Atendimento');
		await workflow.startAgain(() => void write('um'));
		missing(() => void write('dois'));
		subscription().enabled = false;
		await asMinutesPass(() => workflow.warnings !== '');
		expect(reads()).toBe(0);
		expect(workflow.items).toEqual([]);
	});

	test('how old it may be', async () => {
		const workflow = await published({ options: { catchUpHours: 2 } });
		await workflow.stop();
		const began = Date.now();
		clock.pass(4 * HOUR_MS);
		await workflow.startAgain(() => {
			write('velha', began + HOUR_MS);
			write('nova', began + 3 * HOUR_MS);
		});
		await asMinutesPass(() => workflow.items.length > 0);
		await heardALot();
		expect(workflow.texts).toEqual(['nova']);
	});

	test('how many start: the newest, the oldest of them first', async () => {
		const workflow = await published({ options: { catchUpEvents: 2 } });
		const now = Date.now();
		await workflow.startAgain(() =>
			['um', 'dois', 'três'].forEach((text, n) => write(text, now + n)),
		);
		await asMinutesPass(() => workflow.items.length === 2);
		await heardALot();
		expect(workflow.texts).toEqual(['dois', 'três']);
		expect(workflow.warnings).toBe(
			"'WTS Chat Trigger' catches up on 2 of 3 events that may have been missed.",
		);
	});

	test.each<[string, IDataObject]>([
		['the type of the message', { filters: { messageTypes: ['IMAGE'] } }],
		['the phone number of the contact', { filters: { phoneNumbers: '5511900000002' } }],
	])('which, by %s', async (_name, parameters) => {
		const workflow = await published(parameters);
		await workflow.startAgain(() => {
			const other = write('outra', Date.now(), '5511900000002');
			other.type = 'IMAGE';
			write('esta');
		});
		await asMinutesPass(() => workflow.items.length > 0);
		await heardALot();
		expect(workflow.texts).toEqual(['outra']);
	});

	test('which, by who has sent it', async () => {
		const workflow = await published({
			events: ['MESSAGE_SENT'],
			options: { ignoreApiMessages: true },
		});
		await workflow.startAgain(() => {
			write('do contato').direction = 'TO_HUB';
			const message = write('da API');
			Object.assign(message, { direction: 'TO_HUB', origin: 'API' });
			write('nota').type = 'NOTE';
			write('recebida');
		});
		await asMinutesPass(() => workflow.items.length > 0);
		await heardALot();
		expect(workflow.texts).toEqual(['do contato']);
	});
});

describe('where more messages are waited for', () => {
	const WAITING = { options: { quietSeconds: 5, includeDetails: false } };
	const textsOf = ({ messages }: IDataObject) =>
		(messages as IDataObject[]).map(({ text }) => text);

	test('what came in one burst starts the workflow together, and what has started it does not again', async () => {
		const workflow = await published(WAITING);
		const now = Date.now();
		await workflow.startAgain(() => {
			write('um', now + 1);
			write('dois', now + 2_000);
			write('três', now + 20_000);
			write('de outro', now + 1_000, '5511900000002');
			clock.pass(5 * MINUTE_MS);
		});
		await asMinutesPass(() => workflow.items.length === 3);
		expect(workflow.items.map(textsOf)).toEqual([['de outro'], ['um', 'dois'], ['três']]);
		await workflow.startAgain();
		await heardALot();
		expect(workflow.items).toHaveLength(3);
	});

	test('a contact that goes on writing when n8n is there again has one execution', async () => {
		clock.hold(4_000);
		const workflow = await published(WAITING);
		const stage = await workflow.startAgain(() => {
			write('um', Date.now() + 1);
		});
		sandbox().writeAsContact(PHONE, { text: 'dois' });
		await stage.arrived(1);
		await clock.asTimePasses(1_000, () => workflow.items.length > 0);
		await heardALot();
		expect(workflow.items.map(textsOf)).toEqual([['um', 'dois']]);
	});
});
