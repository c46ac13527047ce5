import type { Subscription } from '../subscriptions/subscriptions';
import type { Api } from '../transport/api';
import type { ApiContext } from '../transport/context';
import { Sweep } from './sweep';
import { waitsIn } from './waits';

const sweeps = new Map<string, Sweep>();

/** Who looks after the waiting executions of an account, in this n8n process. */
export function sweepOf({ account }: Api): Sweep {
	const known = sweeps.get(account);
	if (known) return known;
	const sweep = new Sweep();
	sweeps.set(account, sweep);
	return sweep;
}

/** Those of all accounts that this process knows of. */
export function allSweeps(): Sweep[] {
	return [...sweeps.values()];
}

/**
 * Looks after the executions that wait for replies, if there are any among the subscriptions of the
 * account: what they have waited for may have come while n8n was away, or their time may be over.
 */
export function sweepAtStart(
	context: ApiContext,
	api: Api,
	subscriptions: Subscription[],
	listedAt: number,
): void {
	const waits = waitsIn(subscriptions);
	if (waits.length > 0) sweepOf(api).found({ context, api }, waits, listedAt);
}
