import { NodeOperationError, type INode } from 'n8n-workflow';
import type { Sentence } from '../values/sentence';

/**
 * The error of a node that cannot do its work, as n8n shows it.
 *
 * @param description what to do about it
 */
export function nodeError(
	node: INode,
	message: Sentence,
	description?: string,
): NodeOperationError {
	return new NodeOperationError(node, message, { description });
}
