import { deliveryIn } from '../../../nodes/WtsChat/events/delivery';
import { catchUpOf } from '../../../nodes/WtsChat/trigger/catchUp';
import type { ChoosingValues } from '../../../nodes/WtsChat/trigger/form';
import { away, HEARD_UNTIL, HOUR_MS, NOW, optionsWith, valuesWith } from './away';

beforeEach(() => {
	jest.useFakeTimers({ now: NOW });
});
afterEach(() => {
	jest.useRealTimers();
});

describe('how a user wants it', () => {
	test('as long as nothing is chosen, it is a day and five hundred events', () => {
		const events: ChoosingValues['events'] = ['MESSAGE_UPDATED', 'SESSION_NEW', 'CONTACT_SILENT'];
		expect(catchUpOf(valuesWith({ events, panelId: 'p' }))).toMatchObject({
			events: ['SESSION_NEW'],
			mostMs: 24 * HOUR_MS,
			mostEvents: 500,
			panelId: 'p',
			patience: undefined,
		});
	});

	test('what is chosen counts', () => {
		const options = { catchUp: true, catchUpHours: 2, catchUpEvents: 3, quietSeconds: 5 };
		expect(catchUpOf(optionsWith(options))).toMatchObject({
			mostMs: 2 * HOUR_MS,
			mostEvents: 3,
			patience: { quietMs: 5_000, mostMs: 30_000 },
		});
	});

	test.each<[string, Partial<ChoosingValues>]>([
		['is not wanted', optionsWith({ catchUp: false })],
		['has nothing that can be read', { events: ['MESSAGE_UPDATED', 'TEMPLATE_NEW'] }],
	])('a trigger for which it %s catches up on nothing', (_name, values) => {
		expect(catchUpOf(valuesWith(values))).toBeUndefined();
	});

	test('an event has to pass every filter', () => {
		const filters = { messageTypes: ['TEXT'], textMatches: ['oi'] } as ChoosingValues['filters'];
		const { passes } = catchUpOf(valuesWith({ filters }))!;
		const passed = [
			{ type: 'TEXT', text: 'oi' },
			{ type: 'TEXT', text: 'não' },
			{ type: 'IMAGE', text: 'oi' },
		].map((content) => passes(deliveryIn({ eventType: 'MESSAGE_RECEIVED', content })!));
		expect(passed).toEqual([true, false, false]);
	});
});

test('each event since then starts the workflow once, the oldest first, two a second', async () => {
	const n8n = away();
	n8n.write('before', HEARD_UNTIL - 1);
	n8n.write('dois', HEARD_UNTIL + 2, 'two');
	n8n.write('um', HEARD_UNTIL);
	n8n.write('três', HEARD_UNTIL + 3);
	expect(await n8n.catchUp()).toBeUndefined();
	expect(n8n.begun()).toEqual([['um'], ['dois'], ['três']]);
	// the messages of two conversations were read two a second as well
	expect(n8n.times).toEqual([1_000, 1_500, 2_000]);
	expect(n8n.started[0]?.item.json).toMatchObject({
		body: { eventType: 'MESSAGE_RECEIVED', caughtUp: true },
	});
	expect(new Set(n8n.started.map(({ key }) => key)).size).toBe(3);
	expect(n8n.warnings).toEqual([
		"'Gatilho' catches up on 3 of 3 events that may have been missed.",
	]);
});

test('where nothing was missed, the log says nothing', async () => {
	const n8n = away();
	n8n.write('before', HEARD_UNTIL - 1);
	await n8n.catchUp();
	expect([n8n.begun(), n8n.warnings]).toEqual([[], []]);
});

test('what is older than the user wants starts nothing', async () => {
	const n8n = away();
	n8n.write('old', NOW - 2 * HOUR_MS - 1);
	n8n.write('new', NOW - 2 * HOUR_MS);
	await n8n.catchUp(optionsWith({ catchUpHours: 2 }), 0);
	expect(n8n.begun()).toEqual([['new']]);
});

test.each([
	[2, [['dois'], ['três']], "'Gatilho' catches up on 2 of 3 events that may have been missed."],
	[
		4,
		[['um'], ['dois'], ['três']],
		"'Gatilho' catches up on 3 of 3 events that may have been missed.",
	],
])('of very many events the newest %i start the workflow', async (most, begun, told) => {
	const n8n = away();
	['um', 'dois', 'três'].forEach((id, n) => n8n.write(id, HEARD_UNTIL + n));
	await n8n.catchUp(optionsWith({ catchUpEvents: most }));
	expect(n8n.begun()).toEqual(begun);
	expect(n8n.warnings).toEqual([told]);
});

test('what does not pass the filters starts nothing', async () => {
	const n8n = away();
	n8n.write('image', HEARD_UNTIL + 1, 'one', { type: 'IMAGE' });
	n8n.write('text', HEARD_UNTIL + 2);
	const filters = { messageTypes: ['TEXT'] } as ChoosingValues['filters'];
	await n8n.catchUp(valuesWith({ filters }));
	expect(n8n.begun()).toEqual([['text']]);
});

test('what has come already, or is coming, starts nothing again', async () => {
	const n8n = away();
	['taken', 'failed', 'new'].forEach((id, n) => n8n.write(id, HEARD_UNTIL + n));
	n8n.take('taken');
	n8n.take('failed', 500);
	await n8n.catchUp();
	expect(n8n.begun()).toEqual([['failed'], ['new']]);
});

test('where n8n cannot store an execution, the others begin, and it is not done', async () => {
	let tries = 0;
	const n8n = away(() => {
		if (++tries === 1) throw new Error('SQLITE_BUSY: database is locked');
	});
	['um', 'dois'].forEach((id, n) => n8n.write(id, HEARD_UNTIL + n));
	expect(await n8n.catchUp()).toBe('n8n could not store every execution.');
	expect(n8n.begun()).toEqual([['dois']]);
});

test('an API that gives nothing is told of', async () => {
	const n8n = away();
	n8n.account.refuses = ({ path }) => path === '/chat/v2/session';
	expect(await n8n.catchUp()).toMatch(/^WTS Chat did not accept the API key/);
	expect(n8n.begun()).toEqual([]);
});

test('it ends at once when the workflow is unpublished', async () => {
	const n8n = away();
	['um', 'dois', 'três'].forEach((id, n) => n8n.write(id, HEARD_UNTIL + n));
	setTimeout(() => n8n.stop(), 600);
	expect(await n8n.catchUp()).toMatch(/aborted/);
	expect(n8n.begun()).toEqual([['um']]);
});
