import addFormats from 'ajv-formats';
import { OpenAPIBackend, type Operation as Declared } from 'openapi-backend';
import { readDocument } from '../../playground/sandbox/documents';

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

function describe(service: OpenAPIBackend, declared: Declared): Operation {
	const answers = (declared.responses ?? {}) as Answers;
	return {
		operationId: String(declared.operationId),
		method: declared.method.toUpperCase(),
		path: declared.path,
		deprecated: declared.deprecated === true,
		parameters: (declared.parameters ?? []) as Parameter[],
		answer: answers['200']?.content?.['application/json']?.schema ?? NO_SCHEMA,
		errorsIn: (answer) => service.validateResponse(answer, declared, 200).errors ?? [],
	};
}

async function operationsOf(documentName: string): Promise<Operation[]> {
	const service = new OpenAPIBackend({
		definition: readDocument(documentName),
		quick: true,
		ajvOpts: { allErrors: true },
		customizeAjv: (ajv) => addFormats(ajv),
	});
	await service.init();
	return service.router.getOperations().map((declared) => describe(service, declared));
}

let reading: Promise<Operation[]> | undefined;

/** All operations of the contract, which is read once. */
export async function contractOperations(): Promise<Operation[]> {
	reading ??= Promise.all(['core', 'chat', 'crm'].map(operationsOf)).then((lists) => lists.flat());
	return await reading;
}
