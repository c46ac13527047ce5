import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { deliveryIn, refused, type Delivery } from '../events/delivery';
import { isFileWanted, withFile } from '../events/file';
import { webhookParameters } from '../execution/webhookParameters';
import type { ItemParameters } from '../fields/itemParameters';
import { connect } from '../transport/api';
import { detailsOf, sessionWithDetails } from './details';
import { passes, type ReadSession } from './filters';
import { triggerForm } from './form';
import { isTestRun, ownerOf, recall } from './memory';
import { outputOf } from './output';
import { isRepeated } from './repeats';
import { carriesSecret } from './secret';
import { chosenEvents } from './subscription';

/**
 * Takes a request to the address of the trigger. One execution starts for each event that nobody else
 * has sent, that has not come before, and that passes the filters; WTS Chat gets its answer at once.
 */
export async function receiveEvent(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	if (!carriesSecret(this.getQueryData(), recall(this).secret)) {
		return refused(this, 401, 'This address is for WTS Chat alone.');
	}
	const delivery = deliveryIn(this.getBodyData());
	if (!delivery) return refused(this, 400, 'This is not an event of WTS Chat.');

	const parameters = webhookParameters(this, triggerForm);
	const options = parameters.group('options');
	if (!(chosenEvents(this) as string[]).includes(delivery.eventType)) return passedOver('event');
	if (options.boolean('ignoreRepeats') !== false && isRepeatedHere(this, delivery)) {
		return passedOver('repeated');
	}
	if (!(await passes(delivery, parameters, sessionReader(this, delivery)))) {
		return passedOver('filters');
	}
	return await started(this, delivery, parameters);
}

/** An answer that starts nothing and asks for no repetition. */
function passedOver(because: string): IWebhookResponseData {
	return { webhookResponse: { ignored: because } };
}

/** In the editor, somebody may try the same event again and again. */
function isRepeatedHere(context: IWebhookFunctions, delivery: Delivery): boolean {
	return !isTestRun(context) && isRepeated(ownerOf(context), delivery);
}

/** Reads the session of a message once, however many filters ask for it. */
function sessionReader(context: IWebhookFunctions, { content }: Delivery): ReadSession {
	let reading: ReturnType<ReadSession> | undefined;
	const read = async () => {
		const api = await connect(context);
		return { ...(await api.send(sessionWithDetails(String(content.sessionId)))) };
	};
	return async () => {
		reading ??= read().catch((error: Error) => {
			context.logger.warn(`The session of a message could not be read. ${error.message}`);
			return undefined;
		});
		return await reading;
	};
}

async function started(
	context: IWebhookFunctions,
	delivery: Delivery,
	parameters: ItemParameters,
): Promise<IWebhookResponseData> {
	const options = parameters.group('options');
	const item: INodeExecutionData = {
		json: outputOf(delivery, parameters.boolean('simplify') !== false),
	};
	if (options.boolean('includeDetails')) {
		Object.assign(item.json, await detailsOf(await connect(context), delivery));
	}
	const { subject, content } = delivery;
	if (subject !== 'message' || !isFileWanted(options, content)) return { workflowData: [[item]] };

	// a file may take longer than WTS Chat waits for its answer
	context.getResponseObject().status(200).json({ message: 'Event received' });
	return {
		noWebhookResponse: true,
		workflowData: [[await withFile(context, item, content, options)]],
	};
}
