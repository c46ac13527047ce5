import { Turns } from '../../../nodes/WtsChat/transport/turns';

/** Work that the test itself ends, in the order it likes. */
function works(turns: Turns) {
	const begun: string[] = [];
	const ends = new Map<string, (error?: Error) => void>();
	return {
		begun,
		take: async (thing: string, name: string) =>
			await turns.take(thing, async () => {
				begun.push(name);
				await new Promise<void>((resolve, reject) =>
					ends.set(name, (error) => (error ? reject(error) : resolve())),
				);
				return name;
			}),
		end: async (name: string, error?: Error) => {
			ends.get(name)?.(error);
			// lets whatever was waiting for it go on
			await new Promise((resolve) => setImmediate(resolve));
		},
	};
}

const begin = async () => await new Promise((resolve) => setImmediate(resolve));

test('work about the same thing goes one after another, in the order that it came', async () => {
	const { begun, take, end } = works(new Turns());
	const taken = ['1', '2', '3'].map(async (name) => await take('a', name));
	await begin();
	expect(begun).toEqual(['1']);
	await end('1');
	expect(begun).toEqual(['1', '2']);
	await end('2');
	await end('3');
	expect(await Promise.all(taken)).toEqual(['1', '2', '3']);
});

test('work about something else does not wait', async () => {
	const { begun, take, end } = works(new Turns());
	const taken = [take('a', '1'), take('b', '2')];
	await begin();
	expect(begun).toEqual(['1', '2']);
	await end('1');
	await end('2');
	await Promise.all(taken);
});

test('work goes on after work that fails, whose error stays its own', async () => {
	const { take, end } = works(new Turns());
	const failing = take('a', '1');
	const next = take('a', '2');
	const outcome = failing.catch((error: Error) => error.message);
	await begin();
	await end('1', new Error('1 failed'));
	await end('2');
	expect([await outcome, await next]).toEqual(['1 failed', '2']);
});

test('work that comes when the first has ended waits for those before it', async () => {
	const { begun, take, end } = works(new Turns());
	const taken = [take('a', '1'), take('a', '2')];
	await begin();
	await end('1');
	taken.push(take('a', '3'));
	await begin();
	expect(begun).toEqual(['1', '2']);
	await end('2');
	await end('3');
	await Promise.all(taken);
});

test('nothing is kept of what is done', async () => {
	const turns = new Turns();
	await Promise.all(['a', 'a', 'b'].map(async (thing) => await turns.take(thing, async () => 1)));
	const { latest } = turns as unknown as { latest: Map<string, unknown> };
	expect(latest.size).toBe(0);
});
