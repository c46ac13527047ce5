import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import type { N8n } from '../../playground/n8n';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../playground/sandbox';
import { publishAsking } from '../e2e/support/asking';
import { Collector } from '../e2e/support/collector';
import { endings } from '../e2e/support/endings';
import { saveTriggered, subscriptionOf } from '../e2e/support/triggers';
import { until } from '../e2e/support/until';
import { startByRequest } from '../e2e/support/webhookStart';
import { writing } from '../e2e/support/writing';
import { batchWorkflow, timesDone } from './support/batches';
import { begunBy, Cluster, endedBy } from './support/cluster';

let cluster: Cluster;
let collector: Collector;

beforeAll(async () => {
	collector = await Collector.start();
	cluster = await Cluster.start();
});

afterAll(async () => {
	await cluster?.close();
	await collector?.close();
});

const numbered = <Value>(count: number, make: (n: number) => Value) =>
	Array.from({ length: count }, (_, n) => make(n));

/** An account for some of the tests, and two workers that use it. */
function useWorkers(options: SandboxOptions, variables: NodeJS.ProcessEnv) {
	let sandbox: Sandbox | undefined;
	let workers: N8n[] = [];
	beforeAll(async () => {
		sandbox = await startSandbox(options);
		await cluster.use(sandbox);
		workers = await cluster.startWorkers(2, variables);
	});
	afterAll(async () => {
		await Promise.all(workers.map(async (worker) => await worker.stop()));
		await sandbox?.close();
	});
	return {
		sandbox: () => {
			if (!sandbox) throw new Error('The sandbox runs only during the tests');
			return sandbox;
		},
		workers: () => workers,
	};
}

describe('two workers that share the limits of an account', () => {
	const CLOCK = 10;
	// 200 every 5 seconds until 1,000 are done, and the same again 5 minutes after that began
	const LEAST_MS = 320_000;
	const { sandbox, workers } = useWorkers(
		{ account: 'large', limits: { clock: CLOCK } },
		{
			CLOCK: String(CLOCK),
			NODE_OPTIONS: `--import=${join(__dirname, 'support', 'fasterClock.mjs')}`,
		},
	);

	test('do 2,000 updates in 20 executions, each once, and none fails', async () => {
		const id = 'queueLimits';
		const start = await batchWorkflow(cluster, id, {
			resource: 'session',
			operation: 'update',
			sessionId: '={{ $json.sessionId }}',
			updateFields: { number: '={{ $json.number }}' },
		});
		const { sessions } = sandbox().account;
		const items = numbered(2_000, (n) => ({
			sessionId: sessions[n % sessions.length]?.id,
			number: `item ${n}`,
		}));
		const began = Date.now();
		await Promise.all(numbered(20, async (n) => await start(items.slice(n * 100, (n + 1) * 100))));
		for (const count of [500, 1_000, 1_500, 2_000]) {
			const done = () => timesDone(sandbox(), 'number').size;
			await until(`${count} updates are done`, () => done() >= count, 200);
		}
		expect(await endings(cluster.api, id)).toEqual(Array(20).fill('success'));
		const tookMs = (Date.now() - began) * CLOCK;

		const done = timesDone(sandbox(), 'number');
		expect(done.size).toBe(items.length);
		expect(new Set(done.values())).toEqual(new Set([1]));
		const shares = (await Promise.all(workers().map(begunBy))).map(({ length }) => length);
		expect(Math.min(...shares)).toBeGreaterThan(0);
		// each learns of the other from the account's refusals
		const refused = sandbox().requests.filter(({ status }) => status === 429).length;
		expect(refused).toBeGreaterThan(0);
		console.log(
			`2,000 updates by two workers: ${(tookMs / LEAST_MS).toFixed(2)} × the least that the limits allow; ${refused} requests refused; ${shares.join(' and ')} executions`,
		);
	});
});

describe('two workers', () => {
	const { sandbox, workers } = useWorkers(
		{ account: 'large', latencyMs: 250 },
		{
			N8N_CONCURRENCY_PRODUCTION_LIMIT: '4',
			// n8n's own are a minute, ten and thirty seconds
			QUEUE_WORKER_LOCK_DURATION: '6000',
			QUEUE_WORKER_LOCK_RENEW_TIME: '1000',
			QUEUE_WORKER_STALLED_INTERVAL: '3000',
		},
	);

	test('put executions to wait for a reply, and go on with it', async () => {
		const id = 'queueReply';
		await publishAsking({ n8n: cluster.main, api: cluster.api }, id, collector);
		const phones = ['5511977770001', '5511977770002', '5511977770003'];
		for (const phone of phones) {
			await startByRequest(cluster.main.url, id, { phone: `+${phone}` });
		}
		const waits = async () =>
			(await cluster.api.executions(id)).filter(({ status }) => status === 'waiting').length;
		await until('all wait', async () => (await waits()) === phones.length, 200);
		collector.items.length = 0;
		for (const phone of phones.reverse()) sandbox().writeAsContact(phone, { text: 'Sim' });
		const replies = await collector.arrived(phones.length);
		expect(replies).toEqual(
			phones.map(() => expect.objectContaining({ replied: true, approved: true })),
		);
		expect(new Set(replies.map(({ sessionId }) => sessionId)).size).toBe(phones.length);
		expect(await endings(cluster.api, id)).toEqual(phones.map(() => 'success'));
	});

	test('of which one dies: its executions fail, the others go on, and nothing is done twice', async () => {
		const ITEMS = 60;
		const ids = ['queueUpdates', 'queueMessages'];
		const mark = '={{ $execution.id }}/{{ $json.n }}';
		const update = await batchWorkflow(cluster, 'queueUpdates', {
			resource: 'session',
			operation: 'update',
			sessionId: '={{ $json.sessionId }}',
			updateFields: { number: mark },
		});
		const send = await batchWorkflow(cluster, 'queueMessages', {
			resource: 'message',
			operation: 'sendText',
			sendTo: 'contact',
			to: '={{ $json.phone }}',
			text: mark,
		});
		const { sessions } = sandbox().account;
		const itemsFrom = (first: number) =>
			numbered(ITEMS, (n) => ({
				n: String(n),
				sessionId: sessions[(first + n) % sessions.length]?.id,
				phone: `+55 11 98888-${1_000 + first + n}`,
			}));
		/** How often each item of an execution was done, as far as it was. */
		const doneOf = (execution: string) =>
			[...timesDone(sandbox(), 'number'), ...timesDone(sandbox(), 'text')]
				.filter(([name]) => name.startsWith(`${execution}/`))
				.map(([, times]) => times);

		// eight run, four on each worker, and four wait for their turn
		await Promise.all(
			numbered(6, async (n) => {
				await update(itemsFrom(n * ITEMS));
				await send(itemsFrom(n * ITEMS));
			}),
		);
		const [victim] = workers() as [N8n];
		const underway = async () => {
			const ended = await endedBy(victim);
			return (await begunBy(victim)).filter((execution) => !ended.includes(execution));
		};
		await until('a worker is in the middle of its executions', async () => {
			const half = (await underway()).flatMap(doneOf);
			return half.length >= ITEMS / 2;
		});
		await victim.kill();
		const lost = await underway();
		expect(lost.length).toBeGreaterThan(0);

		for (const id of ids) {
			await endings(cluster.api, id);
			const executions = await cluster.api.executions(id);
			expect(executions).toHaveLength(6);
			for (const { id: execution, status } of executions) {
				const isLost = lost.includes(execution);
				const done = doneOf(execution);
				expect({ isLost, status }).toEqual({ isLost, status: isLost ? 'error' : 'success' });
				expect(done.every((times) => times === 1)).toBe(true);
				if (isLost) expect(done.length).toBeLessThan(ITEMS);
				else expect(done).toHaveLength(ITEMS);
			}
		}
	});
});

describe('two workers behind two processes for webhooks', () => {
	const id = 'queueTrigger';
	const { sandbox, workers } = useWorkers({}, {});

	beforeAll(async () => {
		await cluster.startWebhooks(2);
		await saveTriggered(cluster.api, id, ['MESSAGE_RECEIVED'], collector);
		await cluster.api.activate(id);
		await until('it is subscribed', () => subscriptionOf(sandbox(), id) !== undefined);
	});

	afterAll(async () => {
		await cluster.stopWebhooks();
	});

	beforeEach(() => {
		collector.items.length = 0;
	});

	const arrived = () => collector.items.map(({ text }) => String(text));

	/** A contact writes, and each of the messages is delivered so many times, to both processes. */
	async function write(texts: string[], copies: number): Promise<void> {
		sandbox().events.options.copies = copies;
		for (const text of texts) sandbox().writeAsContact('5511900000001', { text });
		await sandbox().events.settled();
		sandbox().events.options.copies = 1;
		expect(await endings(cluster.api, id)).not.toContain('error');
	}

	test.each([
		[1, 500],
		[100, 5],
	])('start %i executions of %i deliveries each', async (events, copies) => {
		const texts = numbered(events, (n) => `${n} of ${events}`);
		await write(texts, copies);
		expect(arrived().sort()).toEqual(texts.sort());
		expect(sandbox().events.deliveries.every(({ status }) => status === 200)).toBe(true);
		const shares = await Promise.all(workers().map(begunBy));
		expect(shares.every((begun) => begun.length > 0)).toBe(true);
	});

	test('start none for what came before all of them were started again', async () => {
		await write(['um'], 1);
		await cluster.stopWebhooks();
		await cluster.startWebhooks(2);
		sandbox().events.repeat(sandbox().events.deliveries.at(-1)!.envelope);
		await write(['dois'], 1);
		expect(arrived()).toEqual(['um', 'dois']);
	});

	/** Resolves when the main process has caught up on what it may have missed. */
	async function caughtUp(): Promise<void> {
		const told = async () =>
			/catches up on (\d+)/.exec(await readFile(cluster.main.logFile, 'utf8'))?.[1];
		await until('n8n catches up', async () => (await told()) !== undefined, 200);
		const count = Number(await told());
		const started = async () =>
			(await cluster.api.executions(id)).filter(({ mode }) => mode === 'trigger').length;
		await until('n8n has caught up', async () => (await started()) >= count, 500);
	}

	test('lose and double no message when the main process is killed', async () => {
		const contact = writing(sandbox(), 'main');
		await contact.more(8);
		await cluster.main.kill();
		await contact.more(16);
		contact.stop();
		await cluster.restartMain();
		await caughtUp();
		await endings(cluster.api, id);
		expect(arrived().sort()).toEqual(contact.texts.sort());
	});

	test('lose and double no message when one of the processes for webhooks is killed', async () => {
		const contact = writing(sandbox(), 'webhook');
		await contact.more(8);
		await cluster.webhooks[0]?.kill();
		await contact.more(16);
		contact.stop();
		await sandbox().events.settled();
		await endings(cluster.api, id);
		expect(arrived().sort()).toEqual(contact.texts.sort());
	});
});

describe('two processes for webhooks that wait for more messages', () => {
	/** How many bursts there are: a thousand in `STORM_ITEMS=1 npm run test:queue`, and 500 waits at once. */
	const [BURSTS, WAITS, EVERY_MS] = process.env.STORM_ITEMS ? [1_000, 500, 600] : [60, 100, 100];
	const MEGABYTE = 1024;
	const id = 'queueBursts';
	const { sandbox } = useWorkers({}, {});

	beforeAll(async () => {
		await cluster.startWebhooks(2);
		const options = { quietSeconds: 4, includeDetails: false };
		await saveTriggered(cluster.api, id, ['MESSAGE_RECEIVED'], collector, undefined, { options });
		await cluster.api.activate(id);
		await until('it is subscribed', () => subscriptionOf(sandbox(), id) !== undefined);
		sandbox().events.options.atOnce = 10_000;
	});

	afterAll(async () => {
		await cluster.stopWebhooks();
	});

	beforeEach(() => {
		collector.items.length = 0;
	});

	const phoneOf = (n: number) => `55119${String(10_000_000 + n)}`;

	const textsOf = ({ messages }: IDataObject) =>
		(messages as IDataObject[]).map(({ text }) => String(text));

	/** The memory of the processes together, in megabytes. */
	async function memory(): Promise<number> {
		const each = cluster.webhooks.map(async ({ pid }) => {
			const status = await readFile(`/proc/${pid}/status`, 'utf8');
			return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / MEGABYTE;
		});
		return Math.round((await Promise.all(each)).reduce((sum, one) => sum + one, 0));
	}

	test('start one execution for each burst, with each message once', async () => {
		const bursts = numbered(BURSTS, (n) => numbered(1 + (n % 6), (k) => `${n}/${k}`));
		const before = sandbox().requests.length;
		await Promise.all(
			bursts.map(async (texts, n) => {
				await sleep(n * EVERY_MS);
				for (const text of texts) {
					sandbox().writeAsContact(phoneOf(n), { text });
					await sleep(300);
				}
			}),
		);
		await sandbox().events.settled();
		await endings(cluster.api, id);
		const started = collector.items.map(textsOf);
		expect(started.flat().sort()).toEqual(bursts.flat().sort());
		expect(started.map(String).sort()).toEqual(bursts.map(String).sort());
		const executions = await cluster.api.executions(id);
		const requests = sandbox()
			.requests.slice(before)
			.filter(({ method }) => method === 'GET');
		console.log(
			`${BURSTS} bursts of ${bursts.flat().length} messages: ${executions.length} executions, ${(requests.length / BURSTS).toFixed(2)} requests each`,
		);
	});

	test('leave out what an execution has got as its reply meanwhile', async () => {
		const asking = 'queueBurstsAsk';
		const CONTACTS = 6;
		await publishAsking({ n8n: cluster.main, api: cluster.api }, asking, collector);
		const numbers = numbered(CONTACTS, (n) => n + 5_000);
		for (const n of numbers) {
			await startByRequest(cluster.main.url, asking, { phone: `+${phoneOf(n)}` });
		}
		const waits = async () =>
			(await cluster.api.executions(asking)).filter(({ status }) => status === 'waiting').length;
		await until('all wait', async () => (await waits()) === CONTACTS, 200);
		collector.items.length = 0;
		for (const n of numbers) sandbox().writeAsContact(phoneOf(n), { text: 'Sim' });
		await until('all have replied', async () => (await waits()) === 0, 200);
		for (const n of numbers) sandbox().writeAsContact(phoneOf(n), { text: `Que horas? ${n}` });
		await sandbox().events.settled();
		for (const each of [id, asking]) {
			expect(await endings(cluster.api, each)).not.toContain('error');
		}
		const started = collector.items.filter(({ messages }) => messages).map(textsOf);
		expect(started.sort()).toEqual(numbers.map((n) => [`Que horas? ${n}`]));
		const replies = collector.items.filter(({ replied }) => replied);
		expect(replies.map(({ text }) => text)).toEqual(numbers.map(() => 'Sim'));
	});

	test('keep next to no memory for a contact that is writing', async () => {
		const before = await memory();
		for (let n = 0; n < WAITS; n++) sandbox().writeAsContact(phoneOf(n), { text: `wait ${n}` });
		await sleep(3_500);
		const during = await memory();
		await sandbox().events.settled();
		await endings(cluster.api, id);
		expect(collector.items.map(textsOf).flat().sort()).toEqual(
			numbered(WAITS, (n) => `wait ${n}`).sort(),
		);
		console.log(`${WAITS} waits at once: ${during - before} MB more than without any`);
	});
});
