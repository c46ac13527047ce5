import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { sandboxCredential } from '../../playground/credential';
import type { N8n } from '../../playground/n8n';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../playground/sandbox';
import { chain } from '../../playground/workflows/workflow';
import { Collector } from '../e2e/support/collector';
import { endings } from '../e2e/support/endings';
import { until } from '../e2e/support/until';
import { startByRequest, webhookNode } from '../e2e/support/webhookStart';
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

	const begun = async () => (await Promise.all(workers().map(begunBy))).flat();

	test('run what a trigger has received, wherever it arrived; each process knows the repetitions of its own', async () => {
		const id = 'queueTrigger';
		const trigger = {
			name: 'WTS Chat Trigger',
			type: 'n8n-nodes-wts-chat.wtsChatTrigger',
			typeVersion: 1,
			parameters: { events: ['MESSAGE_RECEIVED'] },
			webhookId: randomUUID(),
			credentials: sandboxCredential.reference,
		};
		await cluster.api.createWorkflow(
			chain(id, id, 'Workflow of a test', [trigger, collector.node]),
		);
		const ours = () =>
			sandbox().account.subscriptions.filter(({ name }) => name?.split(' · ')[0] === `n8n: ${id}`);
		await cluster.api.activate(id);
		await until('the workflow is subscribed', () => ours().length === 1);
		sandbox().events.options.copies = 2;
		sandbox().writeAsContact('5511900000001', { text: 'um' });
		expect(await collector.arrived(1)).toEqual([expect.objectContaining({ text: 'um' })]);
		await sandbox().events.settled();
		sandbox().events.options.copies = 1;
		const envelope = sandbox().events.deliveries[0]?.envelope;

		// as a load balancer does that has several processes behind it
		const webhooks = await cluster.startWebhooks();
		const address = String(ours()[0]?.url).replace(cluster.main.url, webhooks.url);
		const deliver = async () => {
			const response = await fetch(address, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(envelope),
			});
			return response.status;
		};
		expect([await deliver(), await deliver()]).toEqual([200, 200]);
		await webhooks.stop();
		expect(await endings(cluster.api, id)).toEqual(['success', 'success']);
		expect(collector.items.map(({ text }) => text)).toEqual(['um', 'um']);
		const ids = (await cluster.api.executions(id)).map((execution) => execution.id);
		expect(await begun()).toEqual(expect.arrayContaining(ids));
		await cluster.api.deactivate(id);
		await until('the subscription is removed', () => ours().length === 0);
	});

	test('put executions to wait for a reply, and go on with it', async () => {
		const id = 'queueReply';
		const ask = {
			name: 'Ask',
			type: 'n8n-nodes-wts-chat.wtsChat',
			typeVersion: 1,
			parameters: {
				resource: 'message',
				operation: 'sendAndWait',
				sendTo: 'contact',
				to: '={{ $json.body.phone }}',
				message: 'Podemos confirmar?',
				responseType: 'approval',
			},
			credentials: sandboxCredential.reference,
		};
		await cluster.api.createWorkflow(
			chain(id, id, 'Workflow of a test', [webhookNode(id), ask, collector.node]),
		);
		await cluster.api.activate(id);
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
