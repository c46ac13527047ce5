import http from 'node:http';
import https from 'node:https';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { INodeType } from 'n8n-workflow';
import { run } from '../test/support/engine';
import type { Contender } from './task';

/** Where a checkout of n8n-nodes-wts with its build lies, for whoever has one; its code is no part of this. */
export const INCUMBENT_FOLDER = process.env.WTS_INCUMBENT;

const HOST = 'api.wts.chat';

/** Sends what goes to the one host that n8n-nodes-wts knows to the sandbox instead. */
function mapHost(url: string): void {
	const { hostname, port } = new URL(url);
	const { request } = https;
	https.request = ((options: https.RequestOptions, ...rest: []) =>
		options.hostname === HOST || options.host === HOST
			? http.request(
					{ ...options, protocol: 'http:', host: hostname, hostname, port, agent: undefined },
					...rest,
				)
			: request(options, ...rest)) as typeof https.request;
}

/** n8n-nodes-wts, with the same updates; what it does not pass on counts as failed. */
export const incumbent: Contender = async ({ url, apiKey }, items) => {
	const file = join(String(INCUMBENT_FOLDER), 'dist', 'nodes', 'Wts', 'WtsChat.node.js');
	mapHost(url);
	const { WtsChat } = createRequire(file)(file) as { WtsChat: new () => INodeType };
	const { items: results } = await run({
		subject: { name: 'n8n-nodes-wts.wtsChat', type: new WtsChat() },
		parameters: {
			resource: 'session',
			operation: 'updateSession',
			sessionId: '={{ $json.id }}',
			fieldsUpdate: ['Number'],
			number: '={{ $json.number }}',
		},
		account: { url, apiKey },
		items,
		settings: {
			credentials: { wtsApi: { id: '1', name: 'Account' } },
			onError: 'continueRegularOutput',
		},
	});
	return items.length - results.filter(({ json }) => !('error' in json)).length;
};
