import type { INodeProperties } from 'n8n-workflow';
import type { Field } from './field';
import type { Source } from './source';
import { choice } from './kinds/choice';
import { boolean } from './kinds/plain';
import { texts } from './kinds/text';
import { nameOf, type Property } from './properties';

/** What comes out of a record, in this order; undefined for the record as it is. */
export type Output = Property[] | undefined;

const simplify = boolean({
	displayName: 'Simplify',
	name: 'simplify',
	displayOptions: { hide: { '@tool': [true] } },
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
});

/** For the tool of an AI agent, where every property costs. */
const agentOutput = choice({
	displayName: 'Output',
	name: 'output',
	displayOptions: { show: { '@tool': [true] } },
	options: [
		{ name: 'Raw', value: 'raw', description: 'Every property of the record' },
		{
			name: 'Selected Fields',
			value: 'selectedFields',
			description: 'The ID and the properties that you name',
		},
		{ name: 'Simplified', value: 'simplified', description: 'The most useful properties' },
	],
	default: 'simplified',
	description: 'How much of each record the agent gets',
});

const agentProperties = texts({
	displayName: 'Fields',
	name: 'outputFields',
	displayOptions: { show: { '@tool': [true], output: ['selectedFields'] } },
	placeholder: 'e.g. name,status',
	description: 'Comma-separated names of properties; the ID is always there',
});

/** How much of a record comes out. */
export interface OutputField extends Field<Output> {
	/** The most useful properties, ten at most: what remains with Simplify. */
	shortForm: Property[];
	/** What people get unless they choose otherwise. */
	byDefault: Output;
}

function outputOf(
	shortForm: Property[],
	byDefault: Output,
	form: INodeProperties[],
	forPeople: (source: Source) => Output,
): OutputField {
	return {
		shortForm,
		byDefault,
		form: [...form, agentOutput.property, agentProperties.property],
		read(source) {
			switch (agentOutput.read(source)) {
				case 'raw':
					return undefined;
				case 'selectedFields':
					return ['id', ...(agentProperties.read(source) ?? [])].map(
						(name) => shortForm.find((property) => nameOf(property) === name) ?? name,
					);
				case 'simplified':
					return shortForm;
				default:
					return forPeople(source);
			}
		},
	};
}

/** People switch Simplify, the tool of an AI agent has a finer choice. */
export function simplified(shortForm: Property[]): OutputField {
	return outputOf(shortForm, shortForm, [simplify.property], (source) =>
		simplify.read(source) === false ? undefined : shortForm,
	);
}

/** People get the whole record, the tool of an AI agent has a choice. */
export function shortForAgent(shortForm: Property[]): OutputField {
	return outputOf(shortForm, undefined, [], () => undefined);
}
