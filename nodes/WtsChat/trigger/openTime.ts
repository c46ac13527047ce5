import { openingAt } from '../conversation/officeHours';

/** The time that counts, in milliseconds: all of it, or only that in which the account is open. */
export interface OpenTime {
	/** The moment by which so much of it has passed since then, and it goes on; Infinity for never. */
	after(since: number, ms: number): number;
	/** The moment from which on so much of it is left until then. */
	before(until: number, ms: number): number;
}

/** Every hour of every day. */
export const ALWAYS: OpenTime = {
	after: (since, ms) => since + ms,
	before: (until, ms) => until - ms,
};

interface Span {
	from: number;
	to: number;
}

/**
 * The time in which the account is open, as far as it lies between `from` and `to`.
 *
 * @throws Error when the office hours cannot be read
 */
export function openTimeOf(officeHours: unknown, from: number, to: number): OpenTime {
	const spans = [...spansIn(officeHours, from, to)];
	return {
		after(since, ms) {
			let left = ms;
			for (const span of spans) {
				const begin = Math.max(span.from, since);
				if (left < span.to - begin) return begin + left;
				left -= Math.max(0, span.to - begin);
			}
			return Infinity;
		},
		before(until, ms) {
			let left = ms;
			for (const span of [...spans].reverse()) {
				const end = Math.min(span.to, until);
				if (left <= end - span.from) return end - left;
				left -= Math.max(0, end - span.from);
			}
			return from;
		},
	};
}

function* spansIn(officeHours: unknown, from: number, to: number): Generator<Span> {
	for (let at = from; at < to;) {
		const { isOpen, opensAt = Infinity, closesAt = Infinity } = openingAt(officeHours, at);
		if (isOpen) yield { from: at, to: closesAt };
		at = isOpen ? closesAt : opensAt;
	}
}
