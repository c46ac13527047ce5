import type { INodeProperties } from 'n8n-workflow';
import type { ItemParameters } from '../fields/itemParameters';
import type { ApiRequest } from '../transport/contract';

/** One operation: what the user sees and the request that it makes. */
export interface Operation {
	/** Entry in the Operation menu. */
	name: string;
	value: string;
	/** Sentence in the node search; also what an AI agent knows the tool by. */
	action: string;
	description: string;
	fields: INodeProperties[];
	/**
	 * Makes the request from the values of one item.
	 *
	 * @throws InputError when the values cannot make a request
	 */
	request(parameters: ItemParameters): ApiRequest;
}

/** One resource: an entry in the Resource menu with its operations. */
export interface Resource {
	name: string;
	value: string;
	description: string;
	operations: Operation[];
}
