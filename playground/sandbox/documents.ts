import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from 'openapi-backend';
import { parse } from 'yaml';
import { problem } from './errors';

interface Parameter {
	style?: string;
	schema?: object;
}

const CONTRACT_FOLDER = join(__dirname, '../../contract');
const DOCUMENT_BY_SERVICE = new Map([
	['chat', 'chat'],
	['core', 'core'],
	['auth', 'core'],
	['crm', 'crm'],
]);

// openapi-backend lets any query name pass once a parameter is an open object; allOf keeps that inside.
function enclosed(_key: unknown, value: unknown): unknown {
	const { style, schema } = (value ?? {}) as Parameter;
	if (style !== 'deepObject' || !schema) return value;
	return { ...(value as Parameter), schema: { allOf: [schema] } };
}

/** One document of the contract. */
export function readDocument(name: string): Document {
	const text = readFileSync(join(CONTRACT_FOLDER, `${name}.openapi.yaml`), 'utf8');
	return parse(text, enclosed) as Document;
}

/** Name of the document that describes the service a path starts with. */
export function documentNameAt(path: string): string {
	const name = DOCUMENT_BY_SERVICE.get(path.split('/')[1] ?? '');
	if (name) return name;
	throw problem(400, 'The path must start with a service: /chat, /core, /crm or /auth.');
}
