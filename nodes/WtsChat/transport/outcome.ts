import type { IDataObject, IN8nHttpFullResponse } from 'n8n-workflow';
import { isRecord } from './records';

/** The API's refusal, whichever of its error forms it came in. */
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
}

/**
 * What became of one request:
 * `answered`: the API did it; `refused`: the API said no;
 * `unreached`: it surely never arrived; `lost`: it may have arrived, but no readable answer came back.
 */
export type Outcome =
	| { kind: 'answered'; body: unknown }
	| Refusal
	| { kind: 'unreached'; reason: string }
	| { kind: 'lost'; reason: string };

/** Judges an HTTP answer. The API also reports errors inside a 200, so the body is read as well. */
export function judgeAnswer(response: IN8nHttpFullResponse): Outcome {
	const { statusCode: status, headers } = response;
	const body: unknown = response.body;
	const successful = status >= 200 && status < 300;

	if (successful && typeof body === 'string' && body.trim() !== '') {
		// JSON was asked for; n8n leaves what it cannot parse as text
		return { kind: 'lost', reason: `The answer is not valid JSON: ${summaryOf(body)}` };
	}
	if (successful && !(isRecord(body) && body.error === true)) return { kind: 'answered', body };

	return {
		kind: 'refused',
		status,
		...detailsOf(body),
		retryAfterMs: retryAfterMs(headers['retry-after']),
	};
}

/** Judges the answer of the file storage, which speaks XML or says nothing. */
export function judgeUpload({ statusCode: status, body }: IN8nHttpFullResponse): Outcome {
	if (status >= 200 && status < 300) return { kind: 'answered', body: undefined };
	return { kind: 'refused', status, text: typeof body === 'string' ? summaryOf(body) : undefined };
}

const NEVER_ARRIVED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** Judges a request that ended without any HTTP answer. */
export function judgeFailure(error: unknown): Outcome {
	const code = codeOf(error);
	const reason = code ?? 'no answer';
	return NEVER_ARRIVED.includes(reason)
		? { kind: 'unreached', reason }
		: {
				kind: 'lost',
				reason: code === 'ECONNABORTED' || code === 'ETIMEDOUT' ? 'time-out' : reason,
			};
}

/** Node's error code, wherever n8n's wrapping has put it. */
function codeOf(error: unknown): string | undefined {
	for (let link = error; isRecord(link); link = link.cause) {
		if (typeof link.code === 'string') return link.code;
	}
	return undefined;
}

function detailsOf(body: unknown): Pick<Refusal, 'key' | 'text' | 'supportId'> {
	if (!isRecord(body)) return { text: typeof body === 'string' ? summaryOf(body) : undefined };
	const id = isRecord(body.id) ? body.id : {};
	return {
		key: textOf(body.key),
		// platform envelope first, then RFC 7807
		text: textOf(body.text) ?? problemOf(body),
		supportId: textOf(id.shortValue) ?? textOf(id.value),
	};
}

/** An RFC 7807 problem in one line: detail or title, then what it says of each property. */
function problemOf(body: IDataObject): string | undefined {
	const sentence = textOf(body.detail) ?? textOf(body.title);
	if (!isRecord(body.errors)) return sentence;
	const byProperty = Object.entries(body.errors).map(
		([property, messages]) => `${property}: ${[messages].flat().join(' ')}`,
	);
	return [sentence, ...byProperty].filter(Boolean).join(' ');
}

/** Gateways answer with whole HTML pages; people need their title. */
function summaryOf(text: string): string | undefined {
	const title = /<title[^>]*>([^<]*)<\/title>/i.exec(text)?.[1];
	const plain = (title ?? text.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ').trim();
	return plain.length > 200 ? `${plain.slice(0, 200)}…` : plain || undefined;
}

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** `Retry-After` in milliseconds; the header holds seconds or a date. */
function retryAfterMs(header: unknown): number | undefined {
	if (typeof header !== 'string') return undefined;
	const seconds = Number(header);
	const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
	return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
