import type { ChatMemory } from '@n8n/ai-node-sdk';
import type { IDataObject, ISupplyDataFunctions } from 'n8n-workflow';
import { upTo } from '../conversation/history';
import { readHistory } from '../conversation/read';
import { turnsBefore } from '../conversation/turns';
import { subNodeSource } from '../execution/source';
import { valuesOf } from '../fields/field';
import { connect } from '../transport/api';
import { isRecord } from '../transport/records';
import { memoryFields } from './form';
import { messagesOf } from './messages';
import { itemOf, oncePerTurn } from './oncePerTurn';

/**
 * A conversation as a memory that only reads. What the agent and the contact say is in the conversation
 * when it has been sent, so there is nothing to save and nothing to clear.
 *
 * @throws InputError when a field cannot be read
 */
export async function memoryOf(context: ISupplyDataFunctions, item: number): Promise<ChatMemory> {
	const {
		id,
		messageId,
		lastMessages: atMost = 20,
		options: { leaveOut, promptHolds: prompt = 'newest' },
	} = valuesOf(memoryFields, subNodeSource(context, item));
	const api = await connect(context);
	const together = togetherWith(itemOf(context, item), messageId);
	const load = oncePerTurn(context, item, async () => {
		const history = upTo(await readHistory(api, id, atMost), messageId);
		return messagesOf(turnsBefore(history, { prompt, together, leaveOut, atMost }));
	});
	const nothing = async () => {};
	return {
		loadMessages: load,
		saveTurn: nothing,
		clear: nothing,
		chatHistory: {
			getMessages: load,
			addMessage: nothing,
			addMessages: nothing,
			clear: nothing,
		},
	};
}

/** The IDs of the messages that the trigger has given out together with this one. */
function togetherWith({ id, messages }: IDataObject, messageId: string | undefined): unknown[] {
	if (id !== messageId || !Array.isArray(messages)) return [];
	return messages.filter(isRecord).map((message) => message.id);
}
