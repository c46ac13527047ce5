import type { Api } from '../transport/api';
import type { ApiContext } from '../transport/context';
import { later } from '../transport/pause';
import { answerTo, asEvent, writtenSince } from './answers';
import { forward, isGone } from './forward';
import { LISTENERS, listenersAmong } from './listeners';
import { listWaits, removeWait, setListening, type Wait } from './waits';

const ROUND_MS = 60_000;
const SPACING_MS = 1_000;

/** What this n8n process knows of the executions of an account that wait. */
interface Care {
	waits: Wait[];
	/** The signatures of those that have ended, and are still subscribed. */
	ended: Set<string>;
	tidiedAt: number;
	/** The signatures of those that listened when it was last tidied up. */
	heardBy: Set<string>;
	/** The next time that it is tidied up; whoever comes before it begins shares it. */
	upcoming?: Promise<void>;
	goingRound: boolean;
}

const accounts = new Map<string, Care>();

function careOf({ account }: Api): Care {
	const known = accounts.get(account);
	if (known) return known;
	const care: Care = {
		waits: [],
		ended: new Set(),
		tidiedAt: 0,
		heardBy: new Set(),
		goingRound: false,
	};
	accounts.set(account, care);
	return care;
}

/** The executions that wait, as far as this process knows. */
export function knownWaits(api: Api): Wait[] {
	return careOf(api).waits;
}

/** Whether another execution that begins to wait has to listen; otherwise enough others do. */
export function areListenersWanted(api: Api): boolean {
	return knownWaits(api).filter(({ listens }) => listens).length < LISTENERS;
}

/** An execution has begun to wait. */
export function hasBegun(context: ApiContext, api: Api, wait: Wait): void {
	careOf(api).waits.push(wait);
	lookAfter(context, api);
}

/** An execution waits no more; its subscription goes as soon as the account's limits allow it. */
export function hasEnded(context: ApiContext, api: Api, signature: string): void {
	const care = careOf(api);
	care.ended.add(signature);
	care.waits = care.waits.filter((wait) => wait.signature !== signature);
	lookAfter(context, api);
}

/**
 * Looks after the executions that wait: now, because one has begun or ended, and once a minute as long
 * as there are any. Nothing else would notice that the time of one is over.
 */
export function lookAfter(context: ApiContext, api: Api): void {
	const care = careOf(api);
	if (care.goingRound) {
		void tidySoon(context, api).catch(() => undefined);
		return;
	}
	care.goingRound = true;
	void goRound(context, api, care);
}

async function goRound(context: ApiContext, api: Api, care: Care): Promise<void> {
	while (!(await isAllOver(context, api, care))) {
		await later(ROUND_MS);
		await relieveDead(context, care);
	}
	care.goingRound = false;
}

/** Tidies up. An account that cannot be reached now may be reached in a minute. */
async function isAllOver(context: ApiContext, api: Api, care: Care): Promise<boolean> {
	try {
		await tidySoon(context, api);
		return care.waits.length + care.ended.size === 0;
	} catch {
		return false;
	}
}

/** A listener that somebody has stopped or deleted hears nothing any more. */
async function relieveDead(context: ApiContext, care: Care): Promise<void> {
	for (const wait of care.waits.filter(({ listens }) => listens)) {
		if (await isGone(context, wait.url)) care.ended.add(wait.signature);
	}
}

/** Tidies up after executions that wait, at least `spacingMs` after the last time. */
export async function tidySoon(
	context: ApiContext,
	api: Api,
	spacingMs = SPACING_MS,
): Promise<void> {
	const care = careOf(api);
	care.upcoming ??= later(Math.max(care.tidiedAt + spacingMs - Date.now(), 0)).then(async () => {
		care.upcoming = undefined;
		const lastTime = care.tidiedAt;
		care.tidiedAt = Date.now();
		await tidy(api, care);
		await hearMissed(context, api, care, lastTime);
	});
	await care.upcoming;
}

/** Learns who waits, removes what is over, and lets the right ones listen. */
async function tidy(api: Api, care: Care): Promise<void> {
	const [before, endedBefore] = [new Set(care.waits), new Set(care.ended)];
	const listed = await listWaits(api);
	const over = listed.filter(
		({ until, signature }) => until <= Date.now() || care.ended.has(signature),
	);
	// what has begun since then may be missing from the list
	const meanwhile = care.waits.filter(
		(wait) => !before.has(wait) && !listed.some(({ signature }) => signature === wait.signature),
	);
	care.waits = [...listed.filter((wait) => !over.includes(wait)), ...meanwhile];

	for (const wait of over) await removeWait(api, wait);
	for (const signature of endedBefore) care.ended.delete(signature);
	await shareListening(api, care);
}

/** First who begins, then who stops: at no moment does nobody listen. */
async function shareListening(api: Api, { waits }: Care): Promise<void> {
	const listeners = listenersAmong(waits);
	const ordered = [...waits].sort(
		(one, other) => Number(listeners.has(other)) - Number(listeners.has(one)),
	);
	for (const wait of ordered) {
		// its execution may have ended meanwhile
		await setListening(api, wait, listeners.has(wait)).catch(() => undefined);
	}
}

/**
 * Brings the replies that nobody has heard: all that listened had ended before others began, or n8n
 * was away. What was asked after `lastTime` has looked for its reply itself.
 */
async function hearMissed(
	context: ApiContext,
	api: Api,
	care: Care,
	lastTime: number,
): Promise<void> {
	const { waits, heardBy } = care;
	care.heardBy = new Set(waits.filter(({ listens }) => listens).map(({ signature }) => signature));
	if (waits.some(({ signature }) => heardBy.has(signature))) return;
	const older = waits.filter(({ askedAt }) => lastTime === 0 || askedAt < lastTime);
	if (older.length === 0) return;

	const since = Math.max(lastTime, Math.min(...older.map(({ askedAt }) => askedAt)));
	for (const wait of await writtenSince(api, older, since)) {
		const answer = await answerTo(api, wait);
		if (answer) await forward(context, wait.url, asEvent(answer));
	}
}
