import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';
import { formOf } from '../fields/field';
import { runOptions } from '../fields/requestOptions';
import type { Resource } from './operation';

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
			updateDisplayOptions(
				{ show: { resource: [resource.value], operation: [operation.value] } },
				formOf(operation.fields),
			),
		),
	];
}

function operationMenu(resource: Resource): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource.value] } },
		options: resource.operations.map(({ name, value, action, description }) => ({
			name,
			value,
			action,
			description,
		})),
		default: firstValue(resource.operations),
	};
}

/** A menu stands on its first entry until the user chooses another. */
function firstValue(entries: Array<{ value: string }>): string | undefined {
	return entries[0]?.value;
}
