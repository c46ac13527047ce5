import type { ISupplyDataFunctions, SupplyData } from 'n8n-workflow';
import { itemError } from '../execution/itemError';
import { nodeError } from '../transport/nodeError';
import { memoryOf } from './memoryOf';
import * as sentences from './sentences';

/**
 * Gives an AI agent the conversation for its memory, for one of its items.
 *
 * @throws NodeOperationError when a field cannot be read, or when n8n has no SDK for memories
 */
export async function supplyConversation(
	context: ISupplyDataFunctions,
	item: number,
): Promise<SupplyData> {
	const supplyMemory = await supplierOf(context);
	try {
		return supplyMemory(context, await memoryOf(context, item));
	} catch (error) {
		throw itemError(context, error, item);
	}
}

/** n8n brings the SDK. It is loaded here and not before: where it is missing, the other nodes work. */
async function supplierOf(context: ISupplyDataFunctions) {
	const sdk = await import('@n8n/ai-node-sdk').catch(() => undefined);
	if (sdk?.supplyMemory) return sdk.supplyMemory;
	throw nodeError(
		context.getNode(),
		sentences.noMemories,
		"Update n8n, or use 'Get Chat History' of the WTS Chat node instead.",
	);
}
