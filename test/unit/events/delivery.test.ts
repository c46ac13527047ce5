import type { IWebhookFunctions } from 'n8n-workflow';
import { deliveryIn, refused } from '../../../nodes/WtsChat/events/delivery';
import { isSilence, silenceNames } from '../../../nodes/WtsChat/events/names';
import { notAnEvent } from '../../../nodes/WtsChat/events/sentences';

const content = { id: 'm1' };
const event = { eventType: 'MESSAGE_RECEIVED', date: '2026-09-15T16:41:56Z', content };

test('an event is read with what it is about, and with all that came', () => {
	expect(deliveryIn(event)).toEqual({ ...event, subject: 'message', body: event });
});

test('an event that is newer than the contract is one all the same', () => {
	const body = { ...event, eventType: 'MOON_LANDED' };
	expect(deliveryIn(body)).toEqual({ ...body, subject: undefined, body });
});

test.each([
	['nothing', undefined],
	['null', null],
	['a text', 'MESSAGE_RECEIVED'],
	['a list', [event]],
	['a number for its type', { ...event, eventType: 7 }],
	['an empty type', { ...event, eventType: '' }],
	['no type', { content }],
	['no content', { eventType: 'MESSAGE_RECEIVED' }],
	['a text for its content', { ...event, content: 'Oi' }],
	['a list for its content', { ...event, content: [content] }],
])('%s is no event', (_what, body) => {
	expect(deliveryIn(body)).toBeUndefined();
});

test.each([[1789490516000], [null], [{}]])('a date that is %p counts as none', (date) => {
	expect(deliveryIn({ ...event, date })?.date).toBe('');
});

test.each<[string, unknown, string[] | undefined]>([
	['a list of records', [{ property: 'status' }, { property: 'tags' }], ['status', 'tags']],
	['a list with what is no record', [null, 'x', { property: 'status' }], ['status']],
	['an empty list', [], undefined],
	['a list of what are no records', ['status'], undefined],
	['an object by name', { status: {}, tags: {} }, ['status', 'tags']],
	['a text', 'status', undefined],
	['nothing', undefined, undefined],
])('changes that come as %s tell what has changed', (_form, changes, changed) => {
	expect(deliveryIn({ ...event, changeMetadata: { changes } })?.changed).toEqual(changed);
});

test.each([[null], ['status'], [[{ property: 'status' }]]])(
	'an event whose changes are %j does not tell what has changed',
	(changeMetadata) => {
		expect(deliveryIn({ ...event, changeMetadata })?.changed).toBeUndefined();
	},
);

test('a request that is none of ours is told why, and starts nothing', () => {
	const told: unknown[] = [];
	const answer = {
		status: (status: number) => ({ json: (body: unknown) => told.push(status, body) }),
	};
	const context = { getResponseObject: () => answer } as unknown as IWebhookFunctions;
	expect(refused(context, 400, notAnEvent)).toEqual({ noWebhookResponse: true });
	expect(told).toEqual([400, { message: 'This is not an event of WTS Chat.' }]);
});

test('a silence is an event that n8n finds out by itself', () => {
	expect(silenceNames.every(isSilence)).toBe(true);
	expect(['MESSAGE_RECEIVED', 'toString', ''].some(isSilence)).toBe(false);
});
