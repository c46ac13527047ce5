import type { IExecuteFunctions, IHttpRequestOptions, INode } from 'n8n-workflow';
import type { ApiContext } from '../../../nodes/WtsChat/transport/context';

export const NODE = { name: 'WTS Chat', type: 'wtsChat', typeVersion: 1 } as INode;

interface Answer {
	status?: number;
	headers?: Record<string, string>;
	body?: unknown;
	/** Milliseconds until it comes. */
	after?: number;
}

/** What becomes of a request: an answer, or the code of the failure that ends it. */
export type Step = Answer | { fails: string };

/** A request as the node gave it to n8n. */
export interface Sent {
	/** When, on the test's clock. */
	at: number;
	/** The credential it is signed with; none for the file storage. */
	credential?: string;
	options: IHttpRequestOptions;
}

interface Account {
	apiKey?: string;
	baseUrl?: string;
}

let accounts = 0;

/**
 * The functions that n8n gives to a node, with an API behind them that takes one step after the other
 * and then repeats the last one. Each stands for an account of its own, unless that is given.
 */
export function scripted(
	steps: Step[],
	{ apiKey = `key-${++accounts}`, baseUrl = 'https://api.helena.run' }: Account = {},
) {
	const sent: Sent[] = [];
	const controller = new AbortController();

	async function respond(options: IHttpRequestOptions, credential?: string): Promise<unknown> {
		sent.push({ at: Date.now(), credential, options });
		const step = steps[Math.min(sent.length, steps.length) - 1] ?? {};
		if ('fails' in step) throw Object.assign(new Error(step.fails), { code: step.fails });
		const { status = 200, headers = {}, body, after } = step;
		if (after) await new Promise((resolve) => setTimeout(resolve, after));
		// as n8n does: the status is judged by the node only when the node asks for that
		if (status >= 300 && !options.ignoreHttpStatusErrors) throw new Error(`HTTP ${status}`);
		return options.returnFullResponse ? { statusCode: status, headers, body } : body;
	}

	const editor = {
		getCredentials: async () => ({ apiKey, baseUrl }),
		getNode: () => NODE,
		helpers: {
			httpRequest: async (options: IHttpRequestOptions) => await respond(options),
			httpRequestWithAuthentication: async (credential: string, options: IHttpRequestOptions) =>
				await respond(options, credential),
		},
	} as unknown as ApiContext;

	return {
		sent,
		apiKey,
		/** What a list of the editor gets: nobody can stop it. */
		editor,
		/** What a run gets: a person can stop it. */
		run: {
			...editor,
			getExecutionCancelSignal: () => controller.signal,
		} as unknown as IExecuteFunctions,
		stop: () => controller.abort(),
		signal: controller.signal,
	};
}

const MAX_TIMERS = 20_000;

// no test moves on to a timer that an earlier one has left
afterEach(() => jest.clearAllTimers());

/** Lets the fake clock go until `work` has come to its end, no further, and gives what it came to. */
export async function onTheClock<Result>(work: Promise<Result>): Promise<Result> {
	let ended = false;
	void Promise.allSettled([work]).then(() => (ended = true));
	// what needs no time comes to its end first
	await jest.advanceTimersByTimeAsync(0);
	for (let timer = 0; !ended; timer++) {
		if (timer > MAX_TIMERS) throw new Error('This waits without end');
		await jest.advanceTimersToNextTimerAsync();
	}
	return await work;
}

/** Like {@link onTheClock}, for what has to end with an error. */
export async function errorOf(work: Promise<unknown>): Promise<Error & { description?: string }> {
	return await onTheClock(work).then(
		() => {
			throw new Error('This should have ended with an error');
		},
		(error: Error) => error,
	);
}
