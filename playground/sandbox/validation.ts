import type { Context } from 'openapi-backend';
import { invalid, type ApiError } from './errors';

type SchemaError = NonNullable<Context['validation']['errors']>[number];

/** Where the error is, without the part of the request: `PageSize`, `classification.amount`. */
function propertyName({ instancePath, params }: SchemaError): string {
	const [, ...names] = instancePath.split('/').slice(1);
	const { missingProperty, additionalProperty } = params as Record<string, string | undefined>;
	const own = missingProperty ?? additionalProperty;
	return own === undefined ? names.join('.') : [...names, own].join('.');
}

function sentence(name: string, { keyword, message, params }: SchemaError): string {
	if (keyword === 'required') return `The ${name} field is required.`;
	if (keyword === 'additionalProperties') return `The ${name} field is not known here.`;
	const { allowedValues } = params as { allowedValues?: unknown[] };
	const choices = allowedValues ? `: ${allowedValues.join(', ')}` : '';
	return `The ${name} field ${message}${choices}.`;
}

function isMissingBody({ instancePath, params }: SchemaError): boolean {
	return instancePath === '' && params.missingProperty === 'requestBody';
}

/** The refusal of a request that breaks the contract, with its sentences by property name. */
export function invalidRequest(schemaErrors: SchemaError[]): ApiError {
	if (schemaErrors.some(isMissingBody)) return invalid({ body: ['A JSON body is required.'] });
	const errors: Record<string, string[]> = {};
	for (const error of schemaErrors) {
		const name = propertyName(error) || 'body';
		const known = errors[name] ?? [];
		const text = sentence(name, error);
		errors[name] = known.includes(text) ? known : [...known, text];
	}
	return invalid(errors);
}
