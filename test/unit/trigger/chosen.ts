import type { IDataObject } from 'n8n-workflow';
import { deliveryIn, type Delivery } from '../../../nodes/WtsChat/events/delivery';
import { valuesOf } from '../../../nodes/WtsChat/fields/field';
import type { Read } from '../../../nodes/WtsChat/transport/reader';
import { filtersOf } from '../../../nodes/WtsChat/trigger/filters';
import { choosingFields, type ChoosingValues } from '../../../nodes/WtsChat/trigger/form';
import { sourceOf } from '../../support/source';

/** What the form of the trigger holds. */
export interface Form {
	events?: unknown;
	filters?: IDataObject;
	options?: IDataObject;
	panelId?: string;
	minutes?: unknown;
	officeHoursOnly?: unknown;
}

/** What is chosen in the form; a new trigger listens for the messages of contacts. */
export function chosen(form: Form = {}): ChoosingValues {
	return valuesOf(choosingFields, sourceOf({ events: ['MESSAGE_RECEIVED'], ...form }));
}

/** An event as it is delivered. */
export function event(
	eventType: string,
	content: IDataObject = {},
	more: IDataObject = {},
): Delivery {
	return deliveryIn({ eventType, date: '2026-11-30T12:00:00Z', content, ...more })!;
}

/** Whether an event passes what is chosen before anything is read for it. */
export function passes(form: Form, ...told: Parameters<typeof event>): boolean {
	return filtersOf(chosen(form)).ofEvent.every((filter) => filter(event(...told)));
}

export interface Asked {
	path: string;
	query?: IDataObject;
}

/** A reader that notes what is read, and gives what `answerTo` says. */
export function reading(answerTo: (asked: Asked) => unknown) {
	const requests: Asked[] = [];
	const read = (async ({ path, query }: Asked) => {
		requests.push({ path, query });
		return await Promise.resolve(answerTo({ path, query }));
	}) as unknown as Read;
	return { read, requests };
}
