import type { IDataObject, IN8nHttpFullResponse } from 'n8n-workflow';
import { detailsOf, isError, isText, statusIn, summaryOf, type ErrorDetails } from './errorBody';
import { isRecord } from './records';
import type { Mask } from './secrets';

/** A no, whichever of its error forms the API said it in. */
export interface Refusal extends ErrorDetails {
	kind: 'refused';
	status: number;
	/** Milliseconds that the API asked to wait. */
	retryAfterMs?: number;
	/** Whether it came as a page or a text, as gateways and other hosts say no: the API speaks JSON. */
	foreign?: true;
}

/** It surely never arrived. */
export interface Unreached {
	kind: 'unreached';
	reason: string;
	/** What failed, where it was not the way to the host. */
	fault?: 'tls' | 'key';
}

/** It may have arrived and may be done, but nothing that came back says so. */
export interface Lost {
	kind: 'lost';
	reason: string;
	/** The status of an answer that is neither a success nor the API's own no. */
	status?: number;
	retryAfterMs?: number;
}

/**
 * What became of one request. This is the only judge of it:
 *
 * | what came back                                              | outcome     |
 * | ----------------------------------------------------------- | ----------- |
 * | 2xx with JSON or nothing, without an error in it            | `answered`  |
 * | 2xx with an error in it                                     | as its status |
 * | 2xx with a page, a text, or JSON that breaks off            | `lost`      |
 * | 401, 403, 404, 405, 413, 414, 415, 429, 431, a redirect     | `refused`   |
 * | any other 4xx, or 500 with a key, in the API's own words    | `refused`   |
 * | every other status: 304, 400 without words, 408, 5xx …      | `lost`      |
 * | no connection, or none that is secure                       | `unreached` |
 * | a connection that broke, a body without end, silence        | `lost`      |
 */
export type Outcome = { kind: 'answered'; body: unknown } | Refusal | Unreached | Lost;

/** Statuses that say no by themselves: whoever answers so has not done what was asked. */
const SAYS_NO = [301, 302, 303, 307, 308, 401, 403, 404, 405, 413, 414, 415, 429, 431];

/**
 * Judges an HTTP answer. The API also reports errors inside a 200, so the body is read as well.
 *
 * @param mask for what is quoted
 */
export function judgeAnswer(response: IN8nHttpFullResponse, mask: Mask = (text) => text): Outcome {
	const { statusCode, headers } = response;
	const body: unknown = response.body;
	const succeeds = statusCode >= 200 && statusCode < 300;

	if (succeeds && isText(body)) {
		// JSON was asked for; n8n leaves what it cannot parse as text
		return { kind: 'lost', reason: `The answer is not valid JSON: ${summaryOf(body, mask)}` };
	}
	if (succeeds && !isError(body)) return { kind: 'answered', body: masked(body, mask) };

	const status = succeeds ? (statusIn(body) ?? statusCode) : statusCode;
	const details = detailsOf(body, mask);
	const waiting = { retryAfterMs: retryAfterMs(headers['retry-after']) };
	if (SAYS_NO.includes(status) || isOwnNo(status, body, details)) {
		return {
			kind: 'refused',
			status,
			...details,
			...waiting,
			...(isText(body) && { foreign: true }),
		};
	}
	const said = details.text ?? details.key;
	return {
		kind: 'lost',
		reason: ['HTTP ' + status, said].filter(Boolean).join(': '),
		status,
		...waiting,
	};
}

/** What an answer repeats of the key comes out masked; nothing else of it is changed. */
function masked(body: unknown, mask: Mask): unknown {
	const text = JSON.stringify(body) ?? '';
	const shown = mask(text);
	return shown === text ? body : (JSON.parse(shown) as unknown);
}

/** A no is only what the API itself words: whatever stands before it may have passed the request on. */
function isOwnNo(status: number, body: unknown, { key, text }: ErrorDetails): boolean {
	if (typeof body !== 'object' || status === 408 || status < 200 || status > 500) return false;
	return status === 500 ? key !== undefined : status < 300 || (key ?? text) !== undefined;
}

/** Judges the answer of the file storage, which speaks XML or says nothing. */
export function judgeUpload(
	{ statusCode: status, body }: IN8nHttpFullResponse,
	mask: Mask = (text) => text,
): Outcome {
	if (status >= 200 && status < 300) return { kind: 'answered', body: undefined };
	return { kind: 'refused', status, text: isText(body) ? summaryOf(body, mask) : undefined };
}

const NEVER_ARRIVED = [
	'ECONNREFUSED',
	'EADDRNOTAVAIL',
	'EAI_AGAIN',
	'EHOSTDOWN',
	'EHOSTUNREACH',
	'EMFILE',
	'ENETDOWN',
	'ENETUNREACH',
	'ENOTFOUND',
	'ERR_INVALID_URL',
];
/** Node's names for a certificate that does not pass; nothing is written before it has passed. */
const CERTIFICATE = /CERT|SIGNED|VERIFY_LEAF|ISSUER|CRL/;
/** How a header ends that cannot be sent; the key is the only one that is not always the same. */
const UNFIT_HEADER = ['ERR_INVALID_CHAR', 'ERR_HTTP_INVALID_HEADER_VALUE'];
const TIME_OUT = ['ECONNABORTED', 'ETIMEDOUT', 'ERR_CANCELED'];

/** Judges a request that ended without any HTTP answer. */
export function judgeFailure(error: unknown): Outcome {
	const links = chainOf(error);
	const code = links.map((link) => link.code).find((each) => typeof each === 'string');
	const reason = code === undefined ? 'no answer' : TIME_OUT.includes(code) ? 'time-out' : code;
	const socket = links.map(({ request }) => isRecord(request) && request.socket).find(isRecord);

	if (UNFIT_HEADER.includes(reason)) return { kind: 'unreached', reason, fault: 'key' };
	if (CERTIFICATE.test(reason) || socket?.secureConnecting === true) {
		return { kind: 'unreached', reason, fault: 'tls' };
	}
	return NEVER_ARRIVED.includes(reason) || socket?.connecting === true
		? { kind: 'unreached', reason }
		: { kind: 'lost', reason };
}

/** The error and its causes: n8n wraps what has failed, once or several times. */
function chainOf(error: unknown): IDataObject[] {
	const links: IDataObject[] = [];
	for (let link = error; isRecord(link) && !links.includes(link); link = link.cause) {
		links.push(link);
	}
	return links;
}

/** `Retry-After` in milliseconds; the header holds seconds or a date. */
function retryAfterMs(header: unknown): number | undefined {
	if (typeof header !== 'string') return undefined;
	const seconds = Number(header);
	const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
	return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
