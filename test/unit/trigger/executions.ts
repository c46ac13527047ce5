import { randomUUID } from 'node:crypto';
import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { deliveryIn, type Delivery } from '../../../nodes/WtsChat/events/delivery';
import { handedOver } from '../../../nodes/WtsChat/trigger/handover';
import { startWorkflow } from '../../../nodes/WtsChat/trigger/start';
import { RepeatRecord } from '../../support/record';
import { onTheClock } from '../transport/support';

export const NOW = Date.parse('2026-11-30T10:00:00Z');

export const at = (seconds: number) => new Date(NOW + seconds * 1_000).toISOString();

/** The clock of each test of a file is the test's. */
export function useClock(): void {
	beforeEach(() => {
		jest.useFakeTimers({ now: NOW });
		jest.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
			const ending = new AbortController();
			setTimeout(() => ending.abort(), ms);
			return ending.signal;
		});
	});
	afterEach(() => {
		jest.restoreAllMocks();
		jest.useRealTimers();
	});
}

/** An event as it is delivered; each has an ID of its own unless it is given one. */
export function bodyOf(content: IDataObject = {}, eventType = 'MESSAGE_RECEIVED') {
	const date = at(0);
	return { eventType, date, content: { id: randomUUID(), type: 'TEXT', text: 'Oi', ...content } };
}

export const eventIn = (body: object): Delivery => deliveryIn(body)!;

/** A message of the contact in the session `s`, written that many seconds after now, which is also its text. */
export const written = (second: number, more: IDataObject = {}) => ({
	id: `m${second}`,
	sessionId: 's',
	type: 'TEXT',
	direction: 'FROM_HUB',
	text: String(second),
	createdAt: at(second),
	...more,
});

/** What the API answers at each path: a body, a status that says no, or what works that out. */
export type Answers = Record<string, unknown>;

let accounts = 0;

/** The part of n8n's functions that leads to the API, for an account of its own. */
export function accountWith(answers: Answers) {
	const requests: IHttpRequestOptions[] = [];
	const all: Answers = { '/core/v1/webhook/subscription': [], ...answers };
	const apiKey = `trigger-${++accounts}`;

	async function ask(_credential: string, options: IHttpRequestOptions) {
		requests.push(options);
		const found = all[options.url] ?? 403;
		const answer: unknown = typeof found === 'function' ? await found(options) : found;
		return typeof answer === 'number'
			? { statusCode: answer, headers: {}, body: {} }
			: { statusCode: 200, headers: {}, body: answer };
	}

	return {
		requests,
		paths: () => requests.map(({ url }) => url),
		getCredentials: async () => ({ apiKey, baseUrl: 'https://api.helena.run' }),
		ask,
	};
}

export interface Execution {
	/** What n8n has stored for it. */
	items: INodeExecutionData[];
	parameters?: IDataObject;
	answers?: Answers;
	mode?: WorkflowExecuteMode;
	/** What n8n keeps of the events that have started the workflow. */
	record?: RepeatRecord;
	/** What is behind the address of each file. */
	files?: Record<string, IDataObject>;
}

/** Runs the trigger in an execution, and gives what it comes to. */
export async function executed({
	items,
	parameters = {},
	answers = {},
	mode = 'webhook',
	record = new RepeatRecord(),
	files = {},
}: Execution) {
	const { ask, requests, paths, getCredentials } = accountWith(answers);
	const given: IDataObject = { events: ['MESSAGE_RECEIVED'], ...parameters };
	const warnings: string[] = [];
	const node = { id: 'node', name: 'WTS Chat Trigger', type: 'n8n-nodes-wts-chat.wtsChatTrigger' };
	const context = {
		getInputData: () => items,
		getNodeParameter: (name: string) => given[name] ?? null,
		getTimezone: () => 'America/Sao_Paulo',
		getMode: () => mode,
		getNode: () => node,
		getWorkflow: () => ({ id: 'workflow' }),
		getInstanceId: () => 'this n8n',
		getExecutionId: () => randomUUID(),
		getExecutionCancelSignal: () => undefined,
		getCredentials,
		logger: { warn: (said: string) => void warnings.push(said) },
		helpers: {
			httpRequestWithAuthentication: ask,
			httpRequest: async ({ url }: IHttpRequestOptions) => files[url],
			prepareBinaryData: async (_bytes: unknown, fileName: string) => ({ fileName }),
			checkProcessedAndRecord: async (
				entries: unknown[],
				_scope: string,
				{ maxEntries }: { maxEntries: number },
			) => await record.check('node', entries, maxEntries),
		},
	};
	const began = Date.now();
	const [output = []] = await onTheClock(startWorkflow(context as unknown as IExecuteFunctions));
	const jsons = output.map(({ json }) => json);
	return { output, jsons, requests, paths, warnings, record, took: Date.now() - began };
}

export interface Begun extends Omit<Execution, 'items'> {
	options?: IDataObject;
	/** Whether the process could read what else the contact has written. */
	isRead?: boolean;
}

/** What comes out of an execution that begins with these events. */
export async function begun(bodies: object[], { options = {}, isRead, ...more }: Begun = {}) {
	const delivered = bodies.map((body) => ({ delivery: eventIn(body) }));
	const items = [handedOver(delivered, isRead)];
	return await executed({ items, ...more, parameters: { options, ...more.parameters } });
}

/** The texts of the messages that the item holds. */
export const textsOf = (json: IDataObject | undefined) =>
	(json?.messages as IDataObject[]).map(({ text }) => text);
