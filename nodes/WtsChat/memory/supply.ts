import { NodeOperationError, type ISupplyDataFunctions, type SupplyData } from 'n8n-workflow';
import { upTo } from '../conversation/history';
import { readHistory } from '../conversation/read';
import { turnsBefore } from '../conversation/turns';
import { itemError } from '../execution/itemError';
import { subNodeSource } from '../execution/source';
import { valuesOf } from '../fields/field';
import { connect } from '../transport/api';
import { conversationMemory } from './conversationMemory';
import { memoryFields } from './form';
import { messagesOf } from './messages';
import { oncePerTurn } from './oncePerTurn';

/**
 * The conversation as the memory of an AI agent, for one of its items.
 *
 * @throws NodeOperationError when a field cannot be read, or when n8n has no SDK for memories
 */
export async function supplyConversation(
	context: ISupplyDataFunctions,
	item: number,
): Promise<SupplyData> {
	const { supplyMemory } = await sdkOf(context);
	try {
		const {
			id,
			messageId,
			lastMessages: atMost = 20,
			options: { leaveOut, promptHolds: prompt = 'unanswered' },
		} = valuesOf(memoryFields, subNodeSource(context, item));
		const api = await connect(context);
		const read = async () => {
			const history = upTo(await readHistory(api, id, atMost), messageId);
			return messagesOf(turnsBefore(history, { prompt, leaveOut, atMost }));
		};
		return supplyMemory(context, conversationMemory(oncePerTurn(context, item, read)));
	} catch (error) {
		throw itemError(context, error, item);
	}
}

/** n8n brings the SDK. It is loaded here and not before: where it is missing, the other nodes work. */
async function sdkOf(context: ISupplyDataFunctions) {
	try {
		return await import('@n8n/ai-node-sdk');
	} catch {
		throw new NodeOperationError(
			context.getNode(),
			'This version of n8n cannot use memories of community nodes',
			{ description: "Update n8n, or use 'Get Chat History' of the WTS Chat node instead." },
		);
	}
}
