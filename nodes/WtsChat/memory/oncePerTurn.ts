import type { Message } from '@n8n/ai-node-sdk';
import { NodeConnectionTypes, type IDataObject, type ISupplyDataFunctions } from 'n8n-workflow';

/** What was read for an item of an agent, by the turn; it goes with the item. */
const turns = new WeakMap<object, Map<string, Promise<Message[]>>>();

/**
 * Reads once for each turn of an agent. n8n begins the agent anew after each of its tools, for the same
 * item; by then the conversation holds what the tools have sent, which the agent knows from them.
 */
export function oncePerTurn(
	context: ISupplyDataFunctions,
	item: number,
	read: () => Promise<Message[]>,
): () => Promise<Message[]> {
	const json = itemOf(context, item);
	const turn = `${context.getNode().id} ${String(context.evaluateExpression('{{ $runIndex }}', item))}`;
	const ofItem = turns.get(json) ?? new Map<string, Promise<Message[]>>();
	turns.set(json, ofItem);
	return async () => {
		const messages = ofItem.get(turn) ?? read();
		ofItem.set(turn, messages);
		// an agent that is tried again reads again
		messages.catch(() => ofItem.delete(turn));
		return await messages;
	};
}

/** The item that has come to the agent. */
export function itemOf(context: ISupplyDataFunctions, item: number): IDataObject {
	return context.getInputData(0, NodeConnectionTypes.Main)[item]?.json ?? {};
}
