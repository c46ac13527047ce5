import { errorIn } from '../../../nodes/WtsChat/operations/entries';
import { resultsOf, toldApart, withSenderId } from '../../../nodes/WtsChat/operations/sendBatch';
import { DeliveryError } from '../../../nodes/WtsChat/transport/errors';
import type { Sentence } from '../../../nodes/WtsChat/values/sentence';

const [a, b] = [{ senderId: 'a' }, { senderId: 'b' }];

const resultsIn = (answer: unknown) => resultsOf(answer, [a, b], new Set<Sentence>());

test('each result goes to its message, in whatever order they come', () => {
	const results = [
		{ senderId: 'b', id: '2', status: 'SENT' },
		{ senderId: 'a', id: '1', status: 'SENT' },
	];
	expect(resultsIn({ results })).toEqual([results[1], results[0]]);
});

test('a message that is only queued is told of', () => {
	const notes = new Set<Sentence>();
	resultsOf({ results: [{ ...a, status: 'QUEUED' }] }, [a], notes);
	expect([...notes]).toEqual([expect.stringContaining('has not reached the contact yet')]);
});

test.each([
	['is refused', { ...a, error: 'Número inválido' }, 'WTS Chat refused this item of the request'],
	['fails', { ...a, status: 'FAILED' }, 'The message did not reach the contact'],
])('a message that %s is an error of its own', (_, result, message) => {
	const [outcome, other] = resultsIn({ results: [result, { ...b, status: 'SENT' }] });
	expect(outcome).toBeInstanceOf(DeliveryError);
	expect(outcome).toMatchObject({ message });
	expect(other).toEqual({ ...b, status: 'SENT' });
});

test.each<[string, unknown, unknown[]]>([
	['nothing', undefined, []],
	['a list', [a], []],
	['no list of results', { results: 'none' }, []],
	['results that are no records', { results: [null, 'a', [a]] }, []],
	['those of other messages', { results: [{ senderId: 'c' }] }, []],
	[
		'two for one message',
		{
			results: [
				{ ...a, id: '1' },
				{ ...a, id: '2' },
			],
		},
		[
			{ ...a, id: '1' },
			{ ...a, id: '2' },
		],
	],
])('an answer with %s does not say what became of the message', (_, answer, results) => {
	const [outcome] = resultsIn(answer);
	expect(outcome).toBeInstanceOf(DeliveryError);
	expect(outcome).toMatchObject({
		message: 'WTS Chat does not say what became of this message; it may have been sent',
		remedy: `Its answer has ${results.length} results for the sender ID "a". Look in WTS Chat before you send it again.`,
		data: { senderId: 'a', results },
	});
});

test('messages with the same sender ID are refused, with what to do', () => {
	expect(toldApart([a, b])).toEqual([a, b]);
	expect(() => toldApart([a, b, a])).toThrow(
		expect.objectContaining({
			message: "Several items have the same 'Sender ID'",
			remedy: expect.stringContaining('give every item its own'),
		}),
	);
});

test('a message keeps its sender ID, or gets a new one', () => {
	expect(withSenderId({ text: 'Oi', ...a })).toEqual({ text: 'Oi', senderId: 'a' });
	const ids = [{}, {}].map((message) => withSenderId(message).senderId);
	expect(new Set(ids).size).toBe(2);
});

test('an entry without an error is none', () => {
	expect(errorIn({ id: 'ana', name: 'Ana' })).toBeUndefined();
});

test('an entry that reports an error says what the API says, and how its support finds it', () => {
	const error = errorIn({ key: 'FORM_ERROR', text: 'Número inválido', id: { shortValue: 'S1' } });
	expect(error).toMatchObject({
		message: 'WTS Chat refused this item of the request',
		remedy: 'WTS Chat says: "Número inválido".',
		data: { key: 'FORM_ERROR', supportId: 'S1' },
	});
});
