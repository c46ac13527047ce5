import type { ChoosingValues } from '../../../nodes/WtsChat/trigger/form';
import { away, HEARD_UNTIL, MINUTE_MS, NOW, optionsWith } from './away';

beforeEach(() => {
	jest.useFakeTimers({ now: NOW });
});
afterEach(() => {
	jest.useRealTimers();
});

const WAITING = optionsWith({ quietSeconds: 5 });

test('what was written in one go starts the workflow together', async () => {
	const n8n = away();
	n8n.write('um', HEARD_UNTIL + 1);
	n8n.write('dois', HEARD_UNTIL + 2_000);
	n8n.write('três', HEARD_UNTIL + 20_000);
	n8n.write('de outro', HEARD_UNTIL + 1_000, 'two');
	await n8n.catchUp(WAITING);
	expect(n8n.begun()).toEqual([['de outro'], ['um', 'dois'], ['três']]);
	expect(n8n.times).toEqual([1_000, 1_500, 2_000]);
});

test('a burst that began before takes its beginning along, and one that was over does not come', async () => {
	const n8n = away();
	n8n.write('over', HEARD_UNTIL - 29_000);
	n8n.write('begun', HEARD_UNTIL - 4_000);
	n8n.write('goes on', HEARD_UNTIL);
	await n8n.catchUp(WAITING);
	expect(n8n.begun()).toEqual([['begun', 'goes on']]);
	const asked = n8n.account.requests.find(({ path }) => path === '/chat/v1/message');
	expect(asked?.query['CreatedAt.After']).toBe(new Date(HEARD_UNTIL - 30_000).toISOString());
});

/** When the execution begins whose message was written then, in milliseconds from the first look on. */
async function beginsAt(at: number, happens: (n8n: ReturnType<typeof away>) => void = () => {}) {
	const n8n = away();
	n8n.write('a', at);
	setTimeout(() => happens(n8n), 2_000);
	await n8n.catchUp(WAITING);
	const [begun] = n8n.times;
	return begun;
}

const LONG_AGO_MS = 5_000 + 2 * MINUTE_MS;

test.each([
	[LONG_AGO_MS + 1, 500],
	[LONG_AGO_MS, 5_500],
	[1_000, 5_500],
])(
	'who may still be writing is waited for until it has been quiet: after %i ms',
	async (ms, at) => {
		expect(await beginsAt(NOW - ms)).toBe(at);
	},
);

test.each<[string, number | undefined, (n8n: ReturnType<typeof away>) => void]>([
	['wrote more in time', undefined, (n8n) => n8n.write('b', NOW + 3_999)],
	['wrote more after it was quiet', 5_500, (n8n) => n8n.write('b', NOW + 4_000)],
	['has deleted it', 5_500, (n8n) => n8n.messages.splice(0)],
	['wrote more in another conversation', 5_500, (n8n) => n8n.write('b', NOW + 1, 'two')],
	[
		'had an answer',
		5_500,
		(n8n) => n8n.write('b', NOW + 1, 'one', { direction: 'TO_HUB', origin: 'BOT' }),
	],
])('a contact that %s has an execution at %s', async (_name, begun, happens) => {
	expect(await beginsAt(NOW - 1_000, happens)).toBe(begun);
});

test('what does not pass the filters takes nothing along', async () => {
	const n8n = away();
	const filters = { messageTypes: ['TEXT'] } as ChoosingValues['filters'];
	n8n.write('a', NOW - 1_000);
	setTimeout(() => n8n.write('b', NOW + 1, 'one', { type: 'IMAGE' }), 2_000);
	await n8n.catchUp({ ...WAITING, filters });
	expect(n8n.begun()).toEqual([['a']]);
});

test('those that nobody waits for begin meanwhile in their order', async () => {
	const n8n = away();
	n8n.write('old', NOW - 10 * MINUTE_MS, 'two');
	n8n.write('new', NOW - 1_000);
	await n8n.catchUp(WAITING);
	expect(n8n.begun()).toEqual([['old'], ['new']]);
	expect(n8n.times).toEqual([1_000, 5_500]);
});

test('what the contact wrote long before is none of it', async () => {
	const n8n = away();
	n8n.write('heard', HEARD_UNTIL - 10 * MINUTE_MS);
	n8n.write('new', NOW - 1_000);
	await n8n.catchUp(WAITING);
	expect(n8n.begun()).toEqual([['new']]);
});

test('a burst has come already where its last message has, whatever the others did', async () => {
	const n8n = away();
	n8n.write('um', HEARD_UNTIL + 1);
	n8n.write('taken', HEARD_UNTIL + 2);
	n8n.write('taken too', HEARD_UNTIL + 20_000);
	n8n.write('new', HEARD_UNTIL + 20_001);
	for (const id of ['taken', 'taken too']) n8n.take(id);
	await n8n.catchUp(WAITING);
	expect(n8n.begun()).toEqual([['taken too', 'new']]);
});

test('other events wait for nothing', async () => {
	const n8n = away();
	n8n.account.lists['/core/v1/contact'] = [
		{ id: 'c', createdAt: new Date(NOW - 1_000).toISOString() },
	];
	await n8n.catchUp({ ...WAITING, events: ['CONTACT_NEW'] });
	expect(n8n.times).toEqual([0]);
});
