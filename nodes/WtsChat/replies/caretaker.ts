import type { Api } from '../transport/api';
import { later } from '../transport/pause';
import { tidy, type Wait } from './waits';

const ROUND_MS = 60_000;
const SPACING_MS = 1_000;

/** The accounts that this process looks after. */
const lookedAfter = new Set<string>();

/** When each account was last tidied up. */
const tidiedAt = new Map<string, number>();

/** The next time that each account is tidied up; whoever comes before it begins shares it. */
const upcoming = new Map<string, Promise<Wait[]>>();

/**
 * Tidies up after executions that wait, at most once a second.
 *
 * @returns the executions that wait, as they are after this call
 */
export async function tidySoon(api: Api): Promise<Wait[]> {
	const { account } = api;
	const shared = upcoming.get(account);
	if (shared) return await shared;
	const pauseMs = Math.max((tidiedAt.get(account) ?? 0) + SPACING_MS - Date.now(), 0);
	const run = later(pauseMs).then(async () => {
		upcoming.delete(account);
		tidiedAt.set(account, Date.now());
		return await tidy(api);
	});
	upcoming.set(account, run);
	return await run;
}

/**
 * Looks after the executions that wait: now, because one has begun or ended, and once a minute as long
 * as there are any. Nothing else would notice that the time of one is over.
 */
export function lookAfter(api: Api): void {
	if (lookedAfter.has(api.account)) {
		void tidySoon(api).catch(() => undefined);
		return;
	}
	lookedAfter.add(api.account);
	void rounds(api).finally(() => lookedAfter.delete(api.account));
}

async function rounds(api: Api): Promise<void> {
	for (;;) {
		// an account that cannot be reached now may be reached in a minute
		const waiting = await tidySoon(api).catch(() => undefined);
		if (waiting?.length === 0) return;
		await later(ROUND_MS);
	}
}
