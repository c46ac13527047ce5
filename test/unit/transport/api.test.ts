import type { IHttpRequestOptions, ILoadOptionsFunctions, INode } from 'n8n-workflow';
import { connect } from '../../../nodes/WtsChat/transport/api';
import { get } from '../../../nodes/WtsChat/transport/contract';

// A mock, because a real time-out would take its thirty seconds.
test('every request has a time limit, and its status is judged here', async () => {
	const requests: IHttpRequestOptions[] = [];
	const context = {
		getCredentials: async () => ({ apiKey: 'k', baseUrl: 'https://api.helena.run/' }),
		getNode: () => ({ name: 'WTS Chat' }) as INode,
		helpers: {
			httpRequestWithAuthentication: async (_: string, options: IHttpRequestOptions) => {
				requests.push(options);
				return { statusCode: 200, headers: {}, body: [] };
			},
		},
	} as unknown as ILoadOptionsFunctions;

	const api = await connect(context);
	await api.send(get('/core/v1/agent', {}));
	await api.send({ ...get('/core/v1/agent', {}), timeoutMs: 40_000 });

	expect(requests).toEqual([
		expect.objectContaining({
			baseURL: 'https://api.helena.run',
			url: '/core/v1/agent',
			timeout: 30_000,
			ignoreHttpStatusErrors: true,
			returnFullResponse: true,
			disableFollowRedirect: true,
		}),
		expect.objectContaining({ timeout: 40_000 }),
	]);
});
