import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { deliveryIn, refused, type Delivery } from '../events/delivery';
import { notAnEvent } from '../events/sentences';
import { nodeSource } from '../execution/source';
import { valuesOf } from '../fields/field';
import { notedOf } from '../replies/repliesAmong';
import { burstEndedBy } from './burst';
import { answerWhenOver, dueWith } from './dueBursts';
import { asksWhere } from './elsewhere';
import { filtersOf } from './filters';
import { choosingFields } from './form';
import type { Burst } from './gathering';
import { handedOver } from './handover';
import { keyOf } from './identity';
import { isTestRun, ownerOf } from './memory';
import { canCallItself } from './ownCall';
import { patienceOf } from './patience';
import { take, takenBefore } from './repeats';
import { carriesSecret, secretOf } from './secret';
import * as sentences from './sentences';

/**
 * Takes a request to the address of the trigger. One execution starts for each event that nobody else
 * has sent, that has not come before, and that passes the filters that need nothing of the API; what is
 * left to do is done by `startWorkflow`. n8n answers WTS Chat when it has stored the execution, so that
 * WTS Chat delivers again what n8n could not take.
 */
export async function receiveEvent(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	if (!(await isFromWtsChat(this))) {
		return refused(this, 401, sentences.notWtsChat);
	}
	if (asksWhere(this.getHeaderData())) {
		return { webhookResponse: { address: this.getNodeWebhookUrl('default') } };
	}
	const delivery = deliveryIn(this.getBodyData());
	if (!delivery) return refused(this, 400, notAnEvent);

	const values = valuesOf(choosingFields, nodeSource(this));
	const events: string[] = values.events;
	if (!events.includes(delivery.eventType)) return passedOver('event');
	const { ofEvent } = filtersOf(values);
	const isPassing = (event: Delivery) => ofEvent.every((passes) => passes(event));
	if (!isPassing(delivery)) return passedOver('filters');

	const key = keyOf(ownerOf(this), delivery);
	// what is tried in the editor does not count, and somebody may try the same event again and again
	const event = isTestRun(this) ? `test/${key}` : key;
	const due = dueWith(event);
	if (due) return started(due);
	const patience =
		delivery.eventType === 'MESSAGE_RECEIVED' ? patienceOf(values.options) : undefined;
	const start = async () =>
		patience
			? await startedInTime(
					this,
					event,
					delivery,
					burstEndedBy(this, delivery, patience, isPassing),
				)
			: started({ messages: [delivery], isRead: true });
	if (isTestRun(this) || values.options.ignoreRepeats === false) return await start();
	const before = takenBefore(event);
	if (!before) {
		take(event, this.getResponseObject());
		return await start();
	}
	if (await before) return passedOver('repeated');
	return refused(this, 503, sentences.notTaken);
}

async function isFromWtsChat(context: IWebhookFunctions): Promise<boolean> {
	// n8n makes an execution of what is thrown here, and a stranger must not start any
	const secret = await secretOf(context).catch(() => undefined);
	return carriesSecret(context.getQueryData(), secret);
}

/** An answer that starts nothing and asks for no repetition. */
function passedOver(because: string): IWebhookResponseData {
	return { webhookResponse: { ignored: because } };
}

/** Hands the event over to an execution, after those that it takes along. */
function started({ messages, isRead }: Burst<Delivery>): IWebhookResponseData {
	// the process that runs the execution may know less of what was a reply
	const handed = messages.map((delivery) => ({ delivery, noted: notedOf(delivery) }));
	return { workflowData: [[handedOver(handed, isRead)]] };
}

/** Starts the workflow when the burst is over. Until then WTS Chat has no answer: what n8n does not live to start comes again. */
async function startedInTime(
	context: IWebhookFunctions,
	event: string,
	delivery: Delivery,
	gathered: Promise<Burst<Delivery> | undefined>,
): Promise<IWebhookResponseData> {
	if (await canCallItself(context)) {
		void answerWhenOver(context, event, delivery, gathered);
		return { noWebhookResponse: true };
	}
	const burst = await gathered;
	return burst ? started(burst) : passedOver('a newer message');
}
