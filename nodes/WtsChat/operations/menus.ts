import type { INodeProperties } from 'n8n-workflow';
import { formOf } from '../fields/field';
import { runOptions } from '../fields/requestOptions';
import type { Operation, Resource } from './operation';

/** The node's form: the Resource menu, each resource's Operation menu, and the fields of each operation. */
export function nodeForm(resources: Resource[]): INodeProperties[] {
	return [resourceMenu(resources), ...resources.flatMap(formOfResource), ...runOptions.form];
}

function resourceMenu(resources: Resource[]): INodeProperties {
	return {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ name, value, description }) => ({ name, value, description })),
		default: firstValue(resources),
	};
}

function formOfResource(resource: Resource): INodeProperties[] {
	return [
		operationMenu(resource),
		...resource.operations.flatMap((operation) =>
			formOf(operation.fields).map((property) => shownFor(resource, operation, property)),
		),
	];
}

/**
 * The property for this operation alone. The operation stands before the property's own conditions: n8n
 * shows a property as soon as one of them looks at an expression.
 */
function shownFor(
	resource: Resource,
	operation: Operation,
	{ displayOptions, ...property }: INodeProperties,
): INodeProperties {
	const show = {
		resource: [resource.value],
		operation: [operation.value],
		...displayOptions?.show,
	};
	return { ...property, displayOptions: { ...displayOptions, show } };
}

function operationMenu(resource: Resource): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource.value] } },
		options: resource.operations.map(({ name, value, action, description, builderHint }) => ({
			name,
			value,
			action,
			description,
			...(builderHint && { builderHint: { propertyHint: builderHint } }),
		})),
		default: firstValue(resource.operations),
	};
}

/** A menu stands on its first entry until the user chooses another. */
function firstValue(entries: Array<{ value: string }>): string | undefined {
	return entries[0]?.value;
}
