import type { OpenAPIBackend, Operation as Declared } from 'openapi-backend';
import { apiOf, DOCUMENTS, type DocumentName } from '../../contract/reader';

/** A schema of the contract with everything that it refers to in its place. */
export interface Schema {
	type?: string | string[];
	enum?: unknown[];
	properties?: Record<string, Schema>;
	additionalProperties?: boolean | Schema;
	items?: Schema;
	allOf?: Schema[];
	oneOf?: Schema[];
	anyOf?: Schema[];
}

interface Parameter {
	name: string;
	in: string;
	required?: boolean;
	schema: Schema;
}

export type SchemaError = NonNullable<
	ReturnType<OpenAPIBackend['validateResponse']>['errors']
>[number];

/** One operation of the contract. */
export interface Operation {
	operationId: string;
	method: string;
	/** With the names of its values in braces. */
	path: string;
	deprecated: boolean;
	parameters: Parameter[];
	/** The schema of its answer with status 200. */
	answer: Schema;
	/** What is wrong with an answer, by the schema alone. */
	errorsIn(answer: unknown): SchemaError[];
}

interface Answers {
	[status: string]: { content?: Record<string, { schema: Schema }> } | undefined;
}

const NO_SCHEMA: Schema = {};

function describe(api: OpenAPIBackend, declared: Declared): Operation {
	const answers = (declared.responses ?? {}) as Answers;
	return {
		operationId: String(declared.operationId),
		method: declared.method.toUpperCase(),
		path: declared.path,
		deprecated: declared.deprecated === true,
		parameters: (declared.parameters ?? []) as Parameter[],
		answer: answers['200']?.content?.['application/json']?.schema ?? NO_SCHEMA,
		errorsIn: (answer) => api.validateResponse(answer, declared, 200).errors ?? [],
	};
}

async function operationsOf(name: DocumentName): Promise<Operation[]> {
	const api = await apiOf(name);
	return api.router.getOperations().map((declared) => describe(api, declared));
}

/** All operations of the contract. */
export async function contractOperations(): Promise<Operation[]> {
	return (await Promise.all(DOCUMENTS.map(operationsOf))).flat();
}
