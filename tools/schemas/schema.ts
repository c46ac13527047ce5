import { documentOf, DOCUMENTS } from '../../contract/reader';
import { OWN_WORDS } from '../../nodes/WtsChat/execution/output';
import {
	author,
	contactName,
	nameOf,
	phone,
	type Derived,
	type Property,
} from '../../nodes/WtsChat/fields/properties';
import type { Operation } from '../../nodes/WtsChat/operations/operation';
import type { OwnProperties } from '../../nodes/WtsChat/operations/record';

/** A JSON Schema, as far as n8n's editor reads it: a type of its own for everything, and nothing by reference. */
export interface Schema {
	type: string;
	nullable?: true;
	enum?: unknown[];
	properties?: Record<string, Schema>;
	items?: Schema;
}

/** A schema as the contract has it. */
interface ContractSchema {
	$ref?: string;
	type?: string | string[];
	enum?: unknown[];
	properties?: Record<string, ContractSchema>;
	items?: ContractSchema;
	allOf?: ContractSchema[];
	oneOf?: ContractSchema[];
}

/** What comes out of an operation unless the user chooses otherwise. */
export function schemaOf({ record, fields }: Operation): Schema {
	const known = propertiesOf(record);
	const shown = fields.output?.byDefault;
	return {
		type: 'object',
		properties: shown ? chosenOf(known, [...shown, ...OWN_WORDS]) : known,
	};
}

/** All that can come out of an operation. */
export function wholeSchemaOf({ record, fields }: Operation): Schema {
	const known = propertiesOf(record);
	return {
		type: 'object',
		properties: { ...known, ...chosenOf(known, fields.output?.shortForm ?? []) },
	};
}

/** What the trigger gives out for a message, the event that most workflows begin with. */
export function messageEventSchema(): Schema {
	const own: OwnProperties = { contactId: 'string', eventType: 'string', date: 'string' };
	const known = propertiesOf([own, 'Message']);
	const beginning = ['text', author, contactName, phone, 'contactId', 'sessionId', 'eventType'];
	return { type: 'object', properties: { ...chosenOf(known, beginning), ...known } };
}

function propertiesOf(record: Operation['record']): Record<string, Schema> {
	const parts = [record]
		.flat()
		.map((part) => (typeof part === 'string' ? recordSchema(part) : ownSchema(part)));
	return Object.assign({}, ...parts.map(({ properties }) => properties)) as Record<string, Schema>;
}

function ownSchema(own: OwnProperties[string]): Schema {
	if (typeof own === 'string') {
		const isPlain = ['boolean', 'number', 'string'].includes(own);
		return { ...(isPlain ? { type: own } : recordSchema(own)), nullable: true };
	}
	if (isList(own)) return { type: 'array', items: ownSchema(own[0]) };
	const properties = Object.entries(own).map(([name, inner]) => [name, ownSchema(inner)]);
	return { type: 'object', properties: Object.fromEntries(properties) as Record<string, Schema> };
}

function isList(own: OwnProperties[string]): own is readonly [OwnProperties | 'string'] {
	return Array.isArray(own);
}

/** Short forms serve records of several kinds, some of which lack a property. */
function chosenOf(known: Record<string, Schema>, chosen: Property[]): Record<string, Schema> {
	const schemas = chosen.map((property) => [
		nameOf(property),
		typeof property === 'string' ? known[property] : derivedSchema(property),
	]);
	return Object.fromEntries(schemas.filter(([, schema]) => schema)) as Record<string, Schema>;
}

function derivedSchema({ values }: Derived): Schema {
	return { type: 'string', nullable: true, ...(values && { enum: enumOf(values, true) }) };
}

function recordSchema(name: string): Schema {
	return resolved({ $ref: `#/components/schemas/${name}` });
}

/** @param inside the records that it stands in; one that holds its own kind ends there */
function resolved(schema: ContractSchema, inside: string[] = []): Schema {
	if (schema.$ref) {
		const { $ref } = schema;
		return inside.includes($ref) ? { type: 'object' } : resolved(partOf($ref), [...inside, $ref]);
	}
	const others = [...(schema.allOf ?? []), ...(schema.oneOf ?? [])];
	if (others.length > 0) return joined(others.map((part) => resolved(part, inside)));

	const types = [schema.type ?? 'object'].flat();
	const [type = 'null'] = types.filter((name) => name !== 'null');
	const nullable = types.includes('null');
	return {
		type,
		...(nullable && { nullable }),
		...(schema.enum && { enum: enumOf(schema.enum, nullable) }),
		...(schema.properties && {
			properties: Object.fromEntries(
				Object.entries(schema.properties).map(([name, part]) => [name, resolved(part, inside)]),
			),
		}),
		...(schema.items && { items: resolved(schema.items, inside) }),
	};
}

/** What parts make together; one that is only null says that the others may be. */
function joined(parts: Schema[]): Schema {
	const isNull = ({ type }: Schema) => type === 'null';
	const [first = { type: 'object' }, ...more] = parts.filter((part) => !isNull(part));
	const nullable = parts.some((part) => isNull(part) || part.nullable === true);
	const all = more.reduce(
		(one, other) => ({ ...one, properties: { ...one.properties, ...other.properties } }),
		first,
	);
	return {
		...all,
		...(nullable && { nullable }),
		...(all.enum && { enum: enumOf(all.enum, nullable) }),
	};
}

/** A validator wants null among the values of what may be null. */
function enumOf(values: unknown[], nullable: boolean): unknown[] {
	return nullable ? [...new Set([...values, null])] : values;
}

function partOf($ref: string): ContractSchema {
	const name = $ref.split('/').pop() ?? '';
	for (const document of DOCUMENTS) {
		const schemas = documentOf(document).components?.schemas as
			Record<string, ContractSchema> | undefined;
		if (schemas?.[name]) return schemas[name];
	}
	throw new Error(`The contract has no ${name}.`);
}
