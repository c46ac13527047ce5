import { NodeApiError, NodeOperationError, type IDataObject, type INode } from 'n8n-workflow';
import type { Sentence } from '../values/sentence';
import type { ApiRequest } from './contract';
import { LIMITS_IN_WORDS } from './limits';
import type { Lost, Outcome, Refusal, Unreached } from './outcome';
import * as sentences from './sentences';

/** Says what became of a message after the API had taken it, where that is no success. */
export class DeliveryError extends Error {
	constructor(
		message: Sentence,
		readonly remedy: string,
		/** What is known of the message. */
		readonly data: IDataObject,
	) {
		super(message);
	}
}

type Failure = Refusal | Unreached | Lost;

/** A plain sentence of what happened, and what to do about it. */
interface Explanation {
	message: Sentence;
	remedy: string;
}

/** The error that the user sees for a request that did not succeed. */
export function apiError(node: INode, request: ApiRequest, failure: Failure): NodeApiError {
	return failed(node, explain(request, failure), failure);
}

/** The same for the bytes of a file, which go to the platform's storage instead of the API. */
export function storageError(node: INode, failure: Failure): NodeApiError {
	return failed(node, explainStorage(failure), failure);
}

function failed(node: INode, { message, remedy }: Explanation, failure: Failure): NodeApiError {
	const refusal = failure.kind === 'refused' ? failure : undefined;
	const cause = failure.kind === 'refused' ? quote(failure) : `(${failure.reason})`;
	const status = failure.kind === 'unreached' ? undefined : failure.status;
	const error = new NodeApiError(
		node,
		{},
		{
			message,
			description: `${remedy} ${cause}`,
			httpCode: status === undefined ? undefined : String(status),
		},
	);
	error.context.data = {
		httpStatus: status,
		key: refusal?.key,
		supportId: refusal?.supportId,
	};
	return error;
}

/**
 * The same error for a list of the editor. n8n's editor shows "[object Object]" for an API error and
 * the message, without the description, for an operation error.
 */
export function editorError(
	node: INode,
	{ message, description }: Pick<NodeApiError, 'message' | 'description'>,
): NodeOperationError {
	const error = new NodeOperationError(node, message);
	// given to the constructor, a text with the name of a network error is replaced by n8n's own words
	error.message = description ? `${sentence(message)} ${description}` : message;
	return error;
}

function explain(request: ApiRequest, failure: Failure): Explanation {
	switch (failure.kind) {
		case 'unreached':
			return explainUnreached(failure);
		case 'lost':
			return explainLoss(request, failure);
		case 'refused':
			return explainRefusal(request, failure);
	}
}

function explainUnreached({ fault }: Unreached): Explanation {
	switch (fault) {
		case 'tls':
			return {
				message: sentences.withoutTls,
				remedy:
					"Nothing was sent. Check the certificate of the credential's Base URL, and that this address speaks https.",
			};
		case 'key':
			return {
				message: sentences.keyUnsendable,
				remedy:
					'Nothing was sent. Copy the API key into the credential again, without anything around it.',
			};
		default:
			return {
				message: sentences.unreachable,
				remedy: "Nothing was sent. Check the credential's Base URL and this n8n's network.",
			};
	}
}

function explainLoss(request: ApiRequest, { status = 0 }: Lost): Explanation {
	const doubt = doubtOf(request);
	return {
		message:
			status === 408 || status >= 500 ? sentences.unavailable(doubt) : sentences.unreadable(doubt),
		remedy: isWrite(request)
			? 'Look in WTS Chat whether it happened before you run this again.'
			: 'Try again later.',
	};
}

function isWrite({ method, readOnly }: ApiRequest): boolean {
	return method !== 'GET' && !readOnly;
}

/** What is uncertain after a write without a clear answer. */
function doubtOf(request: ApiRequest): string {
	if (!isWrite(request)) return '';
	return request.method === 'POST'
		? '; the request may have been sent'
		: '; the change may have been made';
}

function explainRefusal(request: ApiRequest, refusal: Refusal): Explanation {
	const { status, foreign } = refusal;
	if (isModuleOff(refusal)) {
		return {
			message: sentences.moduleOff,
			remedy: 'Ask the administrator of the account to enable it.',
		};
	}
	if (isNotFound(refusal)) {
		return {
			message: sentences.notFound,
			remedy: `Check ${request.subject ?? 'the IDs of the item'}.`,
		};
	}
	if (foreign && [403, 404, 405].includes(status)) {
		return {
			message: sentences.notTheApi,
			remedy:
				"Something else answers there, or on the way. Check the credential's Base URL and this n8n's network.",
		};
	}
	if (status === 401) {
		return {
			message: sentences.keyRefused,
			remedy:
				'Check the API key in the credential, or create a new one in WTS Chat under Ajustes → Integrações → Integração via API. The key may also not be allowed to use this feature.',
		};
	}
	if (status === 403) {
		return {
			message: sentences.keyNotAllowed,
			remedy: 'Use a key of the WTS Chat account that may use this feature.',
		};
	}
	if (status === 429) {
		return {
			message: sentences.tooMany,
			remedy: `${LIMITS_IN_WORDS} Try again in some minutes.`,
		};
	}
	if (status >= 300 && status < 400) {
		return {
			message: sentences.redirected(status < 307 ? doubtOf(request) : ''),
			remedy: "Check the credential's Base URL.",
		};
	}
	if (isMessage(request) && isWindowClosed(refusal.text)) {
		return { message: sentences.messageRefused, remedy: WINDOW_CLOSED };
	}
	return {
		message: sentences.requestRefused,
		remedy: request.subject
			? `Check ${request.subject} and the other fields.`
			: 'Check the fields.',
	};
}

function explainStorage(failure: Failure): Explanation {
	const remedy = 'The file is not stored, and nothing was sent to a contact.';
	switch (failure.kind) {
		case 'unreached':
			return {
				message: sentences.storageUnreachable,
				remedy: `${remedy} Check this n8n's network.`,
			};
		case 'lost':
			return {
				message: sentences.storageSilent,
				remedy: `${remedy} For a large file, set a longer 'Timeout' under 'Request Options'.`,
			};
		case 'refused':
			return { message: sentences.storageRefused, remedy };
	}
}

/** The API says "not found" with 404, or with a 500 that only its text tells apart from others. */
export function isNotFound(outcome: Outcome): boolean {
	if (outcome.kind !== 'refused' || outcome.foreign) return false;
	const { status, key, text = '' } = outcome;
	if (status === 404) return true;
	return (
		['FORM_ERROR', 'ENTITY_NOT_FOUND'].includes(key ?? '') &&
		/n[ãa]o encontrad[oa]\.?$/i.test(text) &&
		!/^canal/i.test(text)
	);
}

/** The API says that a feature is off only by its text. */
export function isModuleOff({ text = '' }: Refusal): boolean {
	return /n[ãa]o est[áa] habilitad[oa]/i.test(text);
}

/** Whether a request sends something to a contact. */
function isMessage({ method, path }: ApiRequest): boolean {
	return method === 'POST' && /\/(send|message)(\/|$)/.test(path);
}

/** What to do about a message that came too late for WhatsApp. */
export const WINDOW_CLOSED =
	"On WhatsApp this arrives only within 24 hours of the contact's last message. Use 'Send Template' to open the conversation again.";

/** Whether a sentence of the API, or of WhatsApp behind it, says that the 24 hours are over. */
export function isWindowClosed(text = ''): boolean {
	return /\b24\s*(h|hs|horas?|hours?)\b|\bjanela\b|re-?engagement|\b131047\b/i.test(text);
}

/** The API's own words, to be quoted. */
export function saysOf(text: string | undefined): string {
	return text ? `WTS Chat says: "${text}"` : 'WTS Chat gives no reason';
}

/** The text as a sentence, with a period at its end where it does not end by itself. */
export function sentence(text: string): string {
	return /[.!?…]["'”’)]?$/.test(text) ? text : `${text}.`;
}

/** What the API said, with what its support needs to find the case. */
function quote({ status, key, text, supportId }: Refusal): string {
	const details = [`HTTP ${status}`, key, supportId && `support ID ${supportId}`].filter(Boolean);
	return `${saysOf(text)} (${details.join(', ')}).`;
}
