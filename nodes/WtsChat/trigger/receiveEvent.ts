import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { deliveryIn, refused, type Delivery } from '../events/delivery';
import { nodeSource } from '../execution/source';
import { valuesOf } from '../fields/field';
import { isWaitedFor } from '../replies/sweep';
import { asksWhere } from './elsewhere';
import { filtersOf } from './filters';
import { choosingFields } from './form';
import { handedOver } from './handover';
import { keyOf } from './identity';
import { isTestRun, ownerOf } from './memory';
import { take, takenBefore } from './repeats';
import { carriesSecret, secretOf } from './secret';

/**
 * Takes a request to the address of the trigger. One execution starts for each event that nobody else
 * has sent, that has not come before, and that passes the filters that need nothing of the API; what is
 * left to do is done by `startWorkflow`. n8n answers WTS Chat when it has stored the execution, so that
 * WTS Chat delivers again what n8n could not take.
 */
export async function receiveEvent(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	if (!(await isFromWtsChat(this))) {
		return refused(this, 401, 'This address is for WTS Chat alone.');
	}
	if (asksWhere(this.getHeaderData())) {
		return { webhookResponse: { address: this.getNodeWebhookUrl('default') } };
	}
	const delivery = deliveryIn(this.getBodyData());
	if (!delivery) return refused(this, 400, 'This is not an event of WTS Chat.');

	const values = valuesOf(choosingFields, nodeSource(this));
	const events: string[] = values.events;
	if (!events.includes(delivery.eventType)) return passedOver('event');
	if (!filtersOf(values).ofEvent.every((passes) => passes(delivery))) {
		return passedOver('filters');
	}
	// in the editor, somebody may try the same event again and again
	if (isTestRun(this) || values.options.ignoreRepeats === false) {
		return started(delivery);
	}
	const event = keyOf(ownerOf(this), delivery);
	const before = takenBefore(event);
	if (!before) {
		take(event, this.getResponseObject());
		return started(delivery);
	}
	if (await before) return passedOver('repeated');
	return refused(this, 503, 'n8n could not take this event.');
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

function started(delivery: Delivery): IWebhookResponseData {
	// it is passed over where it is noted as well: after a restart nobody else knows what was a reply
	return { workflowData: [[handedOver(delivery, isWaitedFor(delivery))]] };
}
