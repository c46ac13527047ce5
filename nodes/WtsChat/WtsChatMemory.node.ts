import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type ISupplyDataFunctions,
	type SupplyData,
} from 'n8n-workflow';
import { formOf } from './fields/field';
import { memoryFields } from './memory/form';
import { supplyConversation } from './memory/supply';
import { listSearch } from './pickers/methods';

/** The memory node: it gives an agent the conversation as WTS Chat has it, and stores nothing. */
export class WtsChatMemory implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WTS Chat Memory',
		name: 'wtsChatMemory',
		icon: { light: 'file:../../icons/wtsChat.svg', dark: 'file:../../icons/wtsChat.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ "Last " + $parameter["lastMessages"] + " messages" }}',
		description:
			'Lets an AI agent remember the conversation in WTS Chat, with what people and campaigns wrote; stores nothing',
		defaults: { name: 'WTS Chat Memory' },
		inputs: [],
		outputs: [NodeConnectionTypes.AiMemory],
		outputNames: ['Memory'],
		builderHint: {
			searchHint:
				"Memory of an AI Agent that answers contacts of WTS Chat. Both IDs come from the item of the WTS Chat Trigger. The agent has to answer into the same session, for example by WTS Chat with operation 'sendInSession'; what is not sent is not remembered.",
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-wts-chat.wtsChatTrigger',
					relationHint: 'Starts the agent when a contact writes',
				},
				{ nodeType: 'n8n-nodes-wts-chat.wtsChat', relationHint: 'Sends the answer of the agent' },
			],
		},
		credentials: [{ name: 'wtsChatApi', required: true }],
		properties: formOf(memoryFields),
	};

	methods = { listSearch };

	async supplyData(this: ISupplyDataFunctions, itemIndex: number): Promise<SupplyData> {
		return await supplyConversation(this, itemIndex);
	}
}
