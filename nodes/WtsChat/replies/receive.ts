import type {
	INodeExecutionData,
	IWebhookDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { deliveryIn, refused, type Delivery } from '../events/delivery';
import { isFileWanted, withFile } from '../events/file';
import { webhookParameters } from '../execution/webhookParameters';
import { sendAndWait } from '../resources/message/sendAndWait';
import { connect } from '../transport/api';
import { hasEnded, lookAfter } from './caretaker';
import { isReply, questionIn } from './question';
import { relay } from './relay';
import { replyItem } from './replyItem';

/**
 * Where replies come to an execution that waits. n8n finds the execution by the address, and lets only
 * addresses through that it has signed itself.
 */
export const replyWebhooks: IWebhookDescription[] = [
	{
		name: 'default',
		httpMethod: 'POST',
		responseMode: 'onReceived',
		path: '={{ $nodeId }}',
		restartWebhook: true,
		isFullPath: true,
	},
];

/**
 * Takes a message of the account for an execution that waits. Its own reply resumes it; others are
 * passed on to the executions that wait for them.
 */
export async function receiveReply(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const delivery = deliveryIn(this.getBodyData());
	const question = questionIn(queryOf(this));
	if (!delivery || !question) return refused(this, 400, 'This is not an event of WTS Chat.');
	if (isReply(delivery, question)) return await resumed(this, delivery);
	await passOn(this, delivery);
	return { noWebhookResponse: true };
}

function queryOf(context: IWebhookFunctions): URLSearchParams {
	return new URLSearchParams(context.getQueryData() as Record<string, string>);
}

async function resumed(
	context: IWebhookFunctions,
	{ content }: Delivery,
): Promise<IWebhookResponseData> {
	const parameters = webhookParameters(context, sendAndWait.fields);
	const options = parameters.group('options');
	let item: INodeExecutionData = {
		json: replyItem(content, parameters),
		pairedItem: { item: 0 },
	};
	await noteEnd(context);
	if (isFileWanted(options, content)) item = await withFile(context, item, content, options);
	return { workflowData: [[item]] };
}

/** The reply is here; that its subscription cannot be removed is no reason to lose it. */
async function noteEnd(context: IWebhookFunctions): Promise<void> {
	try {
		const signature = queryOf(context).get('signature') ?? '';
		hasEnded(context, await connect(context), signature);
	} catch (error) {
		context.logger.warn(`A subscription could not be removed. ${(error as Error).message}`);
	}
}

/** WTS Chat gets its answer before others are looked for. */
async function passOn(context: IWebhookFunctions, delivery: Delivery): Promise<void> {
	context.getResponseObject().status(200).json({ message: 'Event received' });
	try {
		const api = await connect(context);
		lookAfter(context, api);
		await relay(context, api, delivery);
	} catch (error) {
		context.logger.warn(`A message could not be passed on. ${(error as Error).message}`);
	}
}
