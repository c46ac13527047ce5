import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import { InputError } from '../fields/inputError';
import { DeliveryError, sentence } from '../transport/errors';
import { isForAgent } from './agents';

/** Who failed: what of n8n's functions names the node. */
interface Failing {
	getNode(): INode;
}

export type ItemError = NodeApiError | NodeOperationError;

/** The error of one item, as n8n shows it: what happened, what to do, and which item it was. */
export function itemError(context: Failing, cause: unknown, itemIndex: number): ItemError {
	const error = nodeErrorOf(context, cause);
	error.context.itemIndex = itemIndex;
	return error;
}

/** Whatever went wrong, as an error that n8n can show. */
export function nodeErrorOf(context: Failing, cause: unknown): ItemError {
	if (cause instanceof DeliveryError) return undelivered(context, cause);
	if (!(cause instanceof NodeApiError || cause instanceof NodeOperationError)) {
		const description = cause instanceof InputError ? cause.remedy : undefined;
		return new NodeOperationError(context.getNode(), cause as Error, { description });
	}
	// an error of several items, for example of the credential or of a batch: each gets its own
	return cause.context.itemIndex === undefined ? cause : copyOf(context, cause);
}

/** Whatever was thrown, as an error. */
export function asError(thrown: unknown): Error {
	return thrown instanceof Error ? thrown : new Error(String(thrown));
}

function copyOf(context: Failing, cause: ItemError): ItemError {
	const description = cause.description ?? undefined;
	const error =
		cause instanceof NodeApiError
			? new NodeApiError(
					context.getNode(),
					{},
					{ message: cause.message, description, httpCode: cause.httpCode ?? undefined },
				)
			: new NodeOperationError(context.getNode(), cause.message, { description });
	error.context.data = cause.context.data;
	return error;
}

function undelivered(context: Failing, { message, remedy, data }: DeliveryError): NodeApiError {
	const error = new NodeApiError(context.getNode(), {}, { message, description: remedy });
	error.context.data = data;
	return error;
}

/** The error for whoever runs the node: an agent reads nothing of it but its message, so the remedy joins it there. */
export function toldTo(context: Failing, error: ItemError): ItemError {
	const { message, description } = error;
	if (isForAgent(context) && description && !message.includes(description)) {
		error.message = `${sentence(message)} ${description}`;
	}
	return error;
}
