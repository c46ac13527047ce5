import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OpenAPIBackend, type Document, type Options } from 'openapi-backend';
import { parse } from 'yaml';

/** The documents of the contract: `chat.openapi.yaml` and so on. */
export const DOCUMENTS = ['core', 'chat', 'crm'] as const;

export type DocumentName = (typeof DOCUMENTS)[number];

type CustomizeAjv = NonNullable<Options['customizeAjv']>;
type Ajv = ReturnType<CustomizeAjv>;

interface Parameter {
	style?: string;
	schema?: object;
}

/** One document of the contract as it is written; all who read it share it. */
export const documentOf = onceEach((name: DocumentName): Document => {
	const text = readFileSync(join(__dirname, `${name}.openapi.yaml`), 'utf8');
	return frozen(parse(text) as Document);
});

/** What finds the operations of a document, and checks requests and answers against them. */
export const apiOf = onceEach(async (name: DocumentName): Promise<OpenAPIBackend> => {
	const api = new OpenAPIBackend({
		definition: JSON.parse(JSON.stringify(documentOf(name)), enclosed) as Document,
		// no schema is compiled before its operation is asked for
		quick: true,
		strict: true,
		coerceTypes: true,
		ajvOpts: { allErrors: true },
		customizeAjv: onceForEachUse(),
	});
	return await api.init();
});

function onceEach<Made>(make: (name: DocumentName) => Made): (name: DocumentName) => Made {
	const made = new Map<DocumentName, Made>();
	return (name) => {
		if (!made.has(name)) made.set(name, make(name));
		return made.get(name)!;
	};
}

function frozen<Value>(value: Value): Value {
	if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
	return Object.freeze(value);
}

/** openapi-backend lets any query name pass once a parameter is an open object; allOf keeps that inside. */
function enclosed(_key: string, value: unknown): unknown {
	const { style, schema } = (value ?? {}) as Parameter;
	if (style !== 'deepObject' || !schema) return value;
	return { ...(value as Parameter), schema: { allOf: [schema] } };
}

/** One Ajv for all parameters, one for all bodies and one for all answers: a new one takes its time. */
function onceForEachUse(): CustomizeAjv {
	const kept = new Map<Parameters<CustomizeAjv>[2], Ajv>();
	return (ajv, _options, use) => {
		const known = kept.get(use) ?? compilingLate(addFormats(ajv));
		kept.set(use, known);
		return known;
	};
}

/** Compiles a schema when something is checked against it: most answers with errors never come. */
function compilingLate(ajv: Ajv): Ajv {
	const compile = ajv.compile.bind(ajv);
	const late = (schema: Parameters<typeof compile>[0]) => {
		let compiled: ReturnType<typeof compile> | undefined;
		const check = (data: unknown) => {
			compiled ??= compile(schema);
			const isValid = compiled(data);
			check.errors = compiled.errors;
			return isValid;
		};
		check.errors = null as Ajv['errors'];
		return check;
	};
	return Object.assign(ajv, { compile: late });
}
