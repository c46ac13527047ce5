import type { IDataObject } from 'n8n-workflow';
import { isRecord } from './records';
import type { Mask } from './secrets';

/** What an error says of itself. */
export interface ErrorDetails {
	/** Stable name of the error, for example `ENTITY_NOT_FOUND`. */
	key?: string;
	/** Its own sentence, usually in Portuguese, or a summary of what came instead. */
	text?: string;
	/** Reference that the platform's support asks for. */
	supportId?: string;
}

/** Names of statuses that are no errors. */
const FINE = /^(2\d\d|ok|created|accepted|no ?content)$/i;

/** Whether the body of a success reports an error, in the API's own form or in one in common use. */
export function isError(body: unknown): boolean {
	if (Array.isArray(body)) return body.length > 0 && body.every(isError);
	if (!isRecord(body)) return false;
	const named = inSmallLetters(body);
	const { error, errors, success, issuccess, succeeded, ok, status, key, text, data } = named;
	const hasId = isText(named.id);
	return (
		isFilled(error) ||
		[success, issuccess, succeeded, ok].some((each) => String(each) === 'false') ||
		(statusIn(body) ?? 0) >= 400 ||
		(named.httpstatuscode !== undefined && !FINE.test(String(named.httpstatuscode))) ||
		/^(error|erro)$/i.test(String(status)) ||
		(isFilled(errors) && !hasId) ||
		(isText(key) && isText(text) && !hasId) ||
		(isRecord(data) && !hasId && isError(data))
	);
}

/** The status that an error names itself; problem details (RFC 7807) call it `status`. */
export function statusIn(body: unknown): number | undefined {
	if (!isRecord(body)) return undefined;
	const { httpstatuscode, statuscode, status } = inSmallLetters(body);
	return [httpstatuscode, statuscode, status]
		.filter((each) => /^\d{3}$/.test(String(each)))
		.map(Number)[0];
}

/** What the body of an error says, fit to be shown. */
export function detailsOf(body: unknown, mask: Mask): ErrorDetails {
	if (Array.isArray(body)) return detailsOf(body[0], mask);
	if (!isRecord(body)) return { text: isText(body) ? summaryOf(body, mask) : undefined };
	const { id, key } = inSmallLetters(body);
	const { shortValue, value } = isRecord(id) ? id : {};
	const shown = (said: unknown) => (isText(said) ? mask(said.trim()) : undefined);
	return {
		key: shown(key),
		text: shown(sentenceOf(body)),
		supportId: shown(shortValue) ?? shown(value),
	};
}

/** Gateways answer with whole HTML pages; people need their title. */
export function summaryOf(text: string, mask: Mask): string | undefined {
	const title = /<title[^>]*>([^<]*)<\/title>/i.exec(text)?.[1];
	const words = (title ?? text.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ').trim();
	const plain = mask(words);
	return plain.length > 200 ? `${plain.slice(0, 200)}…` : plain || undefined;
}

/** Whether something is a text that says something. */
export function isText(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '';
}

/** What an error says: the platform's envelope, problem details, or what others use. */
function sentenceOf(body: IDataObject): string | undefined {
	const { text, detail, title, message, error, errors, data } = inSmallLetters(body);
	const nested = [error, data].filter(isRecord).map(sentenceOf);
	const sentence = [text, detail, title, message, error, ...nested].find(isText);
	if (isText(text)) return text;
	const each = Array.isArray(errors)
		? errors.map((one) => (isRecord(one) ? sentenceOf(one) : one))
		: Object.entries(isRecord(errors) ? errors : {}).map(
				([property, messages]) => `${property}: ${[messages].flat().join(' ')}`,
			);
	return [sentence, ...each].filter(isText).join(' ') || undefined;
}

/** The properties by their names in small letters: not everything that answers spells like the API. */
function inSmallLetters(body: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(body).map(([name, value]) => [name.toLowerCase(), value]),
	);
}

function isFilled(value: unknown): boolean {
	if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
	return Boolean(value) && value !== 'false';
}
