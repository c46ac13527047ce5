import type { INode, INodeCredentials } from 'n8n-workflow';
import type { Sandbox } from '../../../playground/sandbox';
import { isSilence } from '../../../nodes/WtsChat/events/names';
import { readExample } from '../../support/examples';
import { endings } from './endings';
import type { Site } from './stage';
import { until } from './until';

/** What the reader of an example fills in: parameters by the names of the nodes. */
export type Choices = Record<string, object>;

/** The secret that other systems send along to the webhooks of the examples. */
const SECRET = { name: 'x-example', value: 'of a test' };

/** Somebody who imports an example into n8n, fills it in, and starts it. */
export class Reader {
	private id = '';

	private nodes: INode[] = [];

	constructor(
		private readonly site: Site,
		private readonly example: string,
	) {}

	/** Makes the credentials that the examples name, as n8n names them by itself. */
	static async prepare(
		{ api }: Pick<Site, 'api'>,
		accounts: Record<string, Sandbox>,
		models: Record<string, string>,
	): Promise<void> {
		const save = async (name: string, type: string, data: object) =>
			await api.http.post('/rest/credentials', { name, type, data });
		for (const [name, { url, apiKey }] of Object.entries(accounts)) {
			await save(name, 'wtsChatApi', { apiKey, baseUrl: url });
		}
		for (const [name, url] of Object.entries(models)) {
			await save(name, 'openAiApi', { apiKey: 'of a test', url });
		}
		await save('Header Auth account', 'httpHeaderAuth', SECRET);
		await save('Query Auth account', 'httpQueryAuth', { name: 'access_token', value: 'of a test' });
	}

	/** Imports the example with the reader's choices; its credentials are found by their names. */
	async import(choices: Choices = {}, credentials: Record<string, INodeCredentials> = {}) {
		const { name, nodes, connections, settings } = readExample(this.example);
		for (const [node, parameters] of Object.entries(choices)) {
			fillIn(nodeNamed(nodes, node), parameters);
		}
		for (const [node, chosen] of Object.entries(credentials)) {
			nodeNamed(nodes, node).credentials = chosen;
		}
		const { data } = await this.site.api.http.post<{ data: { id: string } }>('/rest/workflows', {
			name,
			nodes,
			connections,
			settings,
		});
		this.id = data.data.id;
		this.nodes = nodes;
	}

	/** One credential for all nodes of WTS Chat, for {@link import}. */
	withAccount(credentials: INodeCredentials): Record<string, INodeCredentials> {
		const { nodes } = readExample(this.example);
		const ours = nodes.filter((node) => node.credentials?.wtsChatApi);
		return Object.fromEntries(ours.map(({ name }) => [name, credentials]));
	}

	/** Publishes the workflow and waits until its trigger listens. */
	async publish(): Promise<void> {
		await this.site.api.activate(this.id);
		if (this.nodes.some(isDeliveredTo)) {
			await until(`${this.example} is subscribed`, () => this.isSubscribed());
		}
	}

	async unpublish(): Promise<void> {
		await this.site.api.deactivate(this.id);
		await until(`${this.example} is not subscribed`, () => !this.isSubscribed());
	}

	/** Starts the workflow by hand, at one of its triggers. */
	async run(trigger: string): Promise<void> {
		await this.site.api.http.post(`/rest/workflows/${this.id}/run`, {
			triggerToStartFrom: { name: trigger },
		});
	}

	/** Sends a request to the webhook, as the other system does. */
	async call(path: string, body: object): Promise<void> {
		await this.request(`webhook/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', [SECRET.name]: SECRET.value },
			body: JSON.stringify(body),
		});
	}

	/** Sends the form of the workflow, with its answers in the order of the questions. */
	async submit(answers: string[]): Promise<void> {
		const form = this.nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger');
		const body = new FormData();
		answers.forEach((answer, n) => body.set(`field-${n}`, answer));
		await this.request(`form/${form?.webhookId}`, { method: 'POST', body });
	}

	/** Waits until that many executions have ended, all of them well. */
	async ended(count = 1): Promise<void> {
		const { api } = this.site;
		const begun = async () => (await api.executions(this.id)).length >= count;
		await until(`${count} executions of ${this.example} have begun`, begun);
		expect(await endings(api, this.id)).toEqual(Array(count).fill('success'));
	}

	/** Waits until an execution waits for a reply. */
	async waits(): Promise<void> {
		const { api } = this.site;
		const isWaiting = async () =>
			(await api.executions(this.id)).some(({ status }) => status === 'waiting');
		await until(`${this.example} waits`, isWaiting);
	}

	private isSubscribed(): boolean {
		const { name } = readExample(this.example);
		return this.site.sandbox.account.subscriptions.some(
			(one) => one.name?.split(' · ')[0] === `n8n: ${name}`,
		);
	}

	/** n8n takes requests a moment after the workflow was published. */
	private async request(path: string, init: RequestInit): Promise<void> {
		const isTaken = async () => (await fetch(`${this.site.n8n.url}/${path}`, init)).ok;
		await until(`${this.example} takes requests`, isTaken, 200);
	}
}

/** Whether WTS Chat delivers events to the node; n8n looks for silences by itself. */
function isDeliveredTo({ type, parameters }: INode): boolean {
	const events = parameters.events as string[];
	return type.endsWith('.wtsChatTrigger') && !events.every(isSilence);
}

function nodeNamed(nodes: INode[], name: string): INode {
	const node = nodes.find((candidate) => candidate.name === name);
	if (!node) throw new Error(`The example has no node named "${name}"`);
	return node;
}

/** Fills in a form; in a Set node, the values of the fields that it sets. */
function fillIn({ type, parameters }: INode, choices: object): void {
	if (type !== 'n8n-nodes-base.set') {
		Object.assign(parameters, choices);
		return;
	}
	const { assignments } = parameters.assignments as {
		assignments: Array<{ name: string; value: unknown }>;
	};
	for (const [name, value] of Object.entries(choices)) {
		const field = assignments.find((candidate) => candidate.name === name);
		if (!field) throw new Error(`The example has no setting named "${name}"`);
		field.value = value;
	}
}
