import { accountOf, pacerOf } from '../../../nodes/WtsChat/transport/pacers';

jest.useFakeTimers();

const HOST = 'https://api.helena.run';
const account = accountOf(HOST, 'pn_1');
const pacer = pacerOf(account, '/chat/v1/session', true);

describe('limits are shared', () => {
	test.each([
		['the same account', 'pn_1'],
		['a key pasted with blanks', ' pn_1 '],
		['a key pasted with its Bearer', 'Bearer pn_1'],
	])('by all requests of %s', (_, key) => {
		expect(pacerOf(accountOf(HOST, key), '/core/v1/contact', true)).toBe(pacer);
	});
});

describe('limits of its own has', () => {
	test.each([
		['another key of the same host', accountOf(HOST, 'pn_2'), '/chat/v1/session', true],
		['the same key of another host', accountOf('https://b.run', 'pn_1'), '/chat/v1/session', true],
		['the sending of messages', account, '/chat/v1/send/text', true],
		['who keeps no published limits', account, '/chat/v1/session', false],
	])('%s', (_, ofAccount, path, paced) => {
		expect(pacerOf(ofAccount, path, paced)).not.toBe(pacer);
	});
});

test('what an account goes by does not tell its key', () => {
	const named = accountOf(HOST, 'pn_1');
	expect(named).toContain(HOST);
	expect(named).not.toContain('pn_1');
	expect(JSON.stringify(named)).toMatch(/^"[\w:/. ]+"$/);
});

/** How many of 1,001 requests of an account that never end pass at once. */
async function passing(path: string, paced: boolean): Promise<number> {
	const fresh = pacerOf(accountOf(HOST, `pn_${path}_${paced}`), path, paced);
	let passed = 0;
	for (let request = 0; request < 1_001; request++) {
		const start = await fresh.enter(0);
		if (start === undefined) continue;
		fresh.leave(start, { kind: 'answered', body: {} });
		passed++;
	}
	return passed;
}

test.each([
	['/chat/v1/session', true, 200],
	['/chat/v1/send/text', true, 1_000],
	['/chat/v1/session', false, 1_001],
	['/chat/v1/send/text', false, 1_001],
])('of 1,001 requests for %s at once, paced %s, %i pass', async (path, paced, count) => {
	expect(await passing(path, paced)).toBe(count);
});
