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
import { passwordOut } from './resources/sentences';

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
		// the one-time password, which no other record has a property of that name beside
		sensitiveOutputFields: ['code'],
		hints: [
			{
				message: passwordOut,
				type: 'info',
				location: 'outputPane',
				displayCondition:
					'={{ $parameter["resource"] === "otp" && $parameter["operation"] === "send" }}',
			},
		],
		builderHint: {
			searchHint:
				"Answer a conversation with resource 'message', operation 'sendInSession' and the sessionId of the WTS Chat Trigger. On WhatsApp, texts and files reach a contact only within 24 hours of the contact's last message: to write first, use operation 'sendTemplate'. To hand over to a person, use resource 'session', operation 'transfer'.",
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-wts-chat.wtsChatTrigger',
					relationHint: 'Starts the workflow when a contact writes, with text, phone and sessionId',
				},
			],
		},
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
