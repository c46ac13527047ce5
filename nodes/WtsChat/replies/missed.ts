import type { Delivery } from '../events/delivery';
import type { Api } from '../transport/api';
import { answersTo, writtenSince } from './answers';
import type { Waitlist } from './waitlist';
import type { Wait } from './waits';

const EVERY_MS = 60_000;
/** What the clocks of n8n and WTS Chat may differ by, and what a list may lag behind. */
const OVERLAP_MS = 2 * 60_000;

/** Finds messages that nobody has heard: n8n was away, or refused what came before it had stored the execution. */
export class Missed {
	/** Up to when it knows in which conversations something was written, in milliseconds. */
	private writtenUntil?: number;

	/** Questions whose messages are still to be read, by the signatures of their addresses. */
	private readonly unread = new Set<string>();

	constructor(private readonly list: Waitlist) {}

	/**
	 * The messages that may have been missed up to `at`, in milliseconds. What the API does not give now is
	 * read with the next look, and hinders nothing else.
	 */
	async find(api: Api, at: number): Promise<Delivery[]> {
		const waits = this.list.waits.filter(({ alone }) => !alone);
		for (const wait of waits.filter(({ lookAt = Infinity }) => lookAt <= at)) {
			wait.lookAt = undefined;
			this.unread.add(wait.signature);
		}
		const isTime = this.writtenUntil === undefined || at >= this.writtenUntil + EVERY_MS;
		if (isTime && waits.length > 0) {
			await this.lookForConversations(api, waits, at).catch(() => undefined);
		}
		return await this.read(api);
	}

	private async lookForConversations(api: Api, waits: Wait[], at: number): Promise<void> {
		const asked = Math.min(...waits.map(({ after }) => after));
		const since = Math.max(asked, (this.writtenUntil ?? -Infinity) - OVERLAP_MS);
		const found = await writtenSince(api, waits, since);
		for (const { signature } of found) this.unread.add(signature);
		this.writtenUntil = at;
	}

	private async read(api: Api): Promise<Delivery[]> {
		const missed: Delivery[] = [];
		for (const signature of this.unread) {
			const wait = this.list.waits.find((one) => one.signature === signature);
			const answers = wait ? await answersTo(api, wait, wait.after).catch(() => undefined) : [];
			if (!answers) continue;
			this.unread.delete(signature);
			missed.push(...answers);
		}
		return missed;
	}
}
