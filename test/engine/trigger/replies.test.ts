import type { IDataObject } from 'n8n-workflow';
import { useSandbox } from '../../support/account';
import { phoneOf, useAsking } from '../../support/asking';
import { anotherProcess } from '../../support/otherProcess';
import { useRepeatRecord } from '../../support/repeatRecord';
import { TriggerStage } from '../../support/trigger';
import { useWaiting } from '../../support/waiting';

const sandbox = useSandbox();
const n8n = useWaiting();
const { ask } = useAsking(sandbox, n8n);

const record = useRepeatRecord();
const other = anotherProcess();

async function publish(options: IDataObject = {}, stage = TriggerStage): Promise<TriggerStage> {
	const parameters = {
		events: ['MESSAGE_RECEIVED'],
		options: { includeDetails: false, ...options },
	};
	const trigger = await stage.start({ parameters, account: sandbox() });
	await trigger.activate();
	return trigger;
}

/** The contact writes, and everybody who listens has heard it. */
async function write(n: number, text: string, trigger: TriggerStage): Promise<void> {
	sandbox().writeAsContact(phoneOf(n), { text });
	await sandbox().events.settled();
	await n8n().settled();
	await trigger.settled();
}

const startedBy = ({ executions }: TriggerStage) => executions.map(({ json }) => json.text);

test('a reply that an execution waits for starts no workflow; what is written afterwards does', async () => {
	const trigger = await publish();
	const { finished } = await ask(1);
	await write(1, 'Sim', trigger);
	expect((await finished).items[0]?.json.text).toBe('Sim');
	await write(1, 'Obrigada!', trigger);
	await write(2, 'Bom dia', trigger);
	expect(startedBy(trigger)).toEqual(['Obrigada!', 'Bom dia']);
});

test('what happens to the reply later is no reply', async () => {
	const trigger = await publish();
	const updates = await TriggerStage.start({
		parameters: { events: ['MESSAGE_UPDATED'], options: { includeDetails: false } },
		account: sandbox(),
		workflow: { id: 'updates' },
		webhookId: '0f2a4c6e-8b0d-4f2a-9c4e-6f8a0b2d4c5f',
	});
	await updates.activate();
	const { finished } = await ask(1);
	await write(1, 'Sim', trigger);
	await finished;
	const reply = sandbox().account.messages.find(({ text }) => text === 'Sim');
	sandbox().events.tell('MESSAGE_UPDATED', { ...reply! });
	await sandbox().events.settled();
	await updates.settled();
	expect(startedBy(updates)).toContain('Sim');
});

test('it is passed over however often it is delivered', async () => {
	sandbox().events.options.copies = 3;
	const trigger = await publish({ ignoreRepeats: false });
	const { finished } = await ask(1);
	await write(1, 'Sim', trigger);
	await finished;
	expect(startedBy(trigger)).toEqual([]);
});

test('it is noted as worked off, so that nobody catches up on it after a new start of n8n', async () => {
	const trigger = await publish();
	const { finished } = await ask(1);
	await write(1, 'Sim', trigger);
	await finished;
	const replies = sandbox().account.messages.filter(({ text }) => text === 'Sim');
	expect([...record().kept.values()].flat().join()).toContain(replies[0]?.id);
});

test('it starts the workflow as well where the option is off', async () => {
	const trigger = await publish({ passOverReplies: false });
	const { finished } = await ask(1);
	await write(1, 'Sim', trigger);
	await finished;
	expect(startedBy(trigger)).toEqual(['Sim']);
});

describe('where another process of n8n has asked', () => {
	test('it is left out of the messages in a row, though its question is over before they are', async () => {
		const trigger = await publish({ quietSeconds: 1 }, other.TriggerStage);
		const { finished } = await ask(1);
		sandbox().writeAsContact(phoneOf(1), { text: 'Sim' });
		await finished;
		sandbox().writeAsContact(phoneOf(1), { text: 'Que horas?' });
		sandbox().writeAsContact(phoneOf(2), { text: 'Bom dia' });
		await sandbox().events.settled();
		await trigger.settled();
		expect(startedBy(trigger).sort()).toEqual(['Bom dia', 'Que horas?']);
	});

	test('so is what a question that asks again has not understood', async () => {
		const trigger = await publish({ quietSeconds: 1 }, other.TriggerStage);
		const { finished } = await ask(1, {
			responseType: 'approval',
			options: { askAgain: 2, askAgainText: 'Sim ou não?' },
		});
		for (const text of ['Oi?', 'Sim']) {
			sandbox().writeAsContact(phoneOf(1), { text });
			await n8n().settled();
		}
		expect((await finished).items[0]?.json.text).toBe('Sim');
		await sandbox().events.settled();
		await trigger.settled();
		expect(startedBy(trigger)).toEqual([]);
	});

	test('what is written while the question takes its reply starts the workflow', async () => {
		const trigger = await publish({}, other.TriggerStage);
		const { finished } = await ask(1);
		sandbox().writeAsContact(phoneOf(1), { text: 'Sim' });
		sandbox().writeAsContact(phoneOf(1), { text: 'Que horas?' });
		const reply = (await finished).items[0]?.json.text;
		await sandbox().events.settled();
		await trigger.settled();
		expect([reply, ...startedBy(trigger)].sort()).toEqual(['Que horas?', 'Sim']);
	});
});

test('it is passed over where another process of n8n has asked', async () => {
	const trigger = await publish({}, other.TriggerStage);
	await ask(1);
	sandbox().events.options.delayMs = 60_000;
	const message = sandbox().writeAsContact(phoneOf(1), { text: 'Sim' });
	const [{ url } = {}] = sandbox().account.subscriptions.filter(({ name }) =>
		name?.startsWith('n8n: '),
	);
	const deliver = async (content: object) => {
		const { pathname, search } = new URL(url!);
		const event = { eventType: 'MESSAGE_RECEIVED', date: new Date().toISOString(), content };
		return (await trigger.post(`${pathname}${search}`, JSON.stringify(event))).status;
	};
	expect(await deliver(message)).toBe(200);
	await trigger.settled();
	expect(startedBy(trigger)).toEqual([]);

	sandbox().faults.rules = [{ fault: '500 with a key', rate: 1, on: /GET .*subscription/ }];
	expect(await deliver({ ...message, id: 'another', sessionId: 'another' })).toBe(200);
	await trigger.settled();
	expect(trigger.executions).toHaveLength(1);
});
