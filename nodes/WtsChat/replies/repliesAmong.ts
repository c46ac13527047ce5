import type { IExecuteFunctions } from 'n8n-workflow';
import type { Delivery } from '../events/delivery';
import { connect } from '../transport/api';
import { pause } from '../transport/pause';
import { allSweeps, sweepOf } from './sweeps';
import type { ReplyState } from './waitlist';

/** How long it may take until the question that a message can answer has taken it, or another one. */
const DECIDED_MS = 2_000;
const STEP_MS = 250;

/** That a message is a reply, as the process knew that took it: an execution has it, or waits for it. */
export type Noted = 'taken' | 'awaited';

/** What this process knows of a message at once; undefined where it knows of no question for it. */
export function notedOf(message: Delivery): Noted | undefined {
	const state = stateOf(message);
	return state === 'taken' || state === 'awaited' ? state : undefined;
}

/**
 * Those of the messages that executions wait for, or have got: in whichever process of n8n that was, and also
 * when the question is over meanwhile, as its subscription keeps its answer for some minutes. Of several
 * messages that were written in a row, a question takes the first, so it is waited for to decide. Where the
 * API gives no answer, what is known without it counts.
 */
export async function repliesAmong<Message extends { delivery: Delivery; noted?: Noted }>(
	context: IExecuteFunctions,
	messages: Message[],
): Promise<Message[]> {
	const open = messages.filter(
		({ delivery, noted }) => delivery.eventType === 'MESSAGE_RECEIVED' && noted !== 'taken',
	);
	if (open.length > 0) await look(context, open).catch(() => undefined);
	return messages.filter(({ delivery, noted }) => {
		const state = stateOf(delivery);
		if (noted === 'taken' || state === 'taken' || state === 'awaited') return true;
		return noted === 'awaited' && state === 'unknown';
	});
}

async function look(
	context: IExecuteFunctions,
	messages: Array<{ delivery: Delivery }>,
): Promise<void> {
	const has = (wanted: ReplyState) => messages.some(({ delivery }) => stateOf(delivery) === wanted);
	const api = await connect(context);
	const sweep = sweepOf(api);
	if (has('unknown') || has('passed')) await sweep.known({ context, api });
	const signal = context.getExecutionCancelSignal();
	for (let ms = 0; ms < DECIDED_MS && has('awaited'); ms += STEP_MS) await pause(STEP_MS, signal);
	// another process may have decided
	if (has('awaited')) await sweep.listed({ context, api });
}

function stateOf(message: Delivery): ReplyState {
	if (message.eventType !== 'MESSAGE_RECEIVED') return 'unknown';
	const states = allSweeps().map(({ list }) => list.stateOf(message));
	return states.find((state) => state !== 'unknown') ?? 'unknown';
}
