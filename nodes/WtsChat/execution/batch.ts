import type { Fields, ValuesOf } from '../fields/field';
import type { Batch } from '../operations/operation';
import { recordsOf } from './output';
import type { ReadItem, Task } from './task';

type AnyBatch = Batch<ValuesOf<Fields>, unknown, unknown>;

/** An item and what it brings to its request. */
interface Member extends ReadItem {
	shared: unknown;
	part: unknown;
}

type Members = [Member, ...Member[]];

/**
 * Tasks that do many items in one request each.
 *
 * @param attempt makes something for items, unless that refuses them
 */
export function batchTasks(
	batch: AnyBatch,
	items: ReadItem[],
	attempt: <Made>(items: number[], make: () => Made) => Made[],
): Task[] {
	const members = items.flatMap((item) =>
		attempt([item.item], () => ({ ...item, ...batch.item(item.values) })),
	);
	return groupsOf(members, batch.max).flatMap((group) =>
		attempt(indexesOf(group), () => batchTask(batch, group)),
	);
}

/** The members that can go in one request, `max` at most. */
function groupsOf(members: Member[], max: number): Members[] {
	const groups = new Map<string, Members[]>();
	for (const member of members) {
		const key = JSON.stringify(member.shared);
		const together = groups.get(key) ?? [];
		const last = together.at(-1);
		if (last && last.length < max) last.push(member);
		else together.push([member]);
		groups.set(key, together);
	}
	return [...groups.values()].flat();
}

function batchTask(batch: AnyBatch, group: Members): Task {
	const [{ shared, part }, ...others] = group;
	const parts: [unknown, ...unknown[]] = [part, ...others.map((other) => other.part)];
	const request = batch.request(shared, parts);
	return {
		items: indexesOf(group),
		async run(api) {
			const results = batch.records(await api.send(request), parts, api.notes);
			return group.map(({ output }, n) => {
				const result = results[n];
				return result instanceof Error ? result : recordsOf(result, output);
			});
		},
	};
}

function indexesOf(group: Member[]): number[] {
	return group.map(({ item }) => item);
}
