import { listen, type Arrived } from './server';

/** One answer of the scripted API: what it sends, or how it breaks. */
export type Step =
	| { status?: number; headers?: Record<string, string>; json?: unknown; body?: string }
	| { reset: true }
	| { hang: true };

export interface ScriptedApi {
	url: string;
	/** What arrived, in order. */
	requests: Array<{ method: string; url: string; authorization?: string; body: string }>;
	/** Resolves when a request has arrived `count` times. */
	arrived(count: number): Promise<void>;
}

/** An API that answers one step after the other, then repeats the last one. */
export async function scriptedApi(...steps: Step[]): Promise<ScriptedApi> {
	const requests: ScriptedApi['requests'] = [];
	const waiting: Array<{ count: number; resolve: () => void }> = [];

	const { url } = await listen((arrived) => {
		const { method, url: path, headers, body } = arrived;
		requests.push({ method, url: path, authorization: headers.authorization, body });
		const step = steps[Math.min(requests.length, steps.length) - 1];
		if (step) perform(step, arrived);
		for (const { count, resolve } of waiting) if (requests.length >= count) resolve();
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
