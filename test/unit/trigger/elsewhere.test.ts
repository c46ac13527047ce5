import { addressAt, asksWhere, isElsewhere } from '../../../nodes/WtsChat/trigger/elsewhere';
import { Account, ADDRESS, n8nFor } from './n8n';

const URL = 'https://old.example.com/webhook/trigger?secret=s';

/** An n8n to whose question this answer comes; an error where none does. */
const asking = (answer: unknown) =>
	n8nFor(new Account(), {
		answerAt: () => {
			if (answer instanceof Error) throw answer;
			return answer;
		},
	});

const NOBODY = new Error('ECONNREFUSED');

test.each<[string, unknown, string | undefined]>([
	['a trigger', { address: ADDRESS }, ADDRESS],
	['nobody', NOBODY, undefined],
	['something else', '<html></html>', undefined],
	['an API without addresses', { message: 'ok' }, undefined],
	['an API with other ones', { address: { street: 'Rua A' } }, undefined],
	['what has nothing to say', undefined, undefined],
	['what says nothing', null, undefined],
])('where %s answers, the address there is known for what it is', async (_, answer, address) => {
	expect(await addressAt(asking(answer).hook, URL)).toBe(address);
});

test.each<[string, unknown, boolean]>([
	['another n8n', { address: 'https://old.example.com/webhook/trigger' }, true],
	['this n8n, under its address of today', { address: ADDRESS }, false],
	['nobody', NOBODY, false],
	['something else', { message: 'ok' }, false],
])('that %s answers tells whether another n8n has the trigger', async (_, answer, isSo) => {
	expect(await isElsewhere(asking(answer).hook, URL, ADDRESS)).toBe(isSo);
});

test('the question comes to the address as it is, and is told from what WTS Chat delivers', async () => {
	const { hook, calls } = asking({});
	await addressAt(hook, URL);
	// an n8n with another version of the node has to understand it, too
	const headers = { 'x-wts-chat-where': '1' };
	expect(calls).toEqual([{ url: URL, method: 'POST', headers, json: true, timeout: 10_000 }]);
	expect(asksWhere(headers)).toBe(true);
	expect(asksWhere({ 'content-type': 'application/json' })).toBe(false);
});
