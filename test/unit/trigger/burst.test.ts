import type { IDataObject } from 'n8n-workflow';
import { burstUpTo, inBursts, lastAt, writtenIn } from '../../../nodes/WtsChat/trigger/burst';
import { answering, failure, listOf } from '../operations/support';
import { at, bodyOf, eventIn, NOW, written } from './executions';

const PATIENCE = { quietMs: 5_000, mostMs: 20_000 };

const textsOf = (events: Array<{ content: IDataObject }>) =>
	events.map(({ content }) => content.text);

test('what the contact wrote in a session is read as events, the oldest first', async () => {
	const listed = [
		written(3),
		written(2, { direction: 'TO_HUB' }),
		written(1, { type: 'NOTE' }),
		written(0, { id: null }),
		written(-1),
	];
	const { api, requests } = answering(() => listOf(...listed));
	const found = await writtenIn(api, 's');
	expect(found).toEqual(
		[-1, 3].map((second) => ({
			id: `m${second}`,
			at: NOW + second * 1_000,
			delivery: eventIn({
				eventType: 'MESSAGE_RECEIVED',
				date: at(second),
				content: written(second),
			}),
		})),
	);
	expect(requests).toMatchObject([{ path: '/chat/v1/message', query: { SessionId: 's' } }]);
});

describe('the burst up to a message', () => {
	async function upTo(
		message: IDataObject,
		listed: IDataObject[],
		passes: (text: unknown) => boolean = () => true,
	) {
		const { api, requests } = answering(() => listOf(...listed));
		const burst = await burstUpTo(api, eventIn(bodyOf(message)), PATIENCE, ({ content }) =>
			passes(content.text),
		);
		return { texts: textsOf(burst), requests: requests.length };
	}

	test.each<[string, number[], string[]]>([
		['is what was written shortly before', [-30, -4, -2, 0], ['-4', '-2', '0']],
		['ends with it', [-2, 0, 2, 4], ['-2', '0']],
		['is it alone where nothing else was written', [0], ['0']],
		['has it also where the API does not list it yet', [-2], ['-2', '0']],
	])('%s: %j', async (_name, seconds, texts) => {
		const listed = seconds.map((second) => written(second));
		expect((await upTo(written(0), listed)).texts).toEqual(texts);
	});

	test('leaves out what does not pass, but never the message itself', async () => {
		const listed = [-3, -2, 0].map((second) => written(second));
		const { texts } = await upTo(written(0), listed, (text) => text === '-3');
		expect(texts).toEqual(['-3', '0']);
	});

	test('has the message as it came, not as the API lists it', async () => {
		const { texts } = await upTo(written(0, { text: 'as it came' }), [written(0)]);
		expect(texts).toEqual(['as it came']);
	});

	test.each<[string, IDataObject]>([
		['no ID', { id: '' }],
		['no session', { sessionId: undefined }],
		['no moment', { createdAt: 'ontem' }],
	])('is a message with %s alone, and nothing is read', async (_name, missing) => {
		const message = written(0, missing);
		expect(await upTo(message, [written(-1)])).toEqual({ texts: ['0'], requests: 0 });
	});

	test('cannot be told where the API gives no answer', async () => {
		const { api } = answering(() => {
			throw failure();
		});
		const burst = burstUpTo(api, eventIn(bodyOf(written(0))), PATIENCE, () => true);
		await expect(burst).rejects.toThrow('It cannot be reached');
	});
});

describe('events in bursts', () => {
	const event = (second: number, content: IDataObject, eventType = 'MESSAGE_RECEIVED') => ({
		at: NOW + second * 1_000,
		delivery: eventIn(bodyOf({ ...written(second), ...content }, eventType)),
	});
	const inPieces = (...events: Array<ReturnType<typeof event>>) =>
		inBursts(events, PATIENCE).map((burst) => textsOf(burst.map(({ delivery }) => delivery)));

	test('each conversation has its own, in the order in which they end', () => {
		const pieces = inPieces(
			event(0, { sessionId: 'a' }),
			event(1, { sessionId: 'b' }),
			event(2, { sessionId: 'a' }),
			event(3, { sessionId: 'a' }),
			event(4, { sessionId: 'b' }),
			event(30, { sessionId: 'b' }),
		);
		expect(pieces).toEqual([['0', '2', '3'], ['1', '4'], ['30']]);
	});

	test('what is no message of a contact, or cannot be told from others, stands alone', () => {
		const pieces = inPieces(
			event(0, {}),
			event(1, {}, 'MESSAGE_SENT'),
			event(2, { id: undefined }),
			event(3, { id: undefined }),
			event(4, {}),
		);
		expect(pieces).toEqual([['1'], ['2'], ['3'], ['0', '4']]);
	});

	test('there are none of nothing', () => {
		expect(inPieces()).toEqual([]);
		expect(lastAt([])).toBe(0);
	});

	test('what they hold beside the event comes along', () => {
		const first = { ...event(0, {}), more: 'than that' };
		expect(inBursts([first], PATIENCE)).toMatchObject([[first]]);
	});
});
