import type { ItemParameters } from '../fields/itemParameters';
import type { Operation } from '../resources/operation';
import { idIn } from '../values/ids';
import { comparable, phoneIn } from '../values/phones';

/** Work that may have to keep its order. */
export interface InLane {
	/** Work in the same lane goes one after another; without a lane it waits for nothing. */
	lane?: string;
}

/** Fields that name what an operation acts on, the most telling first. */
const SUBJECTS = ['sessionId', 'to', 'cardId', 'contactId', 'phoneNumber'];

/**
 * What the item acts on. Items that act on the same thing are done one after another in their order:
 * messages arrive as they stand, and the last update wins. Reading acts on nothing.
 */
export function laneOf(operation: Operation, parameters: ItemParameters): string | undefined {
	if (operation.value.startsWith('get')) return undefined;
	const named = SUBJECTS.filter((name) => operation.fields.some((field) => field.name === name));
	const subject = named.map((name) => parameters.text(name)).find((text) => text !== undefined);
	return subject && (idIn(subject) ?? comparable(phoneIn(subject) ?? subject));
}

/** The tasks in rows that have to keep their order; rows stand in the order of their first tasks. */
export function inLanes<Task extends InLane>(tasks: Task[]): Task[][] {
	const lanes = new Map<string | symbol, Task[]>();
	for (const task of tasks) {
		const name = task.lane ?? Symbol('a lane of its own');
		const lane = lanes.get(name);
		if (lane) lane.push(task);
		else lanes.set(name, [task]);
	}
	return [...lanes.values()];
}
