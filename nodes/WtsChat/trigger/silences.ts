import type { IDataObject } from 'n8n-workflow';
import type { Delivery } from '../events/delivery';
import type { Api } from '../transport/api';
import { get } from '../transport/contract';
import { notFound } from '../transport/sentences';
import { readList } from '../transport/pages';
import { momentOf } from '../values/moments';
import { SESSION_DETAILS, sessionWithDetails } from './details';
import { identityOf } from './identity';
import { ALWAYS, openTimeOf, type OpenTime } from './openTime';
import { dueAt, isOngoing, silencesIn } from './silence';
import { deliveryOf, needsMessages, NOTHING_READ, silencesOf } from './silenceRecords';
import type { SilencesWanted } from './silencesWanted';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** What the clocks of n8n and WTS Chat may differ by, and what a list may lag behind. */
const OVERLAP_MS = 2 * MINUTE_MS;
/** What may pass between two looks, and until a silence that is due is told of. */
const LATE_MS = 5 * MINUTE_MS;
/** When to look again at a conversation whose silence is due further ahead than the office hours are read. */
const AHEAD_MS = DAY_MS;
/** So many conversations that cannot be read end a look; one by itself holds up no other. */
const MAX_FAILURES = 3;
/** How many silences a process remembers that it has told of. */
const MOST_TOLD = 20_000;
/** Between the requests for many conversations, so that half of what the account may ask for is left. */
const PACE_MS = 500;

/** A silence that is due, and since when, in milliseconds. */
interface Due {
	at: number;
	delivery: Delivery;
}

/**
 * What looks for the silences of an account. A look reads in which conversations somebody has written since
 * the last one, and the messages of those alone in which a silence may be due.
 */
export class Silences {
	/** When to look at which conversation, in milliseconds. */
	private readonly looks = new Map<string, number>();
	private readonly begunAt = Date.now();
	private readUntil?: number;
	private hours?: { time: OpenTime; until: number };

	/** @param told the identities of the silences that this process has told of */
	constructor(
		private readonly wanted: SilencesWanted,
		private readonly told = new Set<string>(),
	) {}

	/**
	 * Tells of each silence that is due once, the oldest first.
	 *
	 * @param tell starts the workflow with it; `refused` is called where that could not be
	 * @throws NodeApiError when the API refuses or cannot be reached, Error when an answer cannot be read;
	 * what was found is told of all the same
	 */
	async look(
		api: Api,
		tell: (delivery: Delivery, refused: () => void) => Promise<void>,
	): Promise<void> {
		const now = Date.now();
		const time = await this.timeThatCounts(api, now);
		const listed = await this.list(api, now, time);
		const found: Due[] = [];
		const failures: unknown[] = [];
		for (const id of this.toLookAt(now)) {
			try {
				found.push(...(await this.dueIn(api, id, listed.get(id), now, time)));
			} catch (error) {
				failures.push(error);
				this.looks.set(id, now + LATE_MS);
			}
			if (failures.length >= MAX_FAILURES) break;
			await api.wait(PACE_MS);
		}
		found.sort((one, other) => one.at - other.at);
		for (const [index, { delivery }] of found.entries()) {
			const identity = identityOf(delivery);
			this.remember(identity);
			if (index < found.length - this.wanted.mostEvents) continue;
			const refused = () => void this.told.delete(identity);
			await tell(delivery, refused).catch((error: Error) => {
				refused();
				throw error;
			});
		}
		if (failures.length > 0) throw failures[0];
	}

	private remember(identity: string): void {
		this.told.add(identity);
		const [oldest] = this.told;
		if (this.told.size > MOST_TOLD && oldest) this.told.delete(oldest);
	}

	/** All of it, or the office hours, which are read once an hour. */
	private async timeThatCounts(api: Api, now: number): Promise<OpenTime> {
		const { officeHoursOnly, ms, since, mostMs = 0 } = this.wanted;
		if (!officeHoursOnly) return ALWAYS;
		if (this.hours && now < this.hours.until) return this.hours.time;
		const answer = await api.send(get('/core/v1/company/officehours', {}));
		// what was written before the workflow was published begins no silence
		const back = Math.min(mostMs, now - Math.min(...Object.values(since)));
		// an account that is open for less than a sixth of the week would need more
		const time = openTimeOf(answer, now - back - 6 * ms - 8 * DAY_MS, now + 6 * ms + 8 * DAY_MS);
		this.hours = { time, until: now + HOUR_MS };
		return time;
	}

	/**
	 * The conversations in which somebody has written since the last look, by their IDs; notes when to look
	 * at their messages.
	 *
	 * Source: GET /chat/v2/session
	 */
	private async list(api: Api, now: number, time: OpenTime): Promise<Map<string, IDataObject>> {
		const isAnew = this.readUntil === undefined || now - this.readUntil > LATE_MS;
		const from = this.readUntil ?? this.earliest(now, time);
		const query = {
			'LastInteractionAt.After': new Date(from - OVERLAP_MS).toISOString(),
			IncludeDetails: SESSION_DETAILS,
		};
		const sessions = await readList(api, get('/chat/v2/session', { query }));
		this.readUntil = now;
		for (const session of sessions.filter(isOngoing)) {
			this.lookNoLaterThan(String(session.id), this.firstLookAt(session, isAnew, now, time));
		}
		return new Map(sessions.map((session) => [String(session.id), session]));
	}

	/** From when on somebody may have written where a silence is still to be told of. */
	private earliest(now: number, time: OpenTime): number {
		const { since, ms } = this.wanted;
		const published = Math.min(...Object.values(since));
		return Math.max(published, Math.min(time.before(this.floor(now), ms), now - DAY_MS));
	}

	/** From when on a silence is due that may be told of. */
	private floor(now: number): number {
		const { mostMs } = this.wanted;
		return mostMs === undefined ? this.begunAt : now - mostMs;
	}

	/**
	 * When to look at a conversation whose messages are not known.
	 *
	 * @param isAnew whether somebody may have written in it long before it was listed
	 */
	private firstLookAt(session: IDataObject, isAnew: boolean, now: number, time: OpenTime): number {
		const { lastInteractionDate, lastMessageIn, lastMessageOut } = session;
		const written = [lastInteractionDate, ...(isAnew ? [lastMessageIn, lastMessageOut] : [])];
		const since = Math.min(...written.map((moment) => momentOf(moment) ?? 0));
		const closing =
			this.wanted.since.WINDOW_CLOSING === undefined ? [] : silencesIn(session, NOTHING_READ, now);
		return Math.min(
			needsMessages(this.wanted.since)
				? Math.min(time.after(since, this.wanted.ms), now + AHEAD_MS)
				: Infinity,
			...closing.map((silence) => dueAt(silence, this.wanted.ms, time)),
		);
	}

	private lookNoLaterThan(id: string, at: number): void {
		const earliest = Math.min(at, this.looks.get(id) ?? Infinity);
		if (earliest < Infinity) this.looks.set(id, earliest);
	}

	private toLookAt(now: number): string[] {
		return [...this.looks]
			.filter(([, at]) => at <= now)
			.sort(([, one], [, other]) => one - other)
			.map(([id]) => id);
	}

	/** The silences of a conversation that are due and not told of; notes when to look at it again. */
	private async dueIn(
		api: Api,
		id: string,
		listed: IDataObject | undefined,
		now: number,
		time: OpenTime,
	): Promise<Due[]> {
		const found = listed ?? (await sessionIfThere(api, id));
		const session = { ...found };
		const silences = found ? await silencesOf(api, session, this.wanted, now) : [];
		const due: Due[] = [];
		let next = Infinity;
		for (const silence of silences) {
			const at = dueAt(silence, this.wanted.ms, time);
			if (at === Infinity && silence.until === undefined) next = Math.min(next, now + AHEAD_MS);
			if (at < this.floor(now) || at === Infinity) continue;
			const delivery = deliveryOf(session, silence, at);
			if (!delivery || this.told.has(identityOf(delivery))) continue;
			const tellAt = at <= now ? toldAt(at, now, time) : at;
			if (tellAt <= now) due.push({ at, delivery });
			next = Math.min(next, tellAt);
		}
		this.looks.delete(id);
		this.lookNoLaterThan(id, next);
		return due;
	}
}

/** When a silence that is due is told of: now, or, where it is late, when the account is open. */
function toldAt(at: number, now: number, time: OpenTime): number {
	return now - at <= LATE_MS ? now : time.after(now, 0);
}

async function sessionIfThere(api: Api, id: string): Promise<object | undefined> {
	return await api.send(sessionWithDetails(id)).catch((error: Error) => {
		if (error.message === notFound) return undefined;
		throw error;
	});
}
