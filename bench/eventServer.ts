import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { credentialFor, sandboxCredential } from '../playground/credential';
import { N8n } from '../playground/n8n';
import { N8nApi } from '../playground/n8nApi';
import { packPackage } from '../playground/pack';
import { freePort } from '../playground/ports';
import { chain, type Step } from '../playground/workflows/workflow';

/** Where events can be sent to: a published workflow. */
export interface Receiver {
	workflowId: string;
	url: string;
	headers: Record<string, string>;
}

const UNDERWAY = ['new', 'running'];

const KEY = { name: 'X-Key', value: 'only-whoever-knows-it' };

/** The same work behind every trigger. */
const WORK: Step = {
	name: 'No Operation, do nothing',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	parameters: {},
};

/** A real n8n with the packed package, which uses an account. */
export class EventServer {
	private constructor(
		private readonly n8n: N8n,
		private readonly api: N8nApi,
		private readonly account: { url: string; apiKey: string },
	) {}

	static async start(account: { url: string; apiKey: string }): Promise<EventServer> {
		const n8n = new N8n({
			userFolder: await mkdtemp(join(tmpdir(), 'wts-chat-bench-')),
			port: await freePort(),
			brokerPort: await freePort(),
			// on a busy machine n8n would take its database for lost
			variables: { DB_PING_TIMEOUT_MS: '300000' },
		});
		await n8n.installPackage(await packPackage());
		await n8n.import('credentials', [credentialFor(account)]);
		await n8n.start();
		return new EventServer(n8n, await N8nApi.signIn(n8n.url), account);
	}

	/** n8n's own Webhook node, which lets only requests with a header through. */
	async publishWebhook(workflowId: string): Promise<Receiver> {
		const type = 'httpHeaderAuth';
		const { data } = await this.api.http.post<{ data: { id: string; name: string } }>(
			'/rest/credentials',
			{ name: 'Header', type, data: KEY },
		);
		const { id, name } = data.data;
		await this.publish(workflowId, {
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			parameters: { httpMethod: 'POST', path: workflowId, authentication: 'headerAuth' },
			webhookId: workflowId,
			credentials: { [type]: { id, name } },
		});
		const url = `${this.n8n.url}/webhook/${workflowId}`;
		return { workflowId, url, headers: { [KEY.name]: KEY.value } };
	}

	async publishTrigger(workflowId: string, parameters: object): Promise<Receiver> {
		await this.publish(workflowId, {
			name: 'WTS Chat Trigger',
			type: 'n8n-nodes-wts-chat.wtsChatTrigger',
			typeVersion: 1,
			parameters: { events: ['MESSAGE_RECEIVED'], ...parameters },
			webhookId: randomUUID(),
			credentials: sandboxCredential.reference,
		});
		return { workflowId, url: await this.subscribed(workflowId), headers: {} };
	}

	/** Stops the executions that run. */
	async stopAll({ workflowId }: Receiver): Promise<void> {
		await this.api.http.post('/rest/executions/stopMany', {
			filter: { workflowId, status: UNDERWAY },
		});
	}

	/** Resolves when n8n has nothing more to do for these workflows. */
	async settled(receivers: Receiver[]): Promise<void> {
		for (const { workflowId } of receivers) {
			const filter = JSON.stringify({ workflowId, status: UNDERWAY });
			await until(async () => {
				const { data } = await this.api.http.get<{ data: { results: object[] } }>(
					'/rest/executions',
					{ params: { filter, limit: 1 } },
				);
				return data.data.results.length === 0;
			});
		}
	}

	async close(): Promise<void> {
		await this.n8n.kill();
		await rm(this.n8n.userFolder, { recursive: true, force: true });
	}

	private async publish(id: string, trigger: Step): Promise<void> {
		await this.api.createWorkflow(chain(id, id, 'Workflow of a measurement', [trigger, WORK]));
		await this.api.activate(id);
	}

	/** The address that the account has been told. */
	private async subscribed(workflowId: string): Promise<string> {
		let url: string | undefined;
		await until(async () => {
			const response = await fetch(`${this.account.url}/core/v1/webhook/subscription`, {
				headers: { authorization: `Bearer ${this.account.apiKey}` },
			});
			const found = (await response.json()) as Array<{ name: string; url: string }>;
			url = found.find(({ name }) => name.startsWith(`n8n: ${workflowId} · `))?.url;
			return url !== undefined;
		});
		return String(url);
	}
}

async function until(holds: () => Promise<boolean>): Promise<void> {
	while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 100));
}
