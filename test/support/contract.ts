import { documentOf, DOCUMENTS } from '../../contract/reader';

/** One operation of the contract, with the names of everything that it takes and gives. */
export interface ContractOperation {
	operationId: string;
	method: string;
	path: string;
	query: string[];
	/** Properties of the body, with dots for what stands inside others. */
	body: string[];
	/** Properties of one record of the answer. */
	answer: string[];
	/** Name of the record's schema; operations that answer the same record share it. */
	record: string;
}

interface Schema {
	$ref?: string;
	properties?: Record<string, Schema>;
	items?: Schema;
	allOf?: Schema[];
	oneOf?: Schema[];
	anyOf?: Schema[];
}

interface Operation {
	operationId: string;
	deprecated?: boolean;
	parameters?: Array<{ $ref?: string; name: string; in: string }>;
	requestBody?: { content: Record<string, { schema: Schema }> };
	responses: Record<string, { $ref?: string; content?: Record<string, { schema: Schema }> }>;
}

interface Document {
	paths: Record<string, Record<string, Operation>>;
}

const JSON_TYPE = 'application/json';

/** The operations of the contract that are not deprecated. */
export function contractOperations(): ContractOperation[] {
	return DOCUMENTS.flatMap((name) => {
		const document = documentOf(name) as unknown as Document;
		return Object.entries(document.paths).flatMap(([path, methods]) =>
			Object.entries(methods)
				.filter(([, operation]) => operation.operationId && !operation.deprecated)
				.map(([method, operation]) => describeOperation(document, method, path, operation)),
		);
	});
}

function describeOperation(
	document: Document,
	method: string,
	path: string,
	operation: Operation,
): ContractOperation {
	const parameters = (operation.parameters ?? []).map((one) => resolve(document, one));
	const success = operation.responses['200'];
	const answer = success && resolve(document, success).content?.[JSON_TYPE]?.schema;
	const record = answer && recordOf(document, answer);
	return {
		operationId: operation.operationId,
		method: method.toUpperCase(),
		path,
		query: parameters.filter((one) => one.in === 'query').map(({ name }) => name),
		body: namesIn(document, operation.requestBody?.content[JSON_TYPE]?.schema),
		answer: namesIn(document, record),
		record: record?.$ref?.split('/').pop() ?? operation.operationId,
	};
}

function resolve<Part extends { $ref?: string }>(document: Document, part: Part): Part {
	if (!part.$ref) return part;
	const target = part.$ref
		.replace('#/', '')
		.split('/')
		.reduce<unknown>((place, name) => (place as Record<string, unknown>)[name], document);
	return resolve(document, target as Part);
}

/** The parts that a schema is put together from, itself included. */
function partsOf(document: Document, schema: Schema): Schema[] {
	const whole = resolve(document, schema);
	const others = [...(whole.allOf ?? []), ...(whole.oneOf ?? []), ...(whole.anyOf ?? [])];
	return [whole, ...others.flatMap((part) => partsOf(document, part))];
}

/** The schema of one record: of a list's or page's entries, or of the answer itself. */
function recordOf(document: Document, schema: Schema): Schema {
	for (const part of partsOf(document, schema)) {
		if (part.items) return part.items;
		const { items } = part.properties ?? {};
		const list = items && partsOf(document, items).find((one) => one.items);
		if (list?.items) return list.items;
	}
	return schema;
}

function namesIn(document: Document, schema: Schema | undefined, seen: string[] = []): string[] {
	if (!schema) return [];
	const names = partsOf(document, schema).flatMap((part) => {
		const inEntries = part.items ? namesIn(document, part.items, seen) : [];
		const own = Object.entries(part.properties ?? {}).flatMap(([name, property]) => {
			// a record can hold records of its own kind
			const reference = JSON.stringify(property);
			const inside = seen.includes(reference)
				? []
				: namesIn(document, property, [...seen, reference]);
			return [name, ...inside.map((inner) => `${name}.${inner}`)];
		});
		return [...inEntries, ...own];
	});
	return [...new Set(names)];
}

/** The names that a value really has, in the form of {@link ContractOperation}. */
export function namesOf(value: unknown): string[] {
	if (Array.isArray(value)) return [...new Set(value.flatMap(namesOf))];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, inner]) => [
		name,
		...namesOf(inner).map((deeper) => `${name}.${deeper}`),
	]);
}

/** Finds the operation that a request went to. */
export function operationOf(
	operations: ContractOperation[],
	method: string,
	path: string,
): ContractOperation | undefined {
	const parts = path.split('/');
	const fits = operations.filter((operation) => {
		const template = operation.path.split('/');
		return (
			operation.method === method &&
			template.length === parts.length &&
			template.every((name, index) => name.startsWith('{') || name === parts[index])
		);
	});
	// a fixed path outranks one with a value in it
	return fits.sort((one, other) => one.path.split('{').length - other.path.split('{').length)[0];
}
