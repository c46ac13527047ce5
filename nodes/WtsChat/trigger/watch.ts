import type { ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';
import { connect } from '../transport/api';
import { cancelledBy } from '../transport/context';
import { logWarning } from '../transport/logWarning';
import { later } from '../transport/pause';
import { begin, PACE_MS } from './begin';
import { catchUp } from './catchUp';
import { ownerOf } from './memory';
import type { Order } from './order';
import * as sentences from './sentences';
import { Silences } from './silences';
import { noteHeard, restore, standing } from './subscription';

/** How often n8n looks whether the subscription is as it should be. */
const EVERY_MS = 5 * 60_000;

/** How often n8n looks for silences. */
const SILENCES_EVERY_MS = 60_000;

/** Who looks after the subscription of each trigger. */
const watching = new Map<string, AbortController>();

/** The silences that this process has told each trigger of. */
const told = new Map<string, Set<string>>();

/**
 * Looks after the subscription of a trigger as long as its workflow is published: somebody may switch it
 * off, change or remove it, and nothing else would notice before n8n starts again. What may have been
 * missed is caught up on. n8n calls this in one process only, beside making the subscription.
 */
export async function watchSubscription(this: ITriggerFunctions): Promise<ITriggerResponse> {
	// what somebody listens to in the editor ends soon
	if (this.getMode() === 'manual') return {};
	const owner = ownerOf(this);
	const ending = new AbortController();
	// n8n may have called it before and not have closed that
	watching.get(owner)?.abort();
	watching.set(owner, ending);
	void watch(this, owner, ending.signal);
	void watchSilences(this, owner, ending.signal);
	return { closeFunction: async () => ending.abort() };
}

async function watch(
	context: ITriggerFunctions,
	owner: string,
	signal: AbortSignal,
): Promise<void> {
	while (!signal.aborted) {
		await standing.begun(owner, signal);
		await attempt(
			owner,
			signal,
			async (order, stopped) => await keepUp(context, order, stopped),
			warn,
		);
		await later(EVERY_MS, signal);
		await attempt(owner, signal, async (order) => await look(context, order), warn);
	}

	function warn({ message }: Error): void {
		const { name } = context.getNode();
		logWarning(context, sentences.notLookedAfter(name, message));
	}
}

/** Looks for silences as long as the workflow is published. */
async function watchSilences(
	context: ITriggerFunctions,
	owner: string,
	signal: AbortSignal,
): Promise<void> {
	const looking = new WeakMap<Order, Silences>();
	const known = told.get(owner) ?? new Set();
	told.set(owner, known);
	while (!signal.aborted) {
		await standing.begun(owner, signal);
		await attempt(owner, signal, lookForSilences, warn);
		await later(SILENCES_EVERY_MS, signal);
	}

	async function lookForSilences(order: Order, stopped: AbortSignal): Promise<void> {
		if (!order.silences) return;
		const silences = looking.get(order) ?? new Silences(order.silences, known);
		looking.set(order, silences);
		const api = await connect(cancelledBy(order.context, stopped));
		await silences.look(api, async (delivery, refused) => {
			stopped.throwIfAborted();
			begin(context, delivery, refused);
			await later(PACE_MS, stopped);
		});
	}

	function warn({ message }: Error): void {
		const { name } = context.getNode();
		logWarning(context, sentences.silencesUnread(name, message));
	}
}

/** Does `work`, unless there is no subscription any more; what fails is tried again the next time. */
async function attempt(
	owner: string,
	signal: AbortSignal,
	work: (order: Order, stopped: AbortSignal) => Promise<void>,
	warn: (error: Error) => void,
): Promise<void> {
	await standing.during(owner, async (order, ended) => {
		const stopped = AbortSignal.any([signal, ended]);
		try {
			if (!stopped.aborted) await work(order, stopped);
		} catch (error) {
			if (!stopped.aborted) warn(error as Error);
		}
	});
}

/** Catches up on what may have been missed, and notes that everything is heard. */
async function keepUp(
	context: ITriggerFunctions,
	order: Order,
	stopped: AbortSignal,
): Promise<void> {
	if (!order.catchUp) return;
	if (order.mayHaveMissed) {
		await catchUp(context, order.context, order.catchUp, order.heardUntil, stopped);
	}
	order.mayHaveMissed = false;
	await noteHeard(order);
}

async function look(context: ITriggerFunctions, order: Order): Promise<void> {
	const { mayHaveMissed } = order;
	// where WTS Chat cannot be reached, it may not reach n8n either
	order.mayHaveMissed = true;
	const state = await restore(order);
	const { name } = context.getNode();
	if (state === 'gone') {
		logWarning(context, sentences.removed(name));
	} else if (state === 'wrong') {
		logWarning(context, sentences.changed(name));
	} else {
		order.mayHaveMissed = mayHaveMissed;
	}
}
