import Ajv, { type ValidateFunction } from 'ajv';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { resources } from '../../nodes/WtsChat/resources';
import { schemaOf, wholeSchemaOf } from '../../tools/schemas/schema';

const ajv = new Ajv({ allErrors: true });

const checks = new Map<string, ValidateFunction>();

/**
 * Holds what has come out of an operation against the schema of its output, which has to name every
 * property.
 *
 * @throws Error with what does not fit
 */
export function holdAgainstSchema(parameters: IDataObject, items: INodeExecutionData[]): void {
	const records = items.map(({ json }) => json).filter((json) => !('error' in json));
	if (records.length === 0) return;
	const { resource, operation, simplify = true, output = 'simplified' } = parameters;
	const isByDefault = simplify === true && output === 'simplified';
	const check = checkOf(String(resource), String(operation), isByDefault);
	for (const record of records) {
		if (check(record)) continue;
		const told = ajv.errorsText(check.errors, { dataVar: 'output' });
		throw new Error(
			`${String(resource)}.${String(operation)} gives out another record than its schema says: ${told}`,
		);
	}
}

function checkOf(resource: string, operation: string, isByDefault: boolean): ValidateFunction {
	const name = `${resource}.${operation} ${isByDefault}`;
	const known = checks.get(name);
	if (known) return known;
	const found = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
	if (!found) throw new Error(`There is no operation ${resource}.${operation}`);
	const schema = isByDefault ? schemaOf(found) : wholeSchemaOf(found);
	const check = ajv.compile({ ...schema, additionalProperties: false });
	checks.set(name, check);
	return check;
}
