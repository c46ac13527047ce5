import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import axios, {
	type AxiosAdapter,
	type AxiosInstance,
	type AxiosResponse,
	type InternalAxiosRequestConfig,
} from 'axios';
import { PlainError } from './plainError';

/** How one waits for an n8n that starts. */
export interface Patience {
	/** When the wait for one request is given up. */
	limitMs: number;
	pauseMs: number;
	/** How often the person is told what is waited for. */
	tellEveryMs: number;
	tell(line: string): void;
	now(): number;
	/** @throws Error when the signal ends the wait */
	pause(ms: number, signal?: AbortSignal): Promise<unknown>;
	/** Ends the wait, for example when n8n has ended. */
	signal?: AbortSignal;
}

/** Far beyond what n8n takes to start on a slow machine. */
const patient: Patience = {
	limitMs: 180_000,
	pauseMs: 250,
	tellEveryMs: 15_000,
	tell: (line) => console.log(line),
	now: Date.now,
	pause: async (ms, signal) => await sleep(ms, undefined, { signal }),
};

/**
 * Asks n8n over HTTP. n8n listens seconds before its routes stand, so a request waits until they do. What
 * n8n refuses after that is a {@link PlainError} that names the request and n8n's own words.
 */
export function n8nHttp(url: string, patience: Partial<Patience> = {}): AxiosInstance {
	return axios.create({
		baseURL: url,
		proxy: false,
		timeout: 120_000,
		// n8n may close an idle connection at the moment in which a slow machine uses it again
		httpAgent: new Agent({ keepAlive: false }),
		adapter: waitingAdapter({ ...patient, ...patience }),
	});
}

/** What came of one try: an answer, or the code of the error that came instead. */
type Outcome = { response: AxiosResponse } | { code: string };

function waitingAdapter(patience: Patience): AxiosAdapter {
	const { limitMs, pauseMs, tellEveryMs, tell, now, pause, signal } = patience;
	return async (config) => {
		const began = now();
		for (let told = 0; ;) {
			const outcome = await ask(config);
			if (!isUnready(outcome, config)) return accept(outcome, config);
			const state = `it ${describe(outcome, config)}`;
			const waited = now() - began;
			if (waited >= limitMs) {
				throw new PlainError(`n8n has not started within ${inSeconds(limitMs)}: ${state}.`);
			}
			if (waited >= (told + 1) * tellEveryMs) {
				told = Math.floor(waited / tellEveryMs);
				tell(`Still waiting for n8n to start (${inSeconds(waited)}): ${state} …`);
			}
			await pause(pauseMs, signal);
		}
	};
}

async function ask(config: InternalAxiosRequestConfig): Promise<Outcome> {
	try {
		// every status is an answer here
		return { response: await http({ ...config, validateStatus: null }) };
	} catch (error) {
		if (!axios.isAxiosError(error)) throw error;
		return { code: error.code ?? error.message };
	}
}

const http = axios.getAdapter('http');

/** Whether n8n has not seen the request yet, so that it can be made again. */
function isUnready(outcome: Outcome, { method }: InternalAxiosRequestConfig): boolean {
	if ('code' in outcome) {
		// a request that changes something may have arrived before the connection broke
		return outcome.code === 'ECONNREFUSED' || method === 'get';
	}
	const { status } = outcome.response;
	const type = typeOf(outcome.response);
	// its REST interface answers in JSON; until it stands, other parts of n8n answer in its place
	return status === 503 || type.includes('html') || (status >= 400 && !type.includes('json'));
}

function accept(outcome: Outcome, config: InternalAxiosRequestConfig): AxiosResponse {
	if ('response' in outcome) {
		const { response } = outcome;
		const { validateStatus } = config;
		if (!validateStatus || validateStatus(response.status)) return response;
	}
	throw new PlainError(`n8n ${describe(outcome, config)}.`);
}

/** For example `answers 400 (Bad request) to POST /rest/workflows`. */
function describe(outcome: Outcome, { method = 'get', url }: InternalAxiosRequestConfig): string {
	const request = `to ${method.toUpperCase()} ${url}`;
	if ('code' in outcome) return `gives no answer ${request} (${outcome.code})`;
	const { response } = outcome;
	const said = wordsOf(response) ?? typeOf(response).split(';')[0];
	return `answers ${response.status}${said ? ` (${said})` : ''} ${request}`;
}

/** What n8n itself says in an answer that refuses. */
function wordsOf({ data }: AxiosResponse): string | undefined {
	try {
		const { message } = JSON.parse(String(data)) as { message?: unknown };
		return typeof message === 'string' ? message : undefined;
	} catch {
		return undefined;
	}
}

function typeOf({ headers }: AxiosResponse): string {
	return String(headers['content-type'] ?? '');
}

function inSeconds(ms: number): string {
	return `${Math.round(ms / 1000)} seconds`;
}
