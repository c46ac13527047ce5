import { InstanceSettings, validateUrlSignature, WorkflowExecute } from 'n8n-core';
import type { IDataObject, INodeType, IRun, IWebhookData, IWebhookDescription } from 'n8n-workflow';
import { NODE, outcomeOf, stage, startOn, toolOf, type Outcome, type Scenario } from './engine';
import { listen, type Arrived, type LocalServer } from './server';
import { Container, webhookContext, type Stage } from './stage';

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
	private readonly executions = new Map<string, Kept>();

	private count = 0;

	private constructor(private readonly server: LocalServer) {}

	static async start(): Promise<WaitingStage> {
		const server = await listen(async (arrived) => await stage.answer(arrived));
		const stage = new WaitingStage(server);
		return stage;
	}

	get url(): string {
		return this.server.url;
	}

	/** Runs a workflow until it waits or ends; with an agent, the node is its tool. */
	async run(
		scenario: Scenario,
		agent?: INodeType,
	): Promise<{ id: string; outcome: Outcome; finished: Promise<Outcome> }> {
		const id = String(++this.count);
		const own = agent ? toolOf(scenario) : scenario;
		const on = stage({ ...own, execution: { id, url: this.url } }, agent);
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

	isOver(id: string): boolean {
		return this.executions.get(id)?.state === 'finished';
	}

	/** What has come out of all runs of the node, or of another one, in an execution so far. */
	given(id: string, node = NODE): IDataObject[] {
		const runs = this.executions.get(id)?.run?.data.resultData.runData[node] ?? [];
		return runs.flatMap(({ data }) => (data?.main?.[0] ?? []).map(({ json }) => json));
	}

	/** When n8n itself stops waiting. */
	waitsUntil(id: string): Date | null | undefined {
		return this.executions.get(id)?.run?.waitTill;
	}

	/** The time that n8n waits is over. */
	async timeOut(id: string): Promise<void> {
		await this.goOn(this.executions.get(id) as Kept);
	}

	/** Somebody deletes an execution that waits. */
	delete(id: string): void {
		this.executions.delete(id);
	}

	/** Something else answers at the address of this n8n, with this status; undefined for itself again. */
	answersInstead?: number;

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
		await this.server.settled();
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

	private async answer(arrived: Arrived): Promise<void> {
		const { reply } = arrived;
		if (this.answersInstead) return reply(this.answersInstead, { message: 'Not here' });
		const url = new URL(arrived.url, this.url);
		const [, , id = '', suffix] = url.pathname.split('/');
		const kept = this.executions.get(id);
		if (!kept) return reply(404, { message: `The execution "${id}" does not exist.` });
		const signature = url.searchParams.get('signature') ?? '';
		const { hmacSignatureSecret } = Container.get(InstanceSettings);
		if (
			suffix !== encodeURIComponent(NODE) ||
			!validateUrlSignature(signature, url, hmacSignatureSecret)
		) {
			return reply(401, '<html>Invalid Form Link</html>');
		}
		if (kept.state === 'running') return reply(409, { message: 'running already' });
		if (kept.state === 'finished') return reply(200, '<html>No action required</html>');

		const { type } = kept.on;
		const [webhookDescription] = type.description.webhooks as [IWebhookDescription];
		const webhookData = { webhookDescription } as IWebhookData;
		const { data } = kept.run as IRun;
		const context = webhookContext(kept.on, arrived, 'trigger', webhookData, data);
		const result = await type.webhook?.call(context);
		if (result?.workflowData) {
			if ((kept.state as string) !== 'waiting') {
				return context.getResponseObject().status(409).json({ message: 'resuming already' });
			}
			const [entry] = (kept.run as IRun).data.executionData!.nodeExecutionStack;
			entry!.data.main = result.workflowData;
			entry!.metadata = { ...entry!.metadata, forwardAllOutputs: true };
			void this.goOn(kept);
		}
		if (result?.noWebhookResponse) return;
		const answer = result?.webhookResponse ?? { message: 'Workflow was started' };
		context.getResponseObject().status(200).json(answer);
	}
}

/** A stage for each test of one file. */
export function useWaiting(): () => WaitingStage {
	let stage: WaitingStage | undefined;
	beforeEach(async () => {
		stage = await WaitingStage.start();
	});
	return () => {
		if (!stage) throw new Error('The stage stands only during a test');
		return stage;
	};
}

/** Waits for what happens after the answers: n8n looks after those that wait. It asks every `ms` milliseconds. */
export async function tidied(holds: () => boolean, ms = 10): Promise<void> {
	while (!holds()) await new Promise((resolve) => setTimeout(resolve, ms));
}
