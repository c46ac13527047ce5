import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { tellingAgents } from './execution/agents';
import { executeItems } from './execution/execute';
import { methods } from './methods';
import { askAndWait } from './replies/ask';
import { receiveReply, replyWebhooks } from './replies/receive';
import { resources } from './resources';
import { formOf } from './resources/form';

export class WtsChat implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WTS Chat',
		name: 'wtsChat',
		icon: { light: 'file:../../icons/wtsChat.svg', dark: 'file:../../icons/wtsChat.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Answer and organise WhatsApp, Instagram, Messenger and web chat conversations in WTS Chat',
		defaults: { name: 'WTS Chat' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'wtsChatApi', required: true }],
		webhooks: replyWebhooks,
		waitingNodeTooltip: 'The execution goes on when the contact replies, or when the time is over.',
		properties: formOf(resources),
	};

	methods = methods;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await tellingAgents(this, async () => await executeItems(this, askAndWait));
	}

	webhook = receiveReply;
}
