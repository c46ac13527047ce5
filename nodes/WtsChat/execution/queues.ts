import type { Subject } from '../fields/source';
import { comparable } from '../values/phones';

/** Work that may have to keep its order. */
export interface Ordered {
	/** Work of the same key goes one after another; without one it waits for nothing. */
	orderKey?: string;
}

/** Fields that name what an operation acts on, the most telling first. */
const ACTED_ON = ['sessionId', 'to', 'cardId', 'contactId', 'phoneNumber'];

/**
 * What an item acts on. Items that act on the same thing are done one after another in their order:
 * messages arrive as they stand, and the last update wins. Reading acts on nothing.
 */
export function orderKeyOf(operation: string, subjects: Subject[]): string | undefined {
	if (operation.startsWith('get')) return undefined;
	const named = ACTED_ON.map((name) => subjects.find(({ field }) => field === name));
	const subject = named.find((found) => found !== undefined);
	return subject && comparable(subject.id);
}

/** The work in queues that have to keep their order; queues stand in the order of their first work. */
export function inQueues<Work extends Ordered>(all: Work[]): Work[][] {
	const queues = new Map<string | symbol, Work[]>();
	for (const work of all) {
		const key = work.orderKey ?? Symbol('a queue of its own');
		const queue = queues.get(key);
		if (queue) queue.push(work);
		else queues.set(key, [work]);
	}
	return [...queues.values()];
}
