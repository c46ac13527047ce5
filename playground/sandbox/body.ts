import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problem } from './errors';

const JSON_TYPES = /^(application|text)\/(.+\+)?json\b/;

// A request without body may carry any content type; clients add one of their own accord.
function readBody(contentType = '', text: string): unknown {
	if (text === '') return undefined;
	if (!JSON_TYPES.test(contentType)) throw problem(415, 'The body must be JSON.');
	try {
		return JSON.parse(text);
	} catch {
		throw problem(400, 'The body is not valid JSON.');
	}
}

/** Reads JSON bodies of any JSON content type, and refuses others. */
export function readBodies(server: FastifyInstance): void {
	server.removeAllContentTypeParsers();
	server.addContentTypeParser<string>(
		'*',
		{ parseAs: 'string' },
		async ({ headers }: FastifyRequest, text: string) => readBody(headers['content-type'], text),
	);
}
