import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import type { Sentence } from '../values/sentence';
import { bareKey } from './apiKey';
import { baseUrlOf } from './baseUrl';
import { cancelledBy, cancelSignalOf, type ApiContext } from './context';
import type { ApiRequest } from './contract';
import { apiError, editorError, isNotFound } from './errors';
import { judgeAnswer, judgeFailure, type Outcome } from './outcome';
import { MAX_ASKED_MS, type Pacer } from './pacer';
import { accountOf, pacerOf } from './pacers';
import { pause, untilTimeOut } from './pause';
import { isRecord } from './records';
import { isLimit, isWorthRetrying, waitAfterFault } from './retry';
import { maskOf } from './secrets';
import { putFile, type Upload } from './upload';
import { Waiting } from './waiting';

export const CREDENTIAL = 'wtsChatApi';

/** How a run deals with the API; its user may choose. */
export interface RunOptions {
	/** Milliseconds that an answer, with all of its body, may take; a request that needs longer says so. */
	timeoutMs: number;
	/** How often a request is tried again after a fault, where that is safe. */
	retries: number;
	/** Whether to keep within the published limits; otherwise only refusals slow the run down. */
	paced: boolean;
}

export const RUN_DEFAULTS: RunOptions = { timeoutMs: 30_000, retries: 3, paced: true };

/** How long a run goes on while the account takes none of its requests. */
const RUN_PATIENCE_MS = MAX_ASKED_MS;
/** How long a person waits before a list, and WTS Chat for an answer. */
const EDITOR_PATIENCE_MS = 10_000;

/** The one door to the API for one run: it signs, sends, judges and, where that is safe, tries again. */
export interface Api {
	/** What the account goes by in this n8n process. */
	readonly account: string;

	/**
	 * Sends `request` and gives the API's answer; undefined when it is neither a record nor a list.
	 *
	 * @throws NodeApiError with a plain sentence when the API refuses or cannot be reached; in the
	 * editor a NodeOperationError with the same sentence
	 */
	send<Answer>(request: ApiRequest<Answer>): Promise<Answer>;

	/**
	 * Puts the bytes of a file at a signed address of the platform's storage, without the API key.
	 *
	 * @throws NodeApiError when the storage refuses or cannot be reached
	 */
	upload(address: string, file: Upload): Promise<void>;

	/** Waits `ms` milliseconds; false when the run was stopped meanwhile. */
	wait(ms: number): Promise<boolean>;

	/** Seconds that the run has waited so far until WTS Chat took its requests. */
	rateLimitedSeconds(): number;

	/** Sentences about what came out, for whoever reads it. */
	readonly notes: Set<Sentence>;
}

/**
 * Opens the door with the credential that the user chose for the node.
 *
 * @throws NodeOperationError when the credential's base URL cannot be used
 */
export async function connect(
	context: ApiContext,
	{ timeoutMs, retries, paced }: RunOptions = RUN_DEFAULTS,
): Promise<Api> {
	const credential = await context.getCredentials<{ apiKey: string; baseUrl: string }>(CREDENTIAL);
	const baseURL = baseUrlOf(credential.baseUrl, context.getNode());
	const account = accountOf(baseURL, credential.apiKey);
	const signal = cancelSignalOf(context);
	const patienceMs = signal ? RUN_PATIENCE_MS : EDITOR_PATIENCE_MS;
	const mask = maskOf([bareKey(credential.apiKey)], '[API key]');
	const waiting = new Waiting();
	const begunAt = Date.now();
	/** Since when the account answers with nothing but faults. */
	let faultySince: number | undefined;

	async function attempt(request: ApiRequest): Promise<Outcome> {
		const timeout = Math.max(timeoutMs, request.timeoutMs ?? 0);
		const abortSignal = untilTimeOut(timeout, signal);
		const options: IHttpRequestOptions = {
			baseURL,
			url: request.path,
			method: request.method,
			qs: request.query,
			arrayFormat: 'repeat',
			body: request.body,
			json: true,
			timeout,
			abortSignal,
			// the status is judged here: n8n would send a request again after a 401
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		};
		try {
			const response = (await context.helpers.httpRequestWithAuthentication.call(
				cancelledBy(context, abortSignal),
				CREDENTIAL,
				options,
			)) as IN8nHttpFullResponse;
			return judgeAnswer(response, mask);
		} catch (error) {
			return judgeFailure(error);
		}
	}

	/** One try, as soon as the limits of the account allow it. */
	async function pacedAttempt(request: ApiRequest, pacer: Pacer): Promise<Outcome> {
		const startedAt = await waiting.during(
			async () => await pacer.enter(patienceMs, signal, begunAt),
		);
		if (startedAt === undefined) {
			return signal?.aborted ? { kind: 'unreached', reason: 'the run was stopped' } : HELD_UP;
		}
		const outcome = await attempt(request);
		pacer.leave(startedAt, outcome);
		return outcome;
	}

	/** Waits for the next try of a request; false when there should be none. */
	async function goesOn(outcome: Outcome, tries: number): Promise<boolean> {
		if (outcome === HELD_UP || signal?.aborted) return false;
		// the pacer itself waits out a limit
		if (isLimit(outcome)) return (outcome.retryAfterMs ?? 0) <= patienceMs;
		const ms = waitAfterFault(outcome, tries);
		faultySince ??= Date.now();
		if (tries > retries || Date.now() - faultySince + ms > patienceMs) return false;
		return await waiting.during(async () => await pause(ms, signal));
	}

	async function send<Answer>(request: ApiRequest<Answer>): Promise<Answer> {
		const pacer = pacerOf(account, request.path, paced);
		let faults = 0;
		let mayHaveArrived = false;
		for (;;) {
			const outcome = await pacedAttempt(request, pacer);
			if (outcome.kind === 'answered') {
				faultySince = undefined;
				return recordsIn(outcome.body) as Answer;
			}
			// a try before may have deleted it, and its answer was lost
			if ((mayHaveArrived || request.notFoundIsSuccess) && isGone(request, outcome)) {
				return undefined as Answer;
			}

			if (!isLimit(outcome)) faults++;
			if (!isWorthRetrying(request, outcome) || !(await goesOn(outcome, faults))) {
				const error = apiError(context.getNode(), request, outcome);
				throw signal ? error : editorError(context.getNode(), error);
			}
			mayHaveArrived ||= outcome.kind !== 'unreached' && !isLimit(outcome);
		}
	}

	const upload = async (address: string, file: Upload) =>
		await putFile(context, address, file, timeoutMs, signal);

	const wait = async (ms: number) => await pause(ms, signal);

	return {
		account,
		send,
		upload,
		wait,
		rateLimitedSeconds: () => waiting.seconds,
		notes: new Set(),
	};
}

/** What a request has come to that the limits would hold up for longer than anybody waits. */
const HELD_UP: Outcome = { kind: 'refused', status: 429 };

function recordsIn(body: unknown): unknown {
	return Array.isArray(body) || isRecord(body) ? body : undefined;
}

function isGone({ method }: ApiRequest, outcome: Outcome): boolean {
	return method === 'DELETE' && isNotFound(outcome);
}
