import type { ApiRequest } from '../../../nodes/WtsChat/transport/contract';
import type { Api } from '../../../nodes/WtsChat/transport/api';
import {
	changeSubscription,
	listSubscriptions,
	makeSubscription,
	removeSubscription,
	shortened,
} from '../../../nodes/WtsChat/subscriptions/subscriptions';

/** A door to an API that gives one answer, and what has been asked through it. */
function apiThatAnswers(answer: unknown) {
	const requests: ApiRequest[] = [];
	const api = {
		send: async (request: ApiRequest) => {
			requests.push(request);
			return answer;
		},
		notes: new Set(),
	};
	return { api: api as unknown as Api, requests };
}

const ONE = { id: 'one', name: 'n8n', url: 'https://n8n.example.com', enabled: true };

test('all subscriptions are listed; what is none is left out', async () => {
	const { api, requests } = apiThatAnswers([null, ONE, { ...ONE, id: 'two' }]);
	expect((await listSubscriptions(api)).map(({ id }) => id)).toEqual(['one', 'two']);
	expect(requests).toEqual([
		expect.objectContaining({ method: 'GET', path: '/core/v1/webhook/subscription' }),
	]);
});

test.each([undefined, null, 'text', { message: 'ok' }])(
	'an answer that is no list is not taken for an account without subscriptions: %p',
	async (answer) => {
		const { api } = apiThatAnswers(answer);
		await expect(listSubscriptions(api)).rejects.toThrow('list');
	},
);

test.each([
	[{ id: 'one' }, 'one'],
	[undefined, undefined],
	['made', undefined],
])('one is made, and known by its ID where the answer %j has it', async (answer, id) => {
	const { api, requests } = apiThatAnswers(answer);
	const fields = { name: 'n8n', url: ONE.url, events: ['MESSAGE_RECEIVED' as const] };
	expect(await makeSubscription(api, fields)).toBe(id);
	expect(await makeSubscription(api, fields, false)).toBe(id);
	expect(requests.map(({ method, path, body }) => ({ method, path, body }))).toEqual(
		[true, false].map((enabled) => ({
			method: 'POST',
			path: '/core/v1/webhook/subscription',
			body: { ...fields, enabled },
		})),
	);
});

test('what is changed is named, and nothing else', async () => {
	const { api, requests } = apiThatAnswers({});
	await changeSubscription(api, 'one', { enabled: false });
	await changeSubscription(api, 'one', { name: 'n', url: 'u', events: ['CONTACT_NEW'] });
	expect(requests.map(({ method, path, body }) => ({ method, path, body }))).toEqual([
		{
			method: 'PUT',
			path: '/core/v1/webhook/subscription/one',
			body: { fields: ['Enabled'], enabled: false },
		},
		{
			method: 'PUT',
			path: '/core/v1/webhook/subscription/one',
			body: { fields: ['Name', 'Url', 'Events'], name: 'n', url: 'u', events: ['CONTACT_NEW'] },
		},
	]);
});

test.each([
	['n8n: Vendas', 20, 'n8n: Vendas'],
	['n8n: Vendas ', 20, 'n8n: Vendas'],
	['n8n: Vendas 2', 12, 'n8n: Vendas'],
	['n8n: 🎉🎉', 6, 'n8n:'],
	['n8n: 🎉🎉', 8, 'n8n: 🎉'],
])('%j has at most %i characters as %j', (name, most, short) => {
	expect(shortened(name, most)).toBe(short);
});

test('one is removed; that it is gone already is no error', async () => {
	const { api, requests } = apiThatAnswers(undefined);
	await removeSubscription(api, 'one');
	expect(requests).toEqual([
		expect.objectContaining({
			method: 'DELETE',
			path: '/core/v1/webhook/subscription/one',
			notFoundIsSuccess: true,
		}),
	]);
});
