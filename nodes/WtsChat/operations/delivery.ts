import type { IDataObject } from 'n8n-workflow';
import type { components } from '../../../contract/types/chat';
import type { Api } from '../transport/api';
import { get, type ApiRequest } from '../transport/contract';
import {
	DeliveryError,
	isWindowClosed,
	saysOf,
	sentence,
	WINDOW_CLOSED,
} from '../transport/errors';
import type { Sentence } from '../values/sentence';
import * as sentences from './sentences';

type Schemas = components['schemas'];
type Status = Schemas['MessageStatus'] | Schemas['OtpStatus'] | Schemas['ScheduledMessageStatus'];

/** What the answers about a sent message have in common; the reason has two names. */
export interface SentMessage {
	id?: string;
	createdAt?: string | null;
	sessionId?: string | null;
	status?: Status;
	failedReason?: string | null;
	failureReason?: string | null;
	/** The messages that its text was sent as, where those are several. */
	parts?: IDataObject[];
	/** Those of them that were kept back. */
	unsent?: string[];
	/** Whether it was sent, where that was on conditions, and why not. */
	sent?: boolean;
	reason?: string;
	/** What was sent in place of it. */
	sentAs?: 'template';
}

const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 8_000;

const WAY: Array<Status | undefined> = ['QUEUED', 'SENT', 'DELIVERED', 'READ', 'FAILED'];
const QUEUED = ['PENDING', 'PROCESSING', 'SAVED', 'QUEUED'];
const ARRIVED = ['DELIVERED', 'READ'];
/** The API's own word, and those of the channels behind it. */
const FAILED = ['FAILED', 'FAILURE', 'REJECTED', 'UNDELIVERED', 'ERROR'];

/** The status of a message that was sent through `/chat/v1/send`. */
export const sendStatus = (id: string) => get('/chat/v1/send/message/{id}', { path: { id } });

/** The status of a message that was sent through the routes of messages and sessions. */
export const messageStatus = (id: string) => get('/chat/v1/message/{id}/status', { path: { id } });

/** A request that the API answers only when the channel has reacted, after 25 seconds at most. */
export function synchronous<Answer>(request: ApiRequest<Answer>): ApiRequest<Answer> {
	return { ...request, timeoutMs: 40_000 };
}

/**
 * What a message has come to at once: itself, with a note where it is only queued, or an error.
 *
 * @param sent the API's answer, which may be without a body
 * @param notes takes what has to be said of it
 */
export function outcomeOf(
	sent: SentMessage | undefined,
	notes: Set<Sentence>,
): IDataObject | DeliveryError {
	const [message] = [sent].flat();
	if (!message) return { success: true };
	if (hasStatus(message, QUEUED)) notes.add(sentences.queued);
	return hasStatus(message, FAILED) ? failed(message) : { ...message };
}

/** Whether the message has one of these statuses, however it is spelled. */
function hasStatus({ status }: SentMessage, statuses: string[]): boolean {
	return statuses.includes(String(status).trim().toUpperCase());
}

/** Sends what is not followed; where it fails at once, that is an error. */
export function sending(request: ApiRequest<SentMessage>): (api: Api) => Promise<IDataObject> {
	return async (api) => settled(outcomeOf(await api.send(request), api.notes));
}

function settled(outcome: IDataObject | DeliveryError): IDataObject {
	if (outcome instanceof DeliveryError) throw outcome;
	return outcome;
}

/**
 * Follows the message that `send` sends until it is delivered or read.
 *
 * @param seconds how long at most; 0 for not at all
 */
export function following(
	seconds: number,
	statusOf: (id: string, sent: SentMessage) => ApiRequest<SentMessage>,
	send: (api: Api) => Promise<SentMessage | undefined>,
): (api: Api) => Promise<IDataObject> {
	return async (api) => {
		const sent = await send(api);
		if (!seconds || !sent?.id) return settled(outcomeOf(sent, api.notes));
		return await untilDelivered(api, sent, statusOf(sent.id, sent), Date.now() + seconds * 1_000);
	};
}

/**
 * Reads the status in growing intervals until the message is delivered or read, or the time is up.
 *
 * @throws DeliveryError when the message fails, or when its status cannot be read
 */
async function untilDelivered(
	api: Api,
	sent: SentMessage,
	status: ApiRequest<SentMessage>,
	deadline: number,
): Promise<IDataObject> {
	let latest = sent;
	for (let pause = FIRST_PAUSE_MS; !hasStatus(latest, [...ARRIVED, ...FAILED]); pause *= 2) {
		const ms = Math.min(pause, MAX_PAUSE_MS, deadline - Date.now());
		if (ms <= 0 || !(await api.wait(ms))) return { ...latest, timedOut: true };
		const answer = await api
			.send(status)
			.catch((error: Error) => refuseToGuess(error.message, sent));
		const [news] = [answer as SentMessage | undefined].flat();
		if (!news) return refuseToGuess('The answer has none', sent);
		if (!isStepBack(latest.status, news.status)) latest = { ...latest, ...news };
	}
	return settled(outcomeOf(latest, api.notes));
}

/** Updates may come out of order; statuses that are not on the way are taken as they come. */
function isStepBack(from: Status | undefined, to: Status | undefined): boolean {
	return WAY.includes(to) && WAY.indexOf(to) < WAY.indexOf(from);
}

function failed({ id, status, failedReason, failureReason }: SentMessage): DeliveryError {
	const told = failedReason ?? failureReason ?? undefined;
	const reason = typeof told === 'object' ? JSON.stringify(told) : told;
	const says = sentence(saysOf(reason));
	return new DeliveryError(
		sentences.notDelivered,
		isWindowClosed(reason) ? `${WINDOW_CLOSED} ${says}` : says,
		{ id, status, reason },
	);
}

function refuseToGuess(cause: string, { id, status }: SentMessage): never {
	throw new DeliveryError(
		sentences.statusUnread,
		`Do not send it again before you have looked at it in WTS Chat. ${sentence(cause)}`,
		{ id, status },
	);
}
