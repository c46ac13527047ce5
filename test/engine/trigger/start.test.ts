import { randomUUID } from 'node:crypto';
import type { IDataObject, INodeExecutionData, WorkflowExecuteMode } from 'n8n-workflow';
import { departmentNamed } from '../../../playground/sandbox';
import { useSandbox } from '../../support/account';
import { anotherProcess } from '../../support/otherProcess';
import { useRepeatRecord } from '../../support/repeatRecord';
import { useFileStorage } from '../../support/storedFile';
import {
	publisherOn,
	useTriggers,
	type TriggerScenario,
	type TriggerStage,
} from '../../support/trigger';

const sandbox = useSandbox();
const trigger = useTriggers();
const listening = publisherOn(trigger, sandbox);
const besides = publisherOn(anotherProcess().TriggerStage.start, sandbox);
const record = useRepeatRecord();
useFileStorage();

const PHONE = '5511900000001';

/** A message that nobody else has had. */
const newEvent = (content: IDataObject = {}) => ({
	eventType: 'MESSAGE_RECEIVED' as const,
	date: '2026-09-10T13:02:11.1260435Z',
	content: { id: randomUUID(), type: 'TEXT', text: 'Oi', ...content },
	changeMetadata: null,
});

function address(): string {
	const { pathname, search } = new URL(sandbox().account.subscriptions.at(-1)?.url ?? '');
	return pathname + search;
}

/** Everything that takes time, at once. */
const SLOW = () => ({
	filters: {
		departmentIds: sandbox().account.departments.map(({ id }) => id),
		channelIds: sandbox().account.channels.map(({ id }) => id),
	},
	options: { includeDetails: true, downloadFile: true },
});

const photo = { name: 'foto.png', mimeType: 'image/png', content: Buffer.from('png') };

describe('what is acknowledged is stored', () => {
	test('n8n has the event before WTS Chat has its answer, and before anything is read', async () => {
		const seen: object[] = [];
		const stage = await listening(SLOW(), {
			store: () =>
				void seen.push({
					answers: stage.answers.length,
					reads: sandbox().requests.length - before,
				}),
		});
		const before = sandbox().requests.length;
		sandbox().writeAsContact(PHONE, { text: 'Segue', file: photo });
		await sandbox().events.settled();
		expect(seen).toEqual([{ answers: 0, reads: 0 }]);
		expect(stage.executions).toMatchObject([
			{ json: { record: { text: 'Segue' }, session: {} }, binary: { data: {} } },
		]);
	});

	test('an event that n8n could not store is not acknowledged, and starts when it comes again', async () => {
		let failures = 2;
		const stage = await listening(
			{},
			{
				store: () => {
					if (failures-- > 0) throw new Error('SQLITE_BUSY: database is locked');
				},
			},
		);
		sandbox().events.options.retryAfterMs = 1;
		sandbox().writeAsContact(PHONE, { text: 'um' });
		await sandbox().events.settled();
		expect(stage.answers).toEqual([500, 500, 200]);
		expect(stage.executions.map(({ json }) => json.text)).toEqual(['um']);
	});
});

describe('two deliveries at the same moment', () => {
	/** Sends one event twice while n8n is about to store it, and lets that end as it may. */
	async function twice(failure?: Error) {
		let release = () => {};
		const storing = new Promise<void>((resolve) => (release = resolve));
		const store = async () => {
			await storing;
			if (failure) throw failure;
		};
		const stage = await listening({}, { store });
		const body = JSON.stringify(newEvent());
		const first = stage.post(address(), body);
		const second = stage.post(address(), body);
		await stage.arrived(2);
		expect(stage.answers).toEqual([]);
		release();
		const statuses = [(await first).status, (await second).status];
		return { stage, statuses: statuses.sort() };
	}

	test('start the workflow once, and both are acknowledged when n8n has the event', async () => {
		const { stage, statuses } = await twice();
		expect(statuses).toEqual([200, 200]);
		expect(stage.stored).toHaveLength(1);
	});

	test('are both not acknowledged when n8n could not store it', async () => {
		const { stage, statuses } = await twice(new Error('locked'));
		expect(statuses).toEqual([500, 503]);
		expect(stage.executions).toEqual([]);
	});
});

describe('an event starts the workflow once over processes and restarts', () => {
	/** Starts executions with what n8n has stored for the event, as other processes do that have had it, too. */
	async function startedAgain(
		parameters: IDataObject,
		mode: WorkflowExecuteMode,
		times = 1,
	): Promise<TriggerStage> {
		const stage = await listening(parameters);
		await stage.post(address(), JSON.stringify(newEvent()));
		const [{ input } = { input: [] }] = stage.stored;
		for (let time = 0; time < times; time++) await stage.execute(input, mode);
		return stage;
	}

	test.each<[string, IDataObject, WorkflowExecuteMode, number]>([
		['another process has had it', {}, 'webhook', 1],
		['a trigger brings it again', {}, 'trigger', 1],
		['its execution is retried', {}, 'retry', 2],
		['somebody tries it in the editor', {}, 'manual', 2],
		['repeats are wanted', { options: { ignoreRepeats: false } }, 'webhook', 2],
	])('where %s: %j, %s, %i', async (_name, parameters, mode, times) => {
		const stage = await startedAgain(parameters, mode);
		expect(stage.executions).toHaveLength(times);
		expect(stage.stored).toHaveLength(2);
	});

	test('a repeat ends with no items', async () => {
		const stage = await startedAgain({}, 'webhook');
		expect(stage.stored[1]?.output).toEqual([]);
	});

	test('every one of many events at the same time is remembered', async () => {
		const stage = await listening();
		const inputs = Array.from({ length: 20 }, () => [{ json: { body: newEvent() } }]);
		const all = async () =>
			await Promise.all(inputs.map(async (input) => await stage.execute(input, 'webhook')));
		await all();
		await all();
		expect(stage.stored).toHaveLength(40);
		expect(stage.executions).toHaveLength(20);
	});

	test('two events at the same time are both started, and one of them twice is not', async () => {
		const stage = await listening();
		const [one, other] = [newEvent(), newEvent()];
		await Promise.all(
			[one, other, one].map(async (body) => await stage.execute([{ json: { body } }], 'webhook')),
		);
		expect(stage.executions.map(({ json }) => json.id).sort()).toEqual(
			[one.content.id, other.content.id].sort(),
		);
	});

	describe('where n8n has another process', () => {
		/** The workflow in both, with one record. */
		async function inBoth(): Promise<TriggerStage[]> {
			const workflow = { id: randomUUID() };
			return [await listening({}, { workflow }), await besides({}, { workflow })];
		}

		test('each of many events that both run at the same moment starts the workflow once, and is remembered', async () => {
			const processes = await inBoth();
			const events = Array.from({ length: 20 }, () => newEvent());
			const runAll = async () =>
				await Promise.all(
					processes.flatMap((stage) =>
						events.map(async (body) => await stage.execute([{ json: { body } }], 'webhook')),
					),
				);
			await runAll();
			await runAll();
			const started = processes.flatMap(({ executions }) => executions.map(({ json }) => json.id));
			expect(started.sort()).toEqual(events.map(({ content }) => content.id).sort());
		});

		test('what a slow process overwrites is noted again with the next event', async () => {
			const [one, other] = (await inBoth()) as [TriggerStage, TriggerStage];
			const [first, second] = [newEvent(), newEvent()];
			const run = async (stage: TriggerStage, body: object) =>
				await stage.execute([{ json: { body } }] as INodeExecutionData[], 'webhook');
			await run(one, first);
			record().kept.clear();
			await run(one, second);
			await run(other, first);
			expect([one, other].map(({ executions }) => executions.length)).toEqual([2, 0]);
		});

		test('an execution that n8n runs once more, on another worker, goes on', async () => {
			const processes = await inBoth();
			const input = [{ json: { body: newEvent() } }];
			for (const stage of processes) await stage.execute(input, 'webhook', 'its worker died');
			expect(processes.map(({ executions }) => executions.length)).toEqual([1, 1]);
		});
	});

	test('the record keeps the newest two thousand events', async () => {
		const stage = await listening();
		const ids = Array.from({ length: 2_001 }, (_, n) => `m${n}`);
		const [owner = ''] = await keptAfter(stage, 'm0');
		record().kept.set(owner, ids);
		await stage.post(address(), JSON.stringify(newEvent()));
		expect(record().kept.get(owner)).toHaveLength(2_000);
	});

	async function keptAfter(stage: TriggerStage, id: string): Promise<string[]> {
		await stage.post(address(), JSON.stringify(newEvent({ id })));
		return [...record().kept.keys()];
	}

	test('a record that cannot be kept loses no event, now or later', async () => {
		record().isBroken = true;
		const stage = await listening();
		await stage.post(address(), JSON.stringify(newEvent()));
		expect(stage.executions).toHaveLength(1);
		record().isBroken = false;
		await stage.post(address(), JSON.stringify(newEvent()));
		expect(stage.executions).toHaveLength(2);
	});

	test.each<[string, Partial<TriggerScenario>, IDataObject]>([
		['somebody listens in the editor', { test: true }, {}],
		['repeats are wanted', {}, { options: { ignoreRepeats: false, catchUp: false } }],
	])('nothing is noted where %s', async (_name, more, parameters) => {
		const stage = await listening(parameters, more);
		await stage.post(address(), JSON.stringify(newEvent()));
		expect(stage.executions).toHaveLength(1);
		expect(record().asked).toBe(0);
	});
});

describe('what events are', () => {
	const both = async (one: object, other: object, events = ['MESSAGE_RECEIVED']) => {
		const stage = await listening({ events });
		for (const body of [one, other]) await stage.post(address(), JSON.stringify(body));
		return [stage.answers, stage.executions.length];
	};

	test('a message is one, in whatever spelling its date comes', async () => {
		const event = newEvent();
		const other = { ...event, date: '2026-09-10T13:02:11.126Z' };
		expect(await both(event, other)).toEqual([[200, 200], 1]);
	});

	test.each<[string, object, object]>([
		['messages without an ID', { id: undefined, text: 'um' }, { id: undefined, text: 'dois' }],
		['messages with different IDs', { id: 'one' }, { id: 'other' }],
	])('two %s are two', async (_name, one, other) => {
		expect(await both(newEvent(one as IDataObject), newEvent(other as IDataObject))).toEqual([
			[200, 200],
			2,
		]);
	});

	test('two events without a date are two', async () => {
		const [one, other] = ['Ana', 'Bia'].map((name) => ({
			eventType: 'CONTACT_UPDATE',
			content: { id: 'c1', name },
		}));
		expect(await both(one!, other!, ['CONTACT_UPDATE'])).toEqual([[200, 200], 2]);
	});

	test('a message that is delivered and one that is read are two', async () => {
		const update = (status: string) => ({
			...newEvent({ id: 'm1', status }),
			eventType: 'MESSAGE_UPDATED',
		});
		expect(await both(update('DELIVERED'), update('READ'), ['MESSAGE_UPDATED'])).toEqual([
			[200, 200],
			2,
		]);
	});
});

describe('the items of an execution', () => {
	test('are the event alone, without a trace of how it got there', async () => {
		const stage = await listening();
		const event = newEvent();
		await stage.post(address(), JSON.stringify(event));
		const { eventType, date, content } = event;
		expect(stage.stored[0]?.output).toEqual([
			{ json: { eventType, date, ...content }, pairedItem: { item: 0 } },
		]);
	});

	test('come out as they are when an earlier version of the node has stored them', async () => {
		const { eventType, date, content } = newEvent();
		const flat = { eventType, date, ...content, body: 'do cliente', record: { id: content.id } };
		const whole = { ...newEvent(), record: { id: '1' } };
		const stage = await listening(SLOW());
		const before = sandbox().requests.length;
		for (const json of [flat, whole, { any: 'thing' }, { body: { any: 'thing' } }]) {
			await stage.execute([{ json }], 'retry');
		}
		expect(stage.executions.map(({ json }) => json)).toEqual([
			flat,
			whole,
			{ any: 'thing' },
			{ body: { any: 'thing' } },
		]);
		expect(sandbox().requests).toHaveLength(before);
	});

	test('can be taken from several events', async () => {
		const stage = await listening();
		await stage.execute(
			['um', 'dois'].map((text) => ({ json: { body: newEvent({ text }) } })),
			'trigger',
		);
		expect(stage.stored[0]?.output).toMatchObject([
			{ json: { text: 'um' } },
			{ json: { text: 'dois' } },
		]);
	});

	test('are none for a message that a filter leaves out by its session', async () => {
		const { sessionId } = sandbox().writeAsContact(PHONE, { text: 'Oi' });
		const session = sandbox().account.sessions.find(({ id }) => id === sessionId)!;
		const other = sandbox().account.departments.find(({ id }) => id !== session.departmentId)!;
		const stage = await listening({ filters: { departmentIds: [other.id] } });
		sandbox().writeAsContact(PHONE, { text: 'Oi de novo' });
		await sandbox().events.settled();
		expect(stage.answers).toEqual([200]);
		expect(stage.stored.map(({ output }) => output)).toEqual([[]]);
	});

	test('an expression of the form sees the event, when it comes and when it starts', async () => {
		const stage = await listening({
			simplify: '={{ $json.body.content.text !== "tudo" }}',
		});
		for (const text of ['tudo', 'plano']) {
			await stage.post(address(), JSON.stringify(newEvent({ text })));
		}
		expect(stage.executions.map(({ json }) => 'content' in json)).toEqual([true, false]);
	});
});

test('one event reads each record once, whatever needs it', async () => {
	const stage = await listening(SLOW());
	const before = sandbox().requests.length;
	sandbox().events.options.delayMs = 3_600_000;
	const message = sandbox().writeAsContact(PHONE, { file: photo });
	await stage.post(
		address(),
		JSON.stringify({ ...newEvent(), content: { ...message, details: null } }),
	);
	const paths = sandbox()
		.requests.slice(before)
		.map(({ path }) => path.split('?')[0])
		.filter((path) => !path?.startsWith('/storage'));
	expect(paths.sort()).toEqual([
		`/chat/v1/message/${message.id}`,
		`/chat/v2/session/${message.sessionId}`,
		// whether the message is a reply that an execution waits for
		'/core/v1/webhook/subscription',
	]);
	expect(stage.executions).toMatchObject([
		{
			json: { record: { id: message.id }, session: { id: message.sessionId } },
			binary: { data: { fileName: 'foto.png' } },
		},
	]);
});

test('a trigger whose credential cannot be used starts all the same, and says what is missing', async () => {
	const stage = await trigger({
		parameters: {
			events: ['MESSAGE_RECEIVED'],
			filters: { departmentIds: [departmentNamed(sandbox().account, 'Financeiro').id] },
			options: { includeDetails: true, downloadFile: true },
		},
		account: { url: 'http://nowhere.example.com', apiKey: 'k' },
	});
	await stage.execute([{ json: { body: newEvent({ fileId: 'f1', sessionId: 's1' }) } }], 'webhook');
	expect(stage.executions).toMatchObject([
		{
			json: {
				text: 'Oi',
				recordError: expect.stringContaining('Base URL'),
				fileError: 'The file could not be fetched.',
			},
		},
	]);
});
