import type { IDataObject } from 'n8n-workflow';
import type { Delivery } from '../events/delivery';
import type { ItemParameters } from '../fields/itemParameters';
import { isRecord } from '../transport/records';
import { comparable, phoneOfApi } from '../values/phones';

type Test = (record: IDataObject) => boolean;

/** One chosen filter: whether the event passes it. Events that have nothing to do with it pass. */
type Filter = (delivery: Delivery) => boolean;

interface Filters {
	/** What the event itself tells. */
	ofEvent: Filter[];
	/** What the session of a message has to be; messages themselves name neither contact nor department. */
	ofSession: Test[];
}

/**
 * The chosen filters.
 *
 * @throws InputError when one of them has a value that cannot be read, and so would never match
 */
export function filtersFrom(parameters: ItemParameters): Filters {
	const filters = parameters.group('filters');
	const options = parameters.group('options');
	const panelId = parameters.id('panelId');
	const types = filters.choices('messageTypes');
	const ignoresApi = options.boolean('ignoreApiMessages');
	const direction = filters.choice('direction');
	const changed = filters.texts('changedProperties')?.map((name) => name.toLowerCase());
	const phones = filters.phones('phoneNumbers')?.map(keyOf);

	const ofSession = [
		oneOf(filters.ids('channelIds'), ({ channelId }) => [channelId]),
		oneOf(filters.ids('departmentIds'), ({ departmentId }) => [departmentId]),
		oneOf(filters.ids('userIds'), ({ userId }) => [userId]),
		oneOf(filters.ids('tagIds'), ({ contactDetails }) => tagsIn(contactDetails)),
		oneOf(phones, ({ contactDetails }) => numbersIn(contactDetails)),
	];
	const ofEvent: Array<Filter | undefined> = [
		about('message', ({ type }) => (types ? types.includes(String(type)) : type !== 'NOTE')),
		(delivery) =>
			!direction ||
			delivery.eventType !== 'MESSAGE_UPDATED' ||
			delivery.content.direction === direction,
		about('message', ({ origin }) => !ignoresApi || origin !== 'API'),
		({ changed: names }) =>
			!changed || !names || names.some((name) => changed.includes(name.toLowerCase())),

		about('card', (card) => !panelId || card.panelId === panelId),
		about('cardNote', (note) => !panelId || note.panelId === panelId),
		about(
			'card',
			oneOf(filters.ids('stepIds'), ({ stepId }) => [stepId]),
		),
		about(
			'card',
			oneOf(filters.ids('cardTagIds'), ({ tags }) => idsIn(tags)),
		),
		about(
			'card',
			oneOf(filters.ids('userIds'), ({ responsibleUserId }) => [responsibleUserId]),
		),
		about(
			'cardNote',
			oneOf(filters.ids('userIds'), ({ userId }) => [userId]),
		),

		about(
			'template',
			oneOf(filters.ids('channelIds'), ({ channelId }) => [channelId]),
		),
		...ofSession.map((test) => about('session', test)),
		about('contact', oneOf(filters.ids('tagIds'), tagsIn)),
		about('contact', oneOf(phones, numbersIn)),
	];
	return { ofEvent: ofEvent.filter(isChosen), ofSession: ofSession.filter(isChosen) };
}

function isChosen<Value>(filter: Value | undefined): filter is Value {
	return filter !== undefined;
}

/** A test of whether the record has one of the chosen values; undefined when none is chosen. */
function oneOf(
	chosen: string[] | undefined,
	valuesOf: (record: IDataObject) => unknown[],
): Test | undefined {
	return chosen && ((record) => valuesOf(record).some((value) => chosen.includes(String(value))));
}

/** The test, for events about `subject`. */
function about(subject: Delivery['subject'], test: Test | undefined): Filter | undefined {
	return test && ((delivery) => delivery.subject !== subject || test(delivery.content));
}

function idsIn(records: unknown): unknown[] {
	return Array.isArray(records) ? records.filter(isRecord).map(({ id }) => id) : [];
}

function tagsIn(contact: unknown): unknown[] {
	return isRecord(contact) && Array.isArray(contact.tagsId) ? contact.tagsId : [];
}

function numbersIn(contact: unknown): string[] {
	if (!isRecord(contact)) return [];
	const { phonenumber, instagram } = contact;
	return [phonenumber, instagram].filter((value) => typeof value === 'string').map(keyOf);
}

/** What tells one contact from another, however its phone number or its name on Instagram is written. */
function keyOf(contact: string): string {
	return comparable(phoneOfApi(contact) ?? `@${contact}`);
}

/** Whether the replies are passed over that executions wait for: unless it was switched off. */
export function passesOverReplies(parameters: ItemParameters): boolean {
	return parameters.group('options').boolean('passOverReplies') !== false;
}
