import type { IDataObject, ISupplyDataFunctions } from 'n8n-workflow';
import { oncePerTurn } from '../../../nodes/WtsChat/memory/oncePerTurn';

interface Turn {
	node?: string;
	runIndex?: number;
	items?: IDataObject[];
}

/** The functions that n8n gives to the memory of an agent for a turn. */
function agentAt({ node = 'memory', runIndex = 0, items = [] }: Turn): ISupplyDataFunctions {
	const functions = {
		getInputData: () => items.map((json) => ({ json })),
		getNode: () => ({ id: node }),
		evaluateExpression: (expression: string) => (expression === '{{ $runIndex }}' ? runIndex : ''),
	};
	return functions as unknown as ISupplyDataFunctions;
}

/** How often is read when the memory is asked in these turns, each time for this item. */
async function readsIn(turns: Turn[], item = 0): Promise<number> {
	const read = jest.fn(async () => []);
	for (const turn of turns) {
		const load = oncePerTurn(agentAt(turn), item, read);
		await load();
		await load();
	}
	return read.mock.calls.length;
}

/** Two turns, the second like the first but for what is given. */
function twice(change: Turn): Turn[] {
	const turn = { items: [{ text: 'Oi' }] };
	return [turn, { ...turn, ...change }];
}

test.each<[string, Turn[], number]>([
	['once, when n8n begins the turn anew after a tool', twice({}), 1],
	['for each item', twice({ items: [{ text: 'Oi' }] }), 2],
	['for each run of the agent', twice({ runIndex: 1 }), 2],
	['for each memory', twice({ node: 'other' }), 2],
	['once in a turn without items', [{}], 1],
	['for each turn without items', [{}, {}], 2],
])('a memory reads %s, however often the turn asks', async (_, turns, count) => {
	expect(await readsIn(turns)).toBe(count);
});

test('a memory reads for the item that it is asked for', async () => {
	const items = [{ text: 'first' }, { text: 'second' }];
	expect((await readsIn([{ items }], 0)) + (await readsIn([{ items }], 1))).toBe(2);
});

test('nothing is read before it is asked for, and what failed is read again', async () => {
	const read = jest.fn(async () => await Promise.reject(new Error('No network')));
	const items = [{ text: 'Oi' }];
	const load = oncePerTurn(agentAt({ items }), 0, read);
	expect(read).not.toHaveBeenCalled();
	await expect(load()).rejects.toThrow('No network');
	await expect(oncePerTurn(agentAt({ items }), 0, read)()).rejects.toThrow('No network');
	expect(read).toHaveBeenCalledTimes(2);
});
