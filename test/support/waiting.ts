import { InstanceSettings, validateUrlSignature, WebhookContext, WorkflowExecute } from 'n8n-core';
import type {
	IDataObject,
	IRun,
	IWebhookData,
	IWebhookDescription,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Container as DiContainer } from '@n8n/di';
import { outcomeOf, stage, startOn, type Outcome, type Scenario, type Stage } from './engine';
import { wtsChat } from './nodes';

const { Container } = createRequire(require.resolve('n8n-core'))('@n8n/di') as {
	Container: typeof DiContainer;
};

const NODE = 'WTS Chat';

/** An execution that the stage keeps, as n8n keeps it in its database. */
interface Kept {
	on: Stage;
	run?: IRun;
	state: 'running' | 'waiting' | 'finished';
	finished: Promise<Outcome>;
	finish(outcome: Outcome): void;
}

/**
 * What n8n's server does for executions that wait: it keeps them, passes requests to their addresses
 * on, and lets them go on. The engine and the contexts are n8n's own.
 */
export class WaitingStage {
	/** The status of every answer to a request. */
	readonly answers: number[] = [];

	private readonly executions = new Map<string, Kept>();

	private readonly underway: Array<Promise<void>> = [];

	private count = 0;

	private constructor(private readonly server: ReturnType<typeof createServer>) {
		server.on('request', (request, response) => {
			this.underway.push(this.answer(request, response));
		});
	}

	static async start(): Promise<WaitingStage> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return new WaitingStage(server);
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	/** Runs a workflow until it waits or ends. */
	async run(
		scenario: Scenario,
	): Promise<{ id: string; outcome: Outcome; finished: Promise<Outcome> }> {
		const id = String(++this.count);
		const on = await stage({ ...scenario, execution: { id, url: this.url } });
		let finish: (outcome: Outcome) => void = () => undefined;
		const finished = new Promise<Outcome>((resolve) => (finish = resolve));
		const kept: Kept = { on, state: 'running', finished, finish };
		this.executions.set(id, kept);
		this.keep(kept, await startOn(on));
		return { id, outcome: outcomeOf(kept.run as IRun, NODE), finished };
	}

	isWaiting(id: string): boolean {
		return this.executions.get(id)?.state === 'waiting';
	}

	/** The time that n8n waits is over. */
	async timeOut(id: string): Promise<void> {
		await this.goOn(this.executions.get(id) as Kept);
	}

	/** Somebody deletes an execution that waits. */
	delete(id: string): void {
		this.executions.delete(id);
	}

	/** A request to an address, as anybody can send it. */
	async post(url: string, body: unknown): Promise<number> {
		const response = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		return response.status;
	}

	/** Resolves when everything that has arrived is worked off, also after its answer. */
	async settled(): Promise<void> {
		for (let count = -1; count !== this.underway.length;) {
			count = this.underway.length;
			await Promise.all(this.underway);
		}
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private keep(kept: Kept, run: IRun): void {
		// through JSON, as through the database
		kept.run = { ...run, data: JSON.parse(JSON.stringify(run.data)) as IRun['data'] };
		kept.state = run.waitTill ? 'waiting' : 'finished';
		if (kept.state === 'finished') kept.finish(outcomeOf(run, NODE));
	}

	private async goOn(kept: Kept): Promise<void> {
		kept.state = 'running';
		const execute = new WorkflowExecute(kept.on.additionalData, 'trigger', (kept.run as IRun).data);
		this.keep(kept, await execute.processRunExecutionData(kept.on.workflow));
	}

	private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = new URL(request.url ?? '', this.url);
		const body = JSON.parse(await textOf(request)) as IDataObject;
		const [, , id = '', suffix] = url.pathname.split('/');
		const reply = (status: number, value: unknown, type = 'application/json') => {
			this.answers.push(status);
			response.writeHead(status, { 'content-type': type });
			response.end(type === 'application/json' ? JSON.stringify(value) : String(value));
		};

		const kept = this.executions.get(id);
		if (!kept) return reply(404, { message: `The execution "${id}" does not exist.` });
		const signature = url.searchParams.get('signature') ?? '';
		const { hmacSignatureSecret } = Container.get(InstanceSettings);
		if (
			suffix !== NODE.replace(' ', '%20') ||
			!validateUrlSignature(signature, url, hmacSignatureSecret)
		) {
			return reply(401, '<html>Invalid token</html>', 'text/html');
		}
		if (kept.state === 'running') return reply(409, { message: 'running already' });
		if (kept.state === 'finished')
			return reply(200, '<html>No action required</html>', 'text/html');

		const { node, workflow, additionalData } = kept.on;
		const [webhookDescription] = wtsChat.description.webhooks as [IWebhookDescription];
		const context = new WebhookContext(
			workflow,
			node,
			{
				...additionalData,
				httpRequest: {
					body,
					headers: request.headers,
					query: Object.fromEntries(url.searchParams),
					params: {},
				},
				httpResponse: {
					status: (status: number) => ({ json: (value: unknown) => reply(status, value) }),
				},
			} as unknown as IWorkflowExecuteAdditionalData,
			'trigger',
			{ webhookDescription } as IWebhookData,
			[],
			(kept.run as IRun).data,
		);
		const result = await wtsChat.webhook?.call(context);
		if (result?.workflowData) {
			if ((kept.state as string) !== 'waiting') return reply(409, { message: 'resuming already' });
			const [entry] = (kept.run as IRun).data.executionData!.nodeExecutionStack;
			entry!.data.main = result.workflowData;
			entry!.metadata = { ...entry!.metadata, forwardAllOutputs: true };
			void this.goOn(kept);
		}
		if (!result?.noWebhookResponse) reply(200, { message: 'Workflow was started' });
	}
}

async function textOf(request: IncomingMessage): Promise<string> {
	let text = '';
	for await (const chunk of request) text += String(chunk);
	return text;
}

/** A stage for each test of one file, closed after it. */
export function useWaiting(): () => WaitingStage {
	let open: WaitingStage | undefined;
	beforeEach(async () => {
		open = await WaitingStage.start();
	});
	afterEach(async () => {
		await open?.close();
	});
	return () => {
		if (!open) throw new Error('The stage stands only during a test');
		return open;
	};
}

/** Waits for what happens after the answers: the caretaker comes round. */
export async function tidied(holds: () => boolean): Promise<void> {
	while (!holds()) await new Promise((resolve) => setTimeout(resolve, 50));
}
