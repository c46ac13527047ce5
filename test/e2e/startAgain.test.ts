import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxCredential } from '../../playground/credential';
import { N8n } from '../../playground/n8n';
import type { N8nApi } from '../../playground/n8nApi';
import { freePort } from '../../playground/ports';
import { startSandbox, type Sandbox } from '../../playground/sandbox';
import { prepare } from '../../playground/serve';
import { chain, type Step } from '../../playground/workflows/workflow';
import { packedPackage } from './support/packOnce';
import { until } from './support/until';

interface Playground {
	n8n: N8n;
	api: N8nApi;
	sandbox: Sandbox;
}

let userFolder: string;
let playground: Playground | undefined;

beforeAll(async () => {
	userFolder = await mkdtemp(join(tmpdir(), 'wts-chat-start-again-'));
});

afterAll(async () => {
	await playground?.n8n.stop();
	await playground?.sandbox.close();
	await rm(userFolder, { recursive: true, force: true });
});

/** Starts n8n and the sandbox as `npm start` does. */
async function start(): Promise<Playground> {
	const sandbox = await startSandbox();
	const n8n = new N8n({ userFolder, port: await freePort(), brokerPort: await freePort() });
	const installed = await n8n.installPackage(packedPackage());
	await n8n.start();
	const api = await prepare(n8n, installed, sandbox);
	return { n8n, api, sandbox };
}

/** Ends everything at once, as `kill -9` or a power cut does. */
async function kill({ n8n, sandbox }: Playground): Promise<void> {
	await n8n.kill();
	await sandbox.close();
}

const numbers = [1, 2, 3];
const listenerId = (n: number) => `startAgainListener${n}`;
const webhookId = (n: number) => `startAgainWebhook${n}`;

const listener = (n: number): Step => ({
	name: 'WTS Chat Trigger',
	type: 'n8n-nodes-wts-chat.wtsChatTrigger',
	typeVersion: 1,
	parameters: { events: ['MESSAGE_RECEIVED'] },
	webhookId: listenerId(n),
	credentials: sandboxCredential.reference,
});

const webhook = (n: number): Step => ({
	name: 'Webhook',
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2,
	parameters: { path: webhookId(n), responseMode: 'lastNode', options: {} },
	webhookId: webhookId(n),
});

async function publish({ api }: Playground, id: string, step: Step): Promise<void> {
	await api.createWorkflow(chain(id, id, 'Workflow of a test', [step]));
	await api.activate(id);
}

/** Waits until all published workflows work: those with triggers are subscribed, the others answer. */
async function allWork({ n8n, sandbox }: Playground): Promise<void> {
	const subscribed = (n: number) =>
		sandbox.account.subscriptions.some(
			({ name }) => name?.split(' · ')[0] === `n8n: ${listenerId(n)}`,
		);
	await until('all triggers are subscribed', () => numbers.every(subscribed));
	for (const n of numbers) {
		const answers = async () => (await fetch(`${n8n.url}/webhook/${webhookId(n)}`)).ok;
		await until(`webhook ${n} answers`, answers);
	}
}

test('the playground comes up again after it was killed, with the published workflows published', async () => {
	playground = await start();
	for (const n of numbers) {
		await publish(playground, listenerId(n), listener(n));
		await publish(playground, webhookId(n), webhook(n));
	}
	await allWork(playground);
	await kill(playground);

	playground = await start();
	await allWork(playground);
	for (const id of [...numbers.map(listenerId), ...numbers.map(webhookId)]) {
		expect(await playground.api.workflow(id)).toMatchObject({ id, active: true });
	}
});
