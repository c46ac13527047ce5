import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { executeItems } from './execution/execute';
import { listSearch, loadOptions, resourceMapping } from './pickers/methods';
import { askAndWait } from './replies/ask';
import { receiveReply, replyWebhooks } from './replies/receiveReply';
import { nodeForm } from './operations/menus';
import { resources } from './resources';

/** The action node: each entry of its menus is a file of `resources/`, and `execution/` runs them all. */
export class WtsChat implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WTS Chat',
		name: 'wtsChat',
		icon: { light: 'file:../../icons/wtsChat.svg', dark: 'file:../../icons/wtsChat.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Answer and organize WhatsApp, Instagram, Messenger and web chat conversations in WTS Chat',
		defaults: { name: 'WTS Chat' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'wtsChatApi', required: true }],
		webhooks: replyWebhooks,
		waitingNodeTooltip: 'The execution goes on when the contact replies, or when the time is over.',
		properties: nodeForm(resources),
	};

	methods = { loadOptions, listSearch, resourceMapping };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await executeItems(this, askAndWait);
	}

	webhook = receiveReply;
}
