import { shortForAgent } from '../fields/output';
import type { Property } from '../fields/properties';
import type { Operation } from './operation';

/**
 * Operations whose record comes out whole. For an AI agent, which has to read all of it, it comes in
 * its short form unless the tool says otherwise.
 */
export function shortForAgents(operations: Operation[], shortForm: Property[]): Operation[] {
	return operations.map((operation) =>
		operation.fields.output ? operation : withOutput(operation, shortForm),
	);
}

function withOutput<Any extends Operation>(operation: Any, shortForm: Property[]): Any {
	return { ...operation, fields: { ...operation.fields, output: shortForAgent(shortForm) } };
}
