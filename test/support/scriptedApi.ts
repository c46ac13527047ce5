import { listen, type Arrived } from './server';

/** One answer of the scripted API: what it sends, or how it breaks. */
export type Step =
	| { status?: number; headers?: Record<string, string>; json?: unknown; body?: string }
	| { reset: true }
	| { hang: true };

export interface Arrival {
	method: string;
	url: string;
	authorization?: string;
	body: string;
}

/** An answer that depends on the request, or that has to wait for something. */
type Reply = (request: Arrival) => Step | Promise<Step>;

export interface ScriptedApi {
	url: string;
	/** What arrived, in order. */
	requests: Arrival[];
	/** Resolves when a request has arrived `count` times. */
	arrived(count: number): Promise<void>;
}

/** An API that answers one step after the other, then repeats the last one. */
export async function scriptedApi(...steps: Array<Step | Reply>): Promise<ScriptedApi> {
	const requests: Arrival[] = [];
	const waiting: Array<{ count: number; resolve: () => void }> = [];

	const { url } = await listen(async (arrived) => {
		const { method, url: path, headers, body } = arrived;
		const arrival: Arrival = { method, url: path, authorization: headers.authorization, body };
		requests.push(arrival);
		const step = steps[Math.min(requests.length, steps.length) - 1];
		for (const { count, resolve } of waiting) if (requests.length >= count) resolve();
		if (step) perform(typeof step === 'function' ? await step(arrival) : step, arrived);
	});

	return {
		url,
		requests,
		arrived: async (count) =>
			await new Promise((resolve) => {
				if (requests.length >= count) resolve();
				else waiting.push({ count, resolve });
			}),
	};
}

function perform(step: Step, { reply, reset }: Arrived): void {
	if ('hang' in step) return;
	if ('reset' in step) return reset();
	const { status = 200, headers, json, body } = step;
	reply(status, json === undefined ? body : json, headers);
}
