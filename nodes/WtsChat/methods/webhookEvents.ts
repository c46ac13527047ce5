import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { eventFace, eventNames } from '../events/names';
import { connect } from '../transport/api';
import { get } from '../transport/contract';
import { readList } from '../transport/pages';
import { choosable } from './choosable';

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
	const events: string[] =
		listed.length > 0 ? listed.map(({ event }) => String(event)) : eventNames;
	const entries = events.map((event) => ({
		name: eventFace(event)?.name ?? event,
		value: event,
		description: event,
	}));
	return choosable(entries).sort((one, other) => one.name.localeCompare(other.name));
}
