import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type IHookFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { formOf } from './fields/field';
import { loadOptions, listSearch } from './pickers/methods';
import { triggerFields } from './trigger/form';
import { receiveEvent } from './trigger/receiveEvent';
import { startWorkflow } from './trigger/start';
import { isSubscribed, subscribe, unsubscribe } from './trigger/subscription';
import { watchSubscription } from './trigger/watch';

/** The trigger node: it keeps a subscription at WTS Chat, and starts its workflow once for each event. */
export class WtsChatTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WTS Chat Trigger',
		name: 'wtsChatTrigger',
		icon: { light: 'file:../../icons/wtsChat.svg', dark: 'file:../../icons/wtsChat.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ [].concat($parameter["events"]).join(", ") }}',
		description: 'Starts the workflow when something happens in WTS Chat, such as a new message',
		eventTriggerDescription: 'Waiting for something to happen in WTS Chat',
		activationMessage: 'WTS Chat now sends the chosen events to this workflow.',
		defaults: { name: 'WTS Chat Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		builderHint: {
			searchHint:
				"Event 'MESSAGE_RECEIVED' starts the workflow for each message of a contact. The item begins with text, from, contactName, phone, contactId and sessionId. It subscribes by itself when the workflow is published.",
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-wts-chat.wtsChat',
					relationHint:
						'Answers into the sessionId, hands over to people, reads and changes records',
				},
			],
		},
		credentials: [{ name: 'wtsChatApi', required: true }],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' },
		],
		properties: formOf(triggerFields),
	};

	methods = { loadOptions, listSearch };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isSubscribed(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await subscribe(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await unsubscribe(this);
				return true;
			},
		},
	};

	webhook = receiveEvent;

	trigger = watchSubscription;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await startWorkflow(this);
	}
}
