import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import type { components } from '../../../contract/types/core';
import { connect } from '../transport/api';
import { get } from '../transport/contract';
import { readList } from '../transport/pages';

type WebhookEvent = components['schemas']['WebhookEvent'];

/** The events that the contract knows, in words. */
const contractEvents: Record<WebhookEvent, string> = {
	PANEL_CARD_STEP_CHANGE: 'Card Changed Step',
	PANEL_CARD_NEW: 'Card Created',
	PANEL_CARD_NOTE_NEW: 'Card Note Created',
	PANEL_CARD_NOTE_UPDATE: 'Card Note Updated',
	PANEL_CARD_UPDATE: 'Card Updated',
	CONTACT_NEW: 'Contact Created',
	CONTACT_TAG_UPDATE: 'Contact Tags Updated',
	CONTACT_UPDATE: 'Contact Updated',
	MESSAGE_RECEIVED: 'Message Received',
	MESSAGE_SENT: 'Message Sent',
	MESSAGE_UPDATED: 'Message Updated',
	PAYMENT_NEW: 'Payment Created',
	PAYMENT_UPDATE: 'Payment Updated',
	SESSION_COMPLETE: 'Session Completed',
	SESSION_NEW: 'Session Created',
	SESSION_UPDATE: 'Session Updated',
	TEMPLATE_NEW: 'Template Created',
	TEMPLATE_UPDATE: 'Template Updated',
};
const knownEvents = new Map(Object.entries(contractEvents));

/**
 * The events that the account can subscribe to. Accounts differ, so the API's own list counts; only
 * where it is empty are the known ones shown. One that is newer than the contract goes by its name.
 *
 * Source: GET /core/v1/webhook/event
 */
export async function getWebhookEvents(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const listed = await readList(await connect(this), get('/core/v1/webhook/event', {}), {
		paging: 'none',
	});
	const events =
		listed.length > 0 ? listed.map(({ event }) => String(event)) : [...knownEvents.keys()];
	return events
		.map((event) => ({ name: knownEvents.get(event) ?? event, value: event, description: event }))
		.sort((one, other) => one.name.localeCompare(other.name));
}
