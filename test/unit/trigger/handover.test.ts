import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { handedIn, handedOver, isTakenHere } from '../../../nodes/WtsChat/trigger/handover';
import { bodyOf, eventIn } from './executions';

/** As the item comes to the execution: through n8n's database. */
const stored = (item: INodeExecutionData) => JSON.parse(JSON.stringify(item)) as typeof item;

test('an event alone is stored as it came, where expressions of the form look for it', () => {
	const body = bodyOf();
	const { json } = handedOver([{ delivery: eventIn(body) }]);
	expect(json).toEqual({ body, takenBy: expect.stringMatching(/./) });
	expect(handedIn(stored({ json }))).toEqual([{ delivery: eventIn(body) }]);
});

test('events come out in their order, with what was known of each', () => {
	const handed = [undefined, 'taken' as const, 'awaited' as const].map((noted) => ({
		delivery: eventIn(bodyOf()),
		noted,
	}));
	const item = stored(handedOver(handed));
	expect(handedIn(item)).toEqual(handed);
	expect(item.json).toMatchObject({
		body: handed[2]!.delivery.body,
		reply: 'awaited',
		earlier: [{ body: handed[0]!.delivery.body }, { reply: 'taken' }],
	});
});

test.each([
	[true, false],
	[false, true],
])('whether these are all, as the API says it, is stored: %s', (isRead, isUnread) => {
	const { json } = handedOver([{ delivery: eventIn(bodyOf()) }], isRead);
	expect(json.isUnread === true).toBe(isUnread);
});

test('the process that has taken the event knows it again, and no other one', () => {
	const { json } = handedOver([{ delivery: eventIn(bodyOf()) }]);
	expect(isTakenHere(stored({ json }).json)).toBe(true);
	for (const takenBy of ['another process', undefined]) {
		expect(isTakenHere({ ...json, takenBy })).toBe(false);
	}
});

test.each<[string, IDataObject]>([
	['of an earlier version', { ...bodyOf(), body: bodyOf() }],
	['that holds anything', { any: 'thing' }],
	['whose body is no event', { body: { any: 'thing' }, earlier: [{ body: 'text' }] }],
])('an item %s is finished', (_name, json) => {
	expect(handedIn({ json })).toEqual([]);
});

test.each<[string, unknown]>([
	['no list', bodyOf()],
	['a list of nothing', [null, 'text', {}]],
])('%s for what came before is nothing that came before', (_name, earlier) => {
	const body = bodyOf();
	const json = { body, earlier, reply: 'perhaps' } as IDataObject;
	expect(handedIn({ json })).toEqual([{ delivery: eventIn(body), noted: undefined }]);
});
