import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { deliveryIn } from '../../../nodes/WtsChat/events/delivery';
import { eventNames } from '../../../nodes/WtsChat/events/names';
import { identityOf } from '../../../nodes/WtsChat/trigger/identity';
import { runs } from '../../support/runs';

const ID = '5d0b9c1e-2f34-4a56-8b78-9c0d1e2f3a4b';
const SEVEN_DIGITS = '2026-09-10T13:02:11.1260435Z';
const THREE_DIGITS = '2026-09-10T13:02:11.126Z';

function identity(body: object): string {
	const delivery = deliveryIn(body);
	if (!delivery) throw new Error('no event');
	return identityOf(delivery);
}

const message = (eventType: string, content: object = {}, more: object = {}) => ({
	eventType,
	date: SEVEN_DIGITS,
	content: { id: ID, type: 'TEXT', status: 'SENT', ...content },
	changeMetadata: null,
	...more,
});

test.each<[string, object, object]>([
	[
		'a message with its date in another spelling',
		message('MESSAGE_RECEIVED'),
		message('MESSAGE_RECEIVED', {}, { date: THREE_DIGITS }),
	],
	[
		'a message that was read meanwhile',
		message('MESSAGE_SENT'),
		message('MESSAGE_SENT', { status: 'READ' }),
	],
	[
		'a session as it was delivered, and as the API has it later',
		message('SESSION_NEW', { active: true, status: 'PENDING' }),
		message('SESSION_NEW', { status: 'COMPLETED' }, { date: THREE_DIGITS, caughtUp: true }),
	],
	[
		'the end of a session, with its moment in another spelling',
		message('SESSION_COMPLETE', { active: false, endAt: SEVEN_DIGITS }),
		message('SESSION_COMPLETE', { endAt: THREE_DIGITS }, { date: THREE_DIGITS, caughtUp: true }),
	],
	[
		'a contact that was changed meanwhile',
		message('CONTACT_NEW'),
		message('CONTACT_NEW', { a: 1 }),
	],
	['a card that was moved', message('PANEL_CARD_NEW'), message('PANEL_CARD_NEW', { stepId: '2' })],
	[
		'an update of a message with its date in another spelling',
		message('MESSAGE_UPDATED'),
		message('MESSAGE_UPDATED', {}, { date: THREE_DIGITS }),
	],
	[
		'a session with its date in another spelling',
		message('SESSION_UPDATE'),
		message('SESSION_UPDATE', {}, { date: THREE_DIGITS }),
	],
	[
		'a session whose properties stand in another order',
		{ eventType: 'SESSION_UPDATE', content: { id: ID, contact: { name: 'Ana', tags: [] } } },
		{ content: { contact: { tags: [], name: 'Ana' }, id: ID }, eventType: 'SESSION_UPDATE' },
	],
	[
		'a card with a list whose properties stand in another order',
		message('PANEL_CARD_UPDATE', { tags: [{ id: '1', name: 'VIP' }] }),
		message('PANEL_CARD_UPDATE', { tags: [{ name: 'VIP', id: '1' }] }),
	],
	[
		'the end of a session whose moment is told to the second',
		message('SESSION_COMPLETE', { endAt: THREE_DIGITS }),
		message('SESSION_COMPLETE', { endAt: '2026-09-10T13:02:11Z' }),
	],
	[
		'an update of a message that is delivered at another moment',
		message('MESSAGE_UPDATED'),
		message('MESSAGE_UPDATED', {}, { date: '2026-09-10T13:05:00Z' }),
	],
])('%s is the same event', (_name, one, other) => {
	expect(identity(other)).toBe(identity(one));
});

test.each<[string, object, object]>([
	['two messages', message('MESSAGE_RECEIVED'), message('MESSAGE_RECEIVED', { id: 'other' })],
	['what came and what was sent', message('MESSAGE_RECEIVED'), message('MESSAGE_SENT')],
	[
		'a message delivered and read',
		message('MESSAGE_UPDATED', { status: 'DELIVERED' }),
		message('MESSAGE_UPDATED', { status: 'READ' }),
	],
	[
		'two edits of a message',
		message('MESSAGE_UPDATED', { updatedAt: SEVEN_DIGITS }),
		message('MESSAGE_UPDATED', { updatedAt: '2026-09-10T13:02:12Z' }),
	],
	[
		'the same record at two moments',
		message('SESSION_UPDATE'),
		message('SESSION_UPDATE', {}, { date: '2026-09-10T13:02:11.127Z' }),
	],
	[
		'two changes at the same moment',
		message('SESSION_UPDATE'),
		message('SESSION_UPDATE', {}, { changeMetadata: { changes: [{ property: 'Status' }] } }),
	],
	[
		'two ends of a session that was opened again',
		message('SESSION_COMPLETE', { endAt: SEVEN_DIGITS }),
		message('SESSION_COMPLETE', { endAt: '2026-09-10T13:02:13Z' }),
	],
	[
		'two ends of a session that do not tell when',
		message('SESSION_COMPLETE', { status: 'A' }),
		message('SESSION_COMPLETE', { status: 'B' }),
	],
	[
		'two updates of a session that has ended',
		message('SESSION_UPDATE', { endAt: SEVEN_DIGITS, status: 'A' }),
		message('SESSION_UPDATE', { endAt: SEVEN_DIGITS, status: 'B' }),
	],
	['a contact and a card', message('CONTACT_NEW'), message('PANEL_CARD_NEW')],
	[
		'two messages without an ID',
		message('MESSAGE_RECEIVED', { id: undefined, text: 'Oi' }),
		message('MESSAGE_RECEIVED', { id: undefined, text: 'Olá' }),
	],
	[
		'two messages with an empty ID',
		message('MESSAGE_RECEIVED', { id: '', text: 'Oi' }),
		message('MESSAGE_RECEIVED', { id: '', text: 'Olá' }),
	],
	[
		'two events without a date',
		{ eventType: 'CONTACT_UPDATE', content: { id: ID, name: 'Ana' } },
		{ eventType: 'CONTACT_UPDATE', content: { id: ID, name: 'Bia' } },
	],
	[
		'a text and a number',
		{ eventType: 'CONTACT_UPDATE', content: { value: '1' } },
		{ eventType: 'CONTACT_UPDATE', content: { value: 1 } },
	],
	[
		'a list with a list in it and one without',
		{ eventType: 'CONTACT_UPDATE', content: { tags: [['a'], 'b'] } },
		{ eventType: 'CONTACT_UPDATE', content: { tags: ['a', ['b']] } },
	],
	[
		'a list and a text with its commas',
		{ eventType: 'CONTACT_UPDATE', content: { tags: ['a', 'b'] } },
		{ eventType: 'CONTACT_UPDATE', content: { tags: ['a,b'] } },
	],
])('%s are two events', (_name, one, other) => {
	expect(identity(other)).not.toBe(identity(one));
});

/** Events that are nearly the same, as those about one record are. */
const anyEvent = fc
	.record(
		{
			eventType: fc.constantFrom(...eventNames, 'SESSION_FROZEN'),
			date: fc.constantFrom(THREE_DIGITS, '2026-09-10T13:02:11.127Z', 'ontem', ''),
			content: fc.oneof(
				fc.record(
					{
						id: fc.constantFrom('1', '2', ''),
						status: fc.constantFrom('SENT', 'READ', null),
						updatedAt: fc.constantFrom(THREE_DIGITS, SEVEN_DIGITS),
						details: fc.jsonValue(),
					},
					{ requiredKeys: [] },
				),
				fc.dictionary(fc.string(), fc.jsonValue()),
			),
			changeMetadata: fc.constantFrom(null, { changes: [] }, { changes: [{ property: 'Status' }] }),
		},
		{ requiredKeys: ['eventType', 'content'] },
	)
	// as it comes: through JSON
	.map((event) => JSON.parse(JSON.stringify(event)) as typeof event);

/** What makes an event another one: all that it brings, but for a message its ID, and the moment of its update. */
function sense({ eventType, content, ...more }: { eventType: string; content: object }): unknown {
	const { id } = content as { id?: unknown };
	const isNewMessage = ['MESSAGE_RECEIVED', 'MESSAGE_SENT'].includes(eventType);
	if (isNewMessage && typeof id === 'string' && id !== '') return { eventType, id };
	const isMessage = eventType.startsWith('MESSAGE_');
	return { eventType, content, ...more, ...(isMessage && { date: undefined }) };
}

test('no two different events share an identity, and the same one keeps it', () => {
	const pair = fc.tuple(anyEvent, fc.oneof(anyEvent, fc.constant(undefined)));
	fc.assert(
		fc.property(pair, ([one, chosen]) => {
			const other = chosen ?? structuredClone(one);
			const isSame = isDeepStrictEqual(
				JSON.parse(JSON.stringify(sense(one))),
				JSON.parse(JSON.stringify(sense(other))),
			);
			expect(identity(one) === identity(other)).toBe(isSame);
		}),
		runs(1_000),
	);
});
