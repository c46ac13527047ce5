import { NodeApiError, NodeOperationError, type IDataObject, type INode } from 'n8n-workflow';
import type { ApiRequest } from './contract';
import { LIMITS_IN_WORDS } from './limits';
import type { Outcome, Refusal } from './outcome';

/** Says what became of a message after the API had taken it, where that is no success. */
export class DeliveryError extends Error {
	constructor(
		message: string,
		readonly remedy: string,
		/** What is known of the message. */
		readonly data: IDataObject,
	) {
		super(message);
	}
}

type Failure = Exclude<Outcome, { kind: 'answered' }>;

/** A plain sentence of what happened, and what to do about it. */
interface Explanation {
	message: string;
	remedy: string;
}

/** The error that the user sees for a request that did not succeed. */
export function apiError(
	node: INode,
	request: ApiRequest,
	failure: Failure,
	apiKey: string,
): NodeApiError {
	const refusal = failure.kind === 'refused' ? failure : undefined;
	const { message, remedy } = explain(request, failure);
	const cause = failure.kind === 'refused' ? quote(failure) : `(${failure.reason})`;

	const error = new NodeApiError(
		node,
		{},
		{
			message,
			description: withoutKey(`${remedy} ${cause}`, apiKey),
			httpCode: refusal && String(refusal.status),
		},
	);
	error.context.data = {
		httpStatus: refusal?.status,
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
	{ message, description }: NodeApiError,
): NodeOperationError {
	return new NodeOperationError(node, [message, description].filter(Boolean).join('. '));
}

function explain(request: ApiRequest, failure: Failure): Explanation {
	switch (failure.kind) {
		case 'unreached':
			return {
				message: 'WTS Chat could not be reached',
				remedy: "Nothing was sent. Check the credential's Base URL and this n8n's network.",
			};
		case 'lost':
			return {
				message: `WTS Chat gave no answer that can be read${doubtOf(request)}`,
				remedy: request.method === 'GET' ? 'Try again later.' : LOOK_FIRST,
			};
		case 'refused':
			return explainRefusal(request, failure);
	}
}

const LOOK_FIRST = 'Look in WTS Chat whether it happened before you run this again.';

/** What is uncertain after a write without a clear answer. */
function doubtOf({ method }: ApiRequest): string {
	if (method === 'GET') return '';
	return method === 'POST' ? '; the request may have been sent' : '; the change may have been made';
}

function explainRefusal(request: ApiRequest, refusal: Refusal): Explanation {
	const { status } = refusal;
	if (isModuleOff(refusal)) {
		return {
			message: 'This feature is not enabled in the WTS Chat account',
			remedy: 'Ask the administrator of the account to enable it.',
		};
	}
	if (isNotFound(refusal)) {
		return {
			message: 'WTS Chat does not find what this item names',
			remedy: `Check ${request.subject ?? 'the IDs of the item'}.`,
		};
	}
	if (status === 401) {
		return {
			message: 'WTS Chat did not accept the API key',
			remedy:
				'Check the API key in the credential, or create a new one in WTS Chat under Ajustes → Integrações → Integração via API. The key may also not be allowed to use this feature.',
		};
	}
	if (status === 403) {
		return {
			message: 'The API key is not allowed to do this',
			remedy: 'Use a key of the WTS Chat account that may use this feature.',
		};
	}
	if (status === 429) {
		return {
			message: 'WTS Chat is receiving too many requests from this account',
			remedy: `${LIMITS_IN_WORDS} Try again in some minutes.`,
		};
	}
	if ([502, 503, 504].includes(status)) {
		return {
			message: `WTS Chat is not available right now${doubtOf(request)}`,
			remedy: request.method === 'GET' ? 'Try again later.' : LOOK_FIRST,
		};
	}
	if (status >= 300 && status < 400) {
		return {
			message: 'The Base URL leads to another address',
			remedy: "Check the credential's Base URL.",
		};
	}
	return {
		message: 'WTS Chat refused the request',
		remedy: request.subject
			? `Check ${request.subject} and the other fields.`
			: 'Check the fields.',
	};
}

/** The API says "not found" with 404, or with a 500 that only its text tells apart from others. */
export function isNotFound(outcome: Outcome): boolean {
	if (outcome.kind !== 'refused') return false;
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

/** What the API said, with what its support needs to find the case. */
function quote({ status, key, text, supportId }: Refusal): string {
	const says = text ? `WTS Chat says: "${text}"` : 'WTS Chat gives no reason';
	const details = [`HTTP ${status}`, key, supportId && `support ID ${supportId}`].filter(Boolean);
	return `${says} (${details.join(', ')}).`;
}

/** A server could repeat the key in its answer; it never reaches a message. */
function withoutKey(text: string, apiKey: string): string {
	const key = apiKey.trim().replace(/^bearer\s+/i, '');
	return key === '' ? text : text.replaceAll(key, '[API key]');
}
