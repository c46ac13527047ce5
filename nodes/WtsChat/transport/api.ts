import type {
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { baseUrlOf } from './baseUrl';
import type { ApiRequest } from './contract';
import { apiError, editorError } from './errors';
import { judgeAnswer, judgeFailure, type Outcome } from './outcome';
import { pause } from './pause';
import { waitBeforeRetry } from './retry';

export const CREDENTIAL = 'wtsChatApi';

const REQUEST_TIMEOUT_MS = 30_000;
const RUN_PATIENCE_MS = 10 * 60_000;
const EDITOR_PATIENCE_MS = 10_000;

/** The functions that n8n gives to whatever part of a node talks to a service. */
export type ApiContext = IExecuteFunctions | ILoadOptionsFunctions;

/** The one door to the API for one run: it signs, sends, judges and, where that is safe, tries again. */
export interface Api {
	/**
	 * Sends `request` and gives the API's answer; undefined when the answer has no body.
	 *
	 * @throws NodeApiError with a plain sentence when the API refuses or cannot be reached; in the
	 * editor a NodeOperationError with the same sentence
	 */
	send<Answer>(request: ApiRequest<Answer>): Promise<Answer>;
}

/**
 * Opens the door with the credential that the user chose for the node.
 *
 * @throws NodeOperationError when the credential's base URL cannot be used
 */
export async function connect(context: ApiContext): Promise<Api> {
	const credential = await context.getCredentials<{ apiKey: string; baseUrl: string }>(CREDENTIAL);
	const baseURL = baseUrlOf(credential.baseUrl, context.getNode());
	const signal = cancelSignalOf(context);

	async function attempt(request: ApiRequest): Promise<Outcome> {
		const options: IHttpRequestOptions = {
			baseURL,
			url: request.path,
			method: request.method,
			qs: request.query,
			arrayFormat: 'repeat',
			body: request.body,
			json: true,
			timeout: REQUEST_TIMEOUT_MS,
			// the status is judged here: n8n would send a request again after a 401
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		};
		try {
			const response = (await context.helpers.httpRequestWithAuthentication.call(
				context,
				CREDENTIAL,
				options,
			)) as IN8nHttpFullResponse;
			return judgeAnswer(response);
		} catch (error) {
			return judgeFailure(error);
		}
	}

	async function send<Answer>(request: ApiRequest<Answer>): Promise<Answer> {
		// a person waits before a dropdown, a run can take its time
		let patienceMs = signal ? RUN_PATIENCE_MS : EDITOR_PATIENCE_MS;

		for (let tries = 1; ; tries++) {
			const outcome = await attempt(request);
			if (outcome.kind === 'answered') return outcome.body as Answer;

			const wait = waitBeforeRetry(request.method, outcome, tries, patienceMs);
			if (wait === undefined || !(await pause(wait, signal))) {
				const error = apiError(context.getNode(), request, outcome, credential.apiKey);
				throw signal ? error : editorError(context.getNode(), error);
			}
			patienceMs -= wait;
		}
	}

	return { send };
}

/** The signal that n8n aborts when a person stops the run; the editor's requests have none. */
export function cancelSignalOf(context: ApiContext): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}
