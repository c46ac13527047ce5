import {
	Workflow,
	type IAuthenticate,
	type ICredentialDataDecryptedObject,
	type IHttpRequestOptions,
	type INode,
	type INodeTypes,
} from 'n8n-workflow';
import { wtsChatApi } from '../support/nodes';

const sign = wtsChatApi.authenticate as Extract<IAuthenticate, (...given: never[]) => unknown>;

async function signed(apiKey: unknown): Promise<IHttpRequestOptions> {
	const values = { apiKey, baseUrl: 'https://api.helena.run' } as ICredentialDataDecryptedObject;
	return await sign(values, {
		url: '/core/v1/tag',
		method: 'GET',
		headers: { accept: 'application/json' },
	});
}

test.each([
	['as it is', 'pn_1234'],
	['with blanks around it', ' pn_1234\n'],
	['with the word of a code example', 'Bearer pn_1234'],
	['with that word in small letters', 'bearer  pn_1234'],
])('a key that is pasted %s signs requests', async (_name, key) => {
	expect(await signed(key)).toEqual({
		url: '/core/v1/tag',
		method: 'GET',
		headers: { accept: 'application/json', Authorization: 'Bearer pn_1234' },
	});
});

/** The address that the test of the credential calls. */
function tested(baseUrl: string): unknown {
	const node = { name: 'Test', type: 'test', typeVersion: 1, parameters: {} } as unknown as INode;
	const nodeTypes = {
		getByNameAndVersion: () => ({ description: { properties: [] } }),
	} as unknown as INodeTypes;
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	return workflow.expression.getSimpleParameterValue(
		node,
		String(wtsChatApi.test?.request.baseURL),
		'internal',
		{ $credentials: { apiKey: 'pn_1234', baseUrl } } as never,
	);
}

describe('the test of the credential', () => {
	test.each([
		['https://api.helena.run', 'https://api.helena.run'],
		[' https://api.wts.chat/ ', 'https://api.wts.chat'],
		['https://api.flw.chat///', 'https://api.flw.chat'],
		['HTTPS://API.HELENA.RUN', 'HTTPS://API.HELENA.RUN'],
		['http://localhost:4010/', 'http://localhost:4010'],
		['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
		['http://[::1]:4010', 'http://[::1]:4010'],
	])('calls %j at %s', (baseUrl, called) => {
		expect(tested(baseUrl)).toBe(called);
	});

	test.each([
		'http://api.helena.run',
		'http://localhost.example.com',
		'http://localhost:1@example.com',
		'http://localhost@example.com',
		'http://127.0.0.1.example.com',
		'http://example.com/localhost',
		'api.helena.run',
		'ftp://localhost',
		'https://api.helena.run/v1',
		'https://api.helena.run/?x=1',
		'https://me@api.helena.run',
		'http://localhost:4010/v1',
		'',
	])('does not send the key to %j', (baseUrl) => {
		expect(tested(baseUrl)).toBe('The Base URL is https:// and the host, without a path');
	});

	test('reads the tags, which every key may, and says when the key is wrong', () => {
		const { request, rules } = wtsChatApi.test!;
		expect(request).toMatchObject({ url: '/core/v1/tag' });
		expect(request.method ?? 'GET').toBe('GET');
		expect(rules).toEqual([
			{
				type: 'responseCode',
				properties: { value: 401, message: 'WTS Chat did not accept the API key' },
			},
		]);
	});
});

test('a new credential asks for a hidden key and stands on the address of the platform', () => {
	expect(wtsChatApi.properties).toMatchObject([
		{ name: 'apiKey', required: true, default: '', typeOptions: { password: true } },
		{ name: 'baseUrl', required: true, default: 'https://api.helena.run' },
	]);
});
