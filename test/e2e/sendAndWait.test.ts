import { setTimeout as sleep } from 'node:timers/promises';
import { sandboxCredential } from '../../playground/credential';
import { chain } from '../../playground/workflows/workflow';
import { Collector } from './support/collector';
import { endings } from './support/endings';
import { Server } from './support/stage';
import { until } from './support/until';
import { startByRequest, webhookNode } from './support/webhookStart';

let server: Server;
let collector: Collector;

beforeAll(async () => {
	server = await Server.start();
	collector = await Collector.start();
});

afterAll(async () => {
	await server?.close();
	await collector?.close();
});

beforeEach(() => {
	collector.items.length = 0;
});

const phoneOf = (n: number) => `55119777${String(n).padStart(5, '0')}`;

const waits = () =>
	server.sandbox.account.subscriptions.filter(({ name }) => name?.startsWith('n8n waits'));

/** Waits until the sandbox's subscriptions are as expected. */
async function waiting(count: number): Promise<void> {
	await until(`${count} executions listen`, () => waits().length === count);
}

/** A workflow that a request starts, which asks the contact named there. */
async function asking(id: string, limit: object = {}): Promise<(n: number) => Promise<void>> {
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
			...limit,
		},
		credentials: sandboxCredential.reference,
	};
	await server.api.createWorkflow(
		chain(id, id, 'Workflow of a test', [webhookNode(id), ask, collector.node]),
	);
	await server.api.activate(id);
	return async (n) => {
		await startByRequest(server.n8n.url, id, { phone: `+${phoneOf(n)}` });
	};
}

async function waitingExecutions(id: string, count: number): Promise<void> {
	const waitingNow = async () =>
		(await server.api.executions(id)).filter(({ status }) => status === 'waiting');
	await until(`${count} executions wait`, async () => (await waitingNow()).length >= count, 100);
}

test('two contacts that answer in the wrong order each resume their own execution', async () => {
	const id = 'e2eWrongOrder';
	const ask = await asking(id);
	await ask(1);
	await ask(2);
	await waitingExecutions(id, 2);

	server.sandbox.writeAsContact(phoneOf(2), { text: 'Não' });
	expect(await collector.arrived(1)).toEqual([
		expect.objectContaining({ replied: true, text: 'Não', approved: false }),
	]);
	server.sandbox.writeAsContact(phoneOf(1), { text: 'sim, claro' });
	expect(await collector.arrived(2)).toEqual([
		expect.anything(),
		expect.objectContaining({ replied: true, text: 'sim, claro', approved: true }),
	]);
	await waiting(0);
	// what comes afterwards is nobody's reply
	server.sandbox.writeAsContact(phoneOf(1), { text: 'Quer dizer, não' });
	await server.sandbox.events.settled();
	expect(await endings(server.api, id)).toEqual(['success', 'success']);
});

test('a reply resumes its execution after n8n has started again', async () => {
	const id = 'e2eRestart';
	const ask = await asking(id);
	await ask(3);
	await waitingExecutions(id, 1);
	await server.restart();

	server.sandbox.writeAsContact(phoneOf(3), { text: '1' });
	expect(await collector.arrived(1)).toEqual([
		expect.objectContaining({ replied: true, approved: true }),
	]);
	await waiting(0);
});

test('without a reply the workflow goes on when the time is over, and nobody listens any more', async () => {
	const id = 'e2eTimeOut';
	const ask = await asking(id, { resumeAmount: 0.1, resumeUnit: 'minutes' });
	await ask(4);
	expect(await collector.arrived(1)).toEqual([
		{ replied: false, sessionId: expect.any(String), messageId: expect.any(String) },
	]);
	await waiting(0);
});

test('an execution that somebody stops leaves nothing behind once its time is over', async () => {
	const id = 'e2eStopped';
	const ask = await asking(id, { resumeAmount: 0.2, resumeUnit: 'minutes' });
	await ask(5);
	await waitingExecutions(id, 1);
	const [execution] = await server.api.executions(id);
	await server.api.stopExecution(execution!.id);
	server.sandbox.writeAsContact(phoneOf(5), { text: 'Sim' });
	await server.sandbox.events.settled();
	expect(collector.items).toEqual([]);
	expect(await endings(server.api, id)).toEqual(['canceled']);
	await waiting(0);
});

test('two hundred executions wait at once, and each gets the reply of its own contact', async () => {
	const id = 'e2eHundreds';
	const count = 200;
	const ask = await asking(id);
	const began = Date.now();
	await ask(1_000);
	await Promise.all(Array.from({ length: count - 1 }, async (_, n) => await ask(1_001 + n)));
	await waitingExecutions(id, count);
	const askedMs = Date.now() - began;
	expect(waits()).toHaveLength(count);

	// in another order than they were asked, five a second and more
	for (let n = count - 1; n >= 0; n--) {
		server.sandbox.writeAsContact(phoneOf(1_000 + n), { text: n % 2 === 0 ? 'Sim' : 'Não' });
		await sleep(100);
	}
	await collector.arrived(count);
	const endedMs = Date.now() - began;
	await server.sandbox.events.settled();
	expect(collector.items).toHaveLength(count);
	expect(collector.items.filter(({ approved }) => approved === true)).toHaveLength(count / 2);
	expect(new Set(collector.items.map(({ sessionId }) => sessionId)).size).toBe(count);
	await waiting(0);
	console.log(`${count} executions waited after ${askedMs} ms, all had ended after ${endedMs} ms`);
});

test('n8n offers the node to an agent as a way to ask a person', async () => {
	const { data } = await server.api.http.get<Array<{ name: string }>>('/types/nodes.json');
	expect(data.map(({ name }) => name)).toContain('n8n-nodes-wts-chat.wtsChatHitlTool');
});
