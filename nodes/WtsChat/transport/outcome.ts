import type { IDataObject, IN8nHttpFullResponse } from 'n8n-workflow';
import { isRecord } from './records';
import type { Mask } from './secrets';

/** A no, whichever of its error forms the API said it in. */
export interface Refusal {
	kind: 'refused';
	status: number;
	/** Stable name of the error, for example `ENTITY_NOT_FOUND`. */
	key?: string;
	/** The API's own sentence, usually in Portuguese, or a summary of what came instead. */
	text?: string;
	/** Reference that the platform's support asks for. */
	supportId?: string;
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
 * | 2xx with the API's own error in it                          | as its status |
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
	if (succeeds && !isError(body)) return { kind: 'answered', body };

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

/** A no is only what the API itself words: whatever stands before it may have passed the request on. */
function isOwnNo(status: number, body: unknown, { key, text }: Details): boolean {
	if (!isRecord(body) || status === 408 || status > 500) return false;
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

/** Whether the body of a success reports an error, in the API's own form or in one in common use. */
function isError(body: unknown): boolean {
	if (!isRecord(body)) return false;
	const { error, errors, success, key, text, id, items } = body;
	const isRecordOfItsOwn = typeof id === 'string' || items !== undefined;
	return (
		isFilled(error) ||
		success === false ||
		(statusIn(body) ?? 0) >= 400 ||
		(body.httpStatusCode !== undefined && isFilled(key ?? text)) ||
		(isFilled(errors) && !isRecordOfItsOwn)
	);
}

function isFilled(value: unknown): boolean {
	if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
	return Boolean(value) && value !== 'false';
}

/** The status that an error names itself; problem details call it `status`. */
function statusIn(body: unknown): number | undefined {
	if (!isRecord(body)) return undefined;
	const isProblem = isFilled(body.title ?? body.detail ?? body.type);
	const named = [body.httpStatusCode, body.statusCode, isProblem && body.status];
	return named.find((status) => typeof status === 'number');
}

type Details = Pick<Refusal, 'key' | 'text' | 'supportId'>;

function detailsOf(body: unknown, mask: Mask): Details {
	if (!isRecord(body)) return { text: isText(body) ? summaryOf(body, mask) : undefined };
	const id = isRecord(body.id) ? body.id : {};
	const textOf = (value: unknown) => (isText(value) ? mask(value.trim()) : undefined);
	return {
		key: textOf(body.key),
		text: textOf(sentenceOf(body)),
		supportId: textOf(id.shortValue) ?? textOf(id.value),
	};
}

/** What an error says: the platform's envelope, problem details (RFC 7807), or what others use. */
function sentenceOf(body: IDataObject): string | undefined {
	const nested = isRecord(body.error) ? sentenceOf(body.error) : undefined;
	const sentence = [body.text, body.detail, body.title, body.message, body.error, nested].find(
		isText,
	);
	if (isText(body.text) || !isRecord(body.errors)) return sentence;
	const byProperty = Object.entries(body.errors).map(
		([property, messages]) => `${property}: ${[messages].flat().join(' ')}`,
	);
	return [sentence, ...byProperty].filter(Boolean).join(' ');
}

/** Gateways answer with whole HTML pages; people need their title. */
function summaryOf(text: string, mask: Mask): string | undefined {
	const title = /<title[^>]*>([^<]*)<\/title>/i.exec(text)?.[1];
	const words = (title ?? text.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ').trim();
	const plain = mask(words);
	return plain.length > 200 ? `${plain.slice(0, 200)}…` : plain || undefined;
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '';
}

/** `Retry-After` in milliseconds; the header holds seconds or a date. */
function retryAfterMs(header: unknown): number | undefined {
	if (typeof header !== 'string') return undefined;
	const seconds = Number(header);
	const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
	return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
