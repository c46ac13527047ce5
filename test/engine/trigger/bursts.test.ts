import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { useSandbox } from '../../support/account';
import { useHeldClock } from '../../support/heldClock';
import { anotherProcess } from '../../support/otherProcess';
import { listen } from '../../support/server';
import { useFileStorage } from '../../support/storedFile';
import { TriggerStage, useTriggers, type TriggerScenario } from '../../support/trigger';
import { tidied } from '../../support/waiting';

const sandbox = useSandbox();
const trigger = useTriggers();
const clock = useHeldClock(4_000);
const other = anotherProcess();
useFileStorage();

const PHONE = '5511900000001';

/** A published workflow that waits five seconds for more, and a second process of its n8n. */
async function published(options: IDataObject = {}, more: Partial<TriggerScenario> = {}) {
	const id = randomUUID();
	const scenario = {
		parameters: {
			events: ['MESSAGE_RECEIVED'],
			options: { quietSeconds: 5, ...options },
		},
		account: sandbox(),
		workflow: { id },
		webhookId: id,
	};
	const first = await trigger({ ...scenario, ...more });
	await first.activate();
	const second = await other.TriggerStage.start(scenario);
	return { first, second };
}

/** The contact writes, at this moment of the test's clock, and WTS Chat delivers it. */
async function write(text: string, stage: TriggerStage, phone = PHONE): Promise<number> {
	const subscription = sandbox().account.subscriptions.at(-1)!;
	subscription.enabled = false;
	const message = sandbox().writeAsContact(phone, { text });
	message.createdAt = new Date(Date.now()).toISOString();
	const { pathname, search } = new URL(subscription.url!);
	const event = { eventType: 'MESSAGE_RECEIVED', date: message.createdAt, content: message };
	return (await stage.post(pathname + search, JSON.stringify(event))).status;
}

/** Lets second after second pass until it holds. */
const asSecondsPass = async (holds: () => boolean) =>
	await tidied(() => {
		clock.pass(1_000);
		return holds();
	});

const textsOf = ({ messages }: IDataObject) => (messages as IDataObject[]).map(({ text }) => text);

test('messages in a row start one execution, in their order and as one text; the others none', async () => {
	const { first } = await published();
	const texts = ['Oi', 'tudo bem?', 'quero um orçamento'];
	const answers: Array<Promise<number>> = [];
	for (const text of texts) {
		answers.push(write(text, first));
		clock.pass(1_000);
		// the wait for the one before is over as soon as a newer one comes
		expect(await Promise.all(answers.slice(0, -1))).toEqual(answers.slice(1).map(() => 200));
	}
	await asSecondsPass(() => first.executions.length > 0);

	expect(await answers.at(-1)).toBe(200);
	expect(first.stored).toHaveLength(1);
	const [{ json }] = first.executions as [{ json: IDataObject }];
	expect(textsOf(json)).toEqual(texts);
	expect(json.text).toBe('Oi\ntudo bem?\nquero um orçamento');
	expect(json.id).toBe((json.messages as IDataObject[]).at(-1)?.id);
	const lists = sandbox().requests.filter(({ path }) => path === '/chat/v1/message');
	expect(lists).toHaveLength(2);
});

test('what is written when the contact has been quiet starts the next one, and comes in it alone', async () => {
	const { first } = await published();
	const answers = [write('um', first)];
	await asSecondsPass(() => first.executions.length === 1);
	answers.push(write('dois', first));
	await asSecondsPass(() => first.executions.length === 2);
	await Promise.all(answers);
	expect(first.executions.map(({ json }) => textsOf(json))).toEqual([['um'], ['dois']]);
});

test('what other contacts write is none of it', async () => {
	const { first } = await published();
	const answers = [write('um', first), write('dois', first, '5511900000002')];
	await asSecondsPass(() => first.executions.length === 2);
	await Promise.all(answers);
	expect(first.executions.map(({ json }) => textsOf(json)).sort()).toEqual([['dois'], ['um']]);
});

test('over two processes, each message is in one execution', async () => {
	const { first, second } = await published();
	const texts = ['um', 'dois', 'três', 'quatro'];
	const answers = texts.map(async (text, n) => {
		clock.pass(10);
		return await write(text, n % 2 === 0 ? first : second);
	});
	const executions = () => [...first.executions, ...second.executions];
	await asSecondsPass(() => executions().length > 0);
	expect(await Promise.all(answers)).toEqual([200, 200, 200, 200]);
	expect(executions().map(({ json }) => textsOf(json))).toEqual([texts]);
	expect([...first.stored, ...second.stored]).toHaveLength(1);
});

test('a process that dies while it waits loses nothing: what is delivered again takes all along', async () => {
	const dead = { store: async () => await new Promise<void>(() => {}) };
	const { first, second } = await published({}, dead);
	void write('um', first).catch(() => undefined);
	await first.arrived(1);
	clock.pass(10);
	const again = write('dois', second);
	await asSecondsPass(() => second.executions.length > 0);
	expect(await again).toBe(200);
	expect(second.executions.map(({ json }) => textsOf(json))).toEqual([['um', 'dois']]);
});

test('where the API gives no answer, each message starts the workflow all the same, once', async () => {
	const { first } = await published({ includeDetails: false });
	sandbox().faults.rules = [{ fault: '500 with a key', rate: 1, on: /GET .*message/ }];
	const answers = [write('um', first)];
	await first.arrived(1);
	clock.pass(10);
	answers.push(write('dois', first));
	await asSecondsPass(() => first.executions.length === 2);
	await Promise.all(answers);
	expect(first.executions.map(({ json }) => textsOf(json))).toEqual([['um'], ['dois']]);
});

test('a process that cannot call itself waits within the request', async () => {
	const { first } = await published({}, { isCutOff: true });
	const answer = write('um', first);
	await asSecondsPass(() => first.executions.length > 0);
	expect(await answer).toBe(200);
	expect(first.executions.map(({ json }) => textsOf(json))).toEqual([['um']]);
});

test('an execution that n8n cannot store at once is stored a little later', async () => {
	let failures = 1;
	const store = () => {
		if (failures-- > 0) throw new Error('database is locked');
	};
	const { first } = await published({}, { store });
	const answer = write('um', first);
	await asSecondsPass(() => first.executions.length > 0);
	expect(await answer).toBe(200);
	expect(first.executions.map(({ json }) => textsOf(json))).toEqual([['um']]);
});

describe('an execution', () => {
	const event = (id: string, content: IDataObject = {}) => ({
		body: { eventType: 'MESSAGE_RECEIVED', content: { id, text: id, ...content } },
	});

	async function executed(json: IDataObject, options: IDataObject = {}) {
		const { first } = await published({ includeDetails: false, ...options });
		await first.execute([{ json }], 'webhook');
		return first;
	}

	test('leaves out what has started the workflow before, and what an execution waits for', async () => {
		const stage = await executed({ ...event('a') });
		const earlier = [event('a'), event('b'), { ...event('c'), reply: 'taken' }];
		await stage.execute([{ json: { ...event('d'), earlier } }], 'webhook');
		await stage.execute([{ json: { ...event('d'), earlier } }], 'webhook');
		await stage.execute(
			[{ json: { ...event('e'), reply: 'taken', earlier: [event('d')] } }],
			'webhook',
		);
		expect(stage.executions.map(({ json }) => textsOf(json))).toEqual([['a'], ['b', 'd']]);
	});

	test('reads what else was written where the process could not that took the message', async () => {
		const { first } = await published({ includeDetails: false });
		sandbox().account.subscriptions.at(-1)!.enabled = false;
		const [one, two] = ['um', 'dois'].map((text, n) => {
			const message = sandbox().writeAsContact(PHONE, { text });
			message.createdAt = new Date(Date.now() + n * 1_000).toISOString();
			return message;
		});
		const body = { eventType: 'MESSAGE_RECEIVED', content: { ...two! } };
		await first.execute([{ json: { body, isUnread: true } as unknown as IDataObject }], 'webhook');
		expect(first.executions.map(({ json }) => textsOf(json))).toEqual([[one!.text, two!.text]]);
	});

	test('that somebody retries begins with the same messages', async () => {
		const stage = await executed({ ...event('b'), earlier: [event('a')] });
		await stage.execute([{ json: { ...event('b'), earlier: [event('a')] } }], 'retry');
		expect(stage.executions.map(({ json }) => json.text)).toEqual(['a\nb', 'a\nb']);
	});

	test('brings the files of all messages, and says which is whose', async () => {
		const { url } = await listen(({ reply }) => reply(200, 'x', { 'content-type': 'image/png' }));
		const file = (name: string) => ({
			details: { file: { id: name, publicUrl: `${url}/${name}` } },
		});
		const account = { url, apiKey: 'k' };
		const stage = await TriggerStage.start({
			parameters: { events: ['MESSAGE_RECEIVED'], options: { quietSeconds: 5, downloadFile: true, includeDetails: false, passOverReplies: false } }, // prettier-ignore
			account,
		});
		const earlier = [event('a', file('a.png')), event('b')];
		await stage.execute([{ json: { ...event('c', file('c.png')), earlier } }], 'webhook');
		const [started] = stage.executions;
		const files = Object.entries(started?.binary ?? {});
		expect(files.map(([field, { fileName }]) => [field, fileName])).toEqual([
			['data', 'a.png'],
			['data2', 'c.png'],
		]);
		const messages = started?.json.messages as IDataObject[];
		expect(messages.map(({ fileField }) => fileField)).toEqual(['data', undefined, 'data2']);
	});
});
