import {
	following,
	messageStatus,
	outcomeOf,
	sending,
	sendStatus,
	synchronous,
	type SentMessage,
} from '../../../nodes/WtsChat/operations/delivery';
import type { ApiRequest } from '../../../nodes/WtsChat/transport/contract';
import { DeliveryError, WINDOW_CLOSED } from '../../../nodes/WtsChat/transport/errors';
import type { Sentence } from '../../../nodes/WtsChat/values/sentence';
import { answering, failure } from './support';

const request: ApiRequest<SentMessage> = sendStatus('1');

/** A status as the API may spell it, which is not always one of the contract. */
const message = (status: string | undefined, more: object = {}) =>
	({ id: '1', status, ...more }) as SentMessage;

function outcome(sent: unknown) {
	const notes = new Set<Sentence>();
	return { outcome: outcomeOf(sent as SentMessage, notes), isNoted: notes.size > 0 };
}

describe('what a message has come to at once', () => {
	test.each(['QUEUED', 'PENDING', 'PROCESSING', 'SAVED', ' queued '])('%s is noted', (status) => {
		expect(outcome(message(status))).toEqual({ outcome: message(status), isNoted: true });
	});

	test.each(['SENT', 'DELIVERED', 'READ', 'CANCELED', undefined])(
		'%s is all there is',
		(status) => {
			expect(outcome(message(status))).toEqual({ outcome: message(status), isNoted: false });
		},
	);

	test('of a list it is the first', () => {
		expect(outcome([message('SENT')]).outcome).toEqual(message('SENT'));
	});

	test.each([[undefined], [[]]])('%j is a success', (sent) => {
		expect(outcome(sent)).toEqual({ outcome: { success: true }, isNoted: false });
	});

	test.each(['FAILED', 'FAILURE', 'REJECTED', 'UNDELIVERED', 'ERROR', ' failed '])(
		'%s is an error',
		(status) => {
			const { outcome: error } = outcome(message(status, { failedReason: 'Número sem WhatsApp' }));
			expect(error).toBeInstanceOf(DeliveryError);
			expect(error).toMatchObject({
				message: 'The message did not reach the contact',
				remedy: 'WTS Chat says: "Número sem WhatsApp".',
				data: { id: '1', status, reason: 'Número sem WhatsApp' },
			});
		},
	);

	test.each<[object, string | undefined, string]>([
		[{ failureReason: 'Sem sinal' }, 'Sem sinal', 'WTS Chat says: "Sem sinal".'],
		[{ failedReason: null, failureReason: null }, undefined, 'WTS Chat gives no reason.'],
		[{ failedReason: { code: 7 } }, '{"code":7}', 'WTS Chat says: "{"code":7}".'],
		[
			{ failedReason: 'Janela fechada' },
			'Janela fechada',
			`${WINDOW_CLOSED} WTS Chat says: "Janela fechada".`,
		],
	])('an error with %j gives the reason %s', (more, reason, remedy) => {
		const { outcome: error } = outcome(message('FAILED', more));
		expect(error).toMatchObject({ remedy, data: { reason } });
	});
});

test('a message that is not followed comes out, or is thrown', async () => {
	const { api, requests } = answering(() => message('SENT'));
	expect(await sending(request)(api)).toEqual(message('SENT'));
	expect(requests).toEqual([request]);
	const fails = answering(() => message('FAILED'));
	await expect(sending(request)(fails.api)).rejects.toThrow(
		'The message did not reach the contact',
	);
});

test('the status is read where the message was sent', () => {
	expect(sendStatus('1')).toMatchObject({ method: 'GET', path: '/chat/v1/send/message/1' });
	expect(messageStatus('1')).toMatchObject({ method: 'GET', path: '/chat/v1/message/1/status' });
});

test('a request that is answered when the channel has reacted has the time for it', () => {
	expect(synchronous(request)).toEqual({ ...request, timeoutMs: 40_000 });
});

describe('a message that is followed', () => {
	beforeEach(() => {
		jest.useFakeTimers({ now: Date.parse('2026-11-30T10:00:00Z') });
	});
	afterEach(() => {
		jest.useRealTimers();
	});

	/** Follows a message through these answers, of which the last repeats; waiting takes no time. */
	async function follow(seconds: number, sent: SentMessage | undefined, ...answers: unknown[]) {
		const { api, requests, waits } = answering(() => {
			const answer = answers.length > 1 ? answers.shift() : answers[0];
			if (answer instanceof Error) throw answer;
			return answer;
		});
		const wait = async (ms: number) => {
			jest.setSystemTime(Date.now() + ms);
			return await api.wait(ms);
		};
		const follows = following(seconds, messageStatus, async () => await Promise.resolve(sent));
		const came = await follows({ ...api, wait }).catch((error: unknown) => error);
		return { came, waits, reads: requests.length, notes: api.notes };
	}

	test('is read until it arrives, in growing intervals of eight seconds at most', async () => {
		const queued = Array.from({ length: 6 }, () => message('QUEUED'));
		const { came, waits } = await follow(60, message('QUEUED'), ...queued, message('READ'));
		expect(came).toEqual(message('READ'));
		expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
	});

	test('is read for as long as is wished, and then comes out as it is', async () => {
		const { came, waits } = await follow(2, message('QUEUED'), message('SENT'));
		expect(came).toEqual({ ...message('SENT'), timedOut: true });
		expect(waits).toEqual([500, 1_000, 500]);
	});

	test.each([
		['arrived', message('DELIVERED'), 5],
		['is not to be followed', message('SENT'), 0],
		['has no ID', { status: 'SENT' } as SentMessage, 5],
	])('is not read where it %s', async (_, sent, seconds) => {
		expect(await follow(seconds, sent)).toMatchObject({ came: sent, reads: 0 });
	});

	test('is a success where the API answers nothing to it', async () => {
		expect(await follow(5, undefined)).toMatchObject({ came: { success: true }, reads: 0 });
	});

	test('keeps what is known of it, and takes what is new', async () => {
		const sent = message('QUEUED', { sessionId: 's' });
		const { came } = await follow(5, sent, [message('DELIVERED', { sentAt: 'now' })]);
		expect(came).toEqual({ ...sent, status: 'DELIVERED', sentAt: 'now' });
	});

	test.each<[string, string, string, string]>([
		['does not go back on the way', 'SENT', 'QUEUED', 'SENT'],
		['takes a status that is not on the way', 'SENT', 'PROCESSING', 'PROCESSING'],
	])('%s', async (_, first, then, last) => {
		const { came } = await follow(3, message('QUEUED'), message(first), message(then));
		expect(came).toMatchObject({ status: last, timedOut: true });
	});

	test('takes what is new of the same status', async () => {
		const { came } = await follow(1, message('SENT'), message('SENT', { sentAt: 'now' }));
		expect(came).toEqual({ ...message('SENT', { sentAt: 'now' }), timedOut: true });
	});

	test('is an error when it fails on the way', async () => {
		const { came } = await follow(5, message('QUEUED'), message('FAILED'));
		expect(came).toMatchObject({ message: 'The message did not reach the contact' });
	});

	test.each<[string, unknown, string]>([
		['cannot be read', failure(), 'It cannot be reached.'],
		['is answered with nothing', undefined, 'The answer has none.'],
		['is answered with an empty list', [], 'The answer has none.'],
	])('does not pass for one that was not sent where its status %s', async (_, answer, cause) => {
		const { came } = await follow(5, message('QUEUED'), answer);
		expect(came).toMatchObject({
			message: 'The message was sent, but its status cannot be read',
			remedy: `Do not send it again before you have looked at it in WTS Chat. ${cause}`,
			data: { id: '1', status: 'QUEUED' },
		});
	});
});
