import type { IExecuteFunctions } from 'n8n-workflow';
import { ownerOf } from './memory';

/** How many events n8n's database remembers for a trigger. */
const MOST = 2_000;

/** The work on the record of each trigger: of calls at the same time, n8n loses what the others have noted. */
const queues = new Map<string, Promise<unknown>>();

/**
 * Whether the event has started the workflow before, in whichever process and before whatever restart;
 * from now on it has. An event is not lost because this cannot be told.
 */
export async function isRecorded(context: IExecuteFunctions, event: string): Promise<boolean> {
	const owner = ownerOf(context);
	const before = queues.get(owner) ?? Promise.resolve();
	const checked = before.then(async () => await check(context, event));
	queues.set(owner, checked);
	return await checked;
}

async function check(context: IExecuteFunctions, event: string): Promise<boolean> {
	try {
		const { processed } = await context.helpers.checkProcessedAndRecord([event], 'node', {
			mode: 'entries',
			maxEntries: MOST,
		});
		return processed.length > 0;
	} catch (error) {
		context.logger.warn(
			`Whether an event has come before could not be told. ${(error as Error).message}`,
		);
		return false;
	}
}
