import { NodeApiError, NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { InputError } from '../fields/itemParameters';
import { DeliveryError } from '../transport/errors';

export type ItemError = NodeApiError | NodeOperationError;

/** The error of one item, as n8n shows it: what happened, what to do, and which item it was. */
export function itemError(
	context: IExecuteFunctions,
	cause: unknown,
	itemIndex: number,
): ItemError {
	const error = nodeErrorOf(context, cause);
	error.context.itemIndex = itemIndex;
	return error;
}

function nodeErrorOf(context: IExecuteFunctions, cause: unknown): ItemError {
	if (cause instanceof DeliveryError) return undelivered(context, cause);
	if (!(cause instanceof NodeApiError || cause instanceof NodeOperationError)) {
		const description = cause instanceof InputError ? cause.remedy : undefined;
		return new NodeOperationError(context.getNode(), cause as Error, { description });
	}
	// an error of the whole node, for example of its credential, comes to every item: each gets its own
	const taken = cause.context.itemIndex !== undefined;
	return taken
		? new NodeOperationError(context.getNode(), cause.message, {
				description: cause.description ?? undefined,
			})
		: cause;
}

function undelivered(
	context: IExecuteFunctions,
	{ message, remedy, data }: DeliveryError,
): NodeApiError {
	const error = new NodeApiError(context.getNode(), {}, { message, description: remedy });
	error.context.data = data;
	return error;
}
