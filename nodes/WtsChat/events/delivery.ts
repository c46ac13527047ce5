import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { isRecord } from '../transport/records';
import type { Sentence } from '../values/sentence';
import { eventEntry, type Subject } from './names';

/** One event as WTS Chat delivers it. */
export interface Delivery {
	eventType: string;
	/** What the event is about; undefined for an event that is newer than the contract. */
	subject?: Subject;
	/** When the event was produced. */
	date: string;
	/** The record after the event. Its shape is not that of the API's own answers, and parts may be missing. */
	content: IDataObject;
	/** The names of the properties that the event changed; undefined when it does not tell. */
	changed?: string[];
	/** All of it, as it came. */
	body: IDataObject;
}

/** Reads the body of a request to one of our addresses; undefined when it is no event. */
export function deliveryIn(body: unknown): Delivery | undefined {
	if (!isRecord(body)) return undefined;
	const { eventType, date, content } = body;
	if (typeof eventType !== 'string' || eventType === '' || !isRecord(content)) return undefined;
	return {
		eventType,
		subject: eventEntry(eventType)?.subject,
		date: typeof date === 'string' ? date : '',
		content,
		changed: changedIn(body.changeMetadata),
		body,
	};
}

/** The changes come as a list, or, as one receiver has seen it, as an object by their names. */
function changedIn(metadata: unknown): string[] | undefined {
	const changes = isRecord(metadata) ? metadata.changes : undefined;
	if (Array.isArray(changes)) {
		const properties = changes.filter(isRecord).map(({ property }) => String(property));
		return properties.length > 0 ? properties : undefined;
	}
	return isRecord(changes) ? Object.keys(changes) : undefined;
}

/** Answers a request that is none of ours, and starts nothing. */
export function refused(
	context: IWebhookFunctions,
	status: number,
	message: Sentence,
): IWebhookResponseData {
	context.getResponseObject().status(status).json({ message });
	return { noWebhookResponse: true };
}
