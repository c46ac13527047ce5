import type { FastifyInstance } from 'fastify';
import { ApiError, problem } from './errors';

/** How the sandbox keeps the published limits of an account. */
export interface LimitOptions {
	/** How many times faster than a real clock the spans pass: 20 makes 5 minutes 15 seconds. */
	clock?: number;
	/** What that clock is made from, in milliseconds; the time of day by default. */
	now?: () => number;
	/** How a refusal tells when to come back, in the time of that clock. */
	retryAfter?: 'seconds' | 'date';
}

interface Window {
	requests: number;
	ms: number;
	/** When the requests came that were let through. */
	times: number[];
}

const window = (requests: number, ms: number): Window => ({ requests, ms, times: [] });

/** The published limits, in sliding windows. Refused requests do not count. */
export class Limits {
	private readonly send = [window(1_000, 120_000)];
	private readonly general = [window(200, 5_000), window(1_000, 300_000)];
	/** How many requests were refused. */
	refused = 0;

	constructor(private readonly options: LimitOptions) {}

	/** Lets a request pass, or gives the milliseconds of the limits' clock until it may come again. */
	take(path: string): number {
		const { clock = 1, now: timeOf = Date.now } = this.options;
		const now = timeOf() * clock;
		const windows = path.startsWith('/chat/v1/send/') ? this.send : this.general;
		const waits = windows.map(({ requests, ms, times }) => {
			while (times[0] !== undefined && times[0] <= now - ms) times.shift();
			return times.length < requests ? 0 : times[0]! + ms - now;
		});
		const wait = Math.max(...waits);
		if (wait > 0) this.refused++;
		else for (const { times } of windows) times.push(now);
		return wait;
	}

	/** Adds the header that tells when to come back, where one is asked for. */
	headers(waitMs: number): Record<string, string> {
		const seconds = Math.ceil(waitMs / 1_000);
		switch (this.options.retryAfter) {
			case 'seconds':
				return { 'retry-after': String(seconds) };
			case 'date':
				return { 'retry-after': new Date(Date.now() + seconds * 1_000).toUTCString() };
			default:
				return {};
		}
	}
}

/** The refusal of the limits; its body is not documented. */
export function tooManyRequests(): ApiError {
	return problem(429, 'Too Many Requests');
}

/** Refuses what is beyond the limits, before anything else is looked at. */
export function keepLimits(server: FastifyInstance, limits: Limits): void {
	server.addHook('onRequest', async (request, reply) => {
		if (request.routeOptions.config.keyless) return;
		const waitMs = limits.take(request.url);
		if (waitMs <= 0) return;
		reply.headers(limits.headers(waitMs));
		throw tooManyRequests();
	});
}
