import type { IExecuteFunctions } from 'n8n-workflow';
import { logWarning } from '../transport/logWarning';
import { pause } from '../transport/pause';
import { Turns } from '../transport/turns';
import { ownerOf } from './memory';
import * as sentences from './sentences';

/** How many events n8n's database remembers for a trigger. */
const MOST = 2_000;
/** Longer than n8n takes from reading its record to writing it. */
const SETTLED_MS = 500;
/** Whoever has found nothing of its own so often has found no record that keeps anything. */
const MAX_LOOKS = 5;
/** How many of its own events a process notes again with the next one. */
const MAX_LATEST = 100;

/** The work on the record of each trigger: of calls at the same time, n8n loses what the others have noted. */
const turns = new Turns();

/** The latest events of each trigger that this process has gone on with. */
const latest = new Map<string, string[]>();

/**
 * Whether the event has started the workflow before, in whichever process and before whatever restart;
 * from now on it has. An event is not lost because this cannot be told.
 *
 * Of what two processes write at once, n8n keeps the last. So where another process may write, the
 * execution notes itself with the event and looks again: if the event is there without it, another
 * execution has the event, and if neither is there, both were lost and are noted anew. What is lost later is
 * noted again with the next event.
 *
 * @param isAlone whether no other process runs executions
 */
export async function isRecorded(
	context: IExecuteFunctions,
	event: string,
	isAlone: boolean,
): Promise<boolean> {
	if (isAlone) return (await inTurn(context, [event], MOST)).length > 0;
	const owner = ownerOf(context);
	const own = `${event} ${context.getExecutionId()}`;
	for (let looks = 0; looks < MAX_LOOKS; looks++) {
		// two that look at once do not look at once again
		const ms = SETTLED_MS * (1 + Math.random() / 2);
		if (looks > 0) await pause(ms, context.getExecutionCancelSignal());
		const before = latest.get(owner) ?? [];
		if (before.includes(event)) return true;
		const known = await inTurn(context, [event, own, ...before], 2 * MOST);
		if (!known.includes(event)) continue;
		if (!known.includes(own)) return true;
		latest.set(owner, [...(latest.get(owner) ?? []), event].slice(-MAX_LATEST));
		return false;
	}
	return false;
}

/** Those of the events that have started the workflow before; from now on all of them have. */
export async function recordedAmong(
	context: IExecuteFunctions,
	events: string[],
): Promise<unknown[]> {
	return events.length > 0 ? await inTurn(context, events, 2 * MOST) : [];
}

/** Notes entries in the record of the trigger, and gives those that were there before. */
async function inTurn(
	context: IExecuteFunctions,
	entries: string[],
	maxEntries: number,
): Promise<unknown[]> {
	return await turns.take(ownerOf(context), async () => await check(context, entries, maxEntries));
}

async function check(
	context: IExecuteFunctions,
	entries: string[],
	maxEntries: number,
): Promise<unknown[]> {
	try {
		const { processed } = await context.helpers.checkProcessedAndRecord(entries, 'node', {
			mode: 'entries',
			maxEntries,
		});
		return processed;
	} catch (error) {
		logWarning(context, sentences.repeatUnknown((error as Error).message));
		return [];
	}
}
