import type { IDataObject } from 'n8n-workflow';
import type { Delivery } from '../events/delivery';
import type { ItemParameters } from '../fields/itemParameters';
import { isRecord } from '../transport/records';
import { comparable, phoneOfApi } from '../values/phones';

/**
 * Reads the conversation that a message belongs to; messages themselves name neither contact nor
 * department. Undefined when it cannot be read.
 */
export type ReadSession = () => Promise<IDataObject | undefined>;

/** One chosen filter: whether the event passes it. Events that have nothing to do with it pass. */
type Filter = (delivery: Delivery, readSession: ReadSession) => boolean | Promise<boolean>;

/**
 * Whether the event passes all chosen filters. The session of a message is read only when a filter
 * asks for it.
 */
export async function passes(
	delivery: Delivery,
	parameters: ItemParameters,
	readSession: ReadSession,
): Promise<boolean> {
	for (const filter of filtersFrom(parameters)) {
		if (!(await filter(delivery, readSession))) return false;
	}
	return true;
}

/**
 * The chosen filters.
 *
 * @throws InputError when one of them has a value that cannot be read, and so would never match
 */
export function filtersFrom(parameters: ItemParameters): Filter[] {
	const filters = parameters.group('filters');
	const options = parameters.group('options');
	const panelId = parameters.id('panelId');
	const types = filters.choices('messageTypes');
	const direction = filters.choice('direction');
	const changed = filters.texts('changedProperties')?.map((name) => name.toLowerCase());
	const phones = filters.phones('phoneNumbers')?.map(keyOf);

	const chosen: Array<Filter | undefined> = [
		about('message', ({ type }) => (types ? types.includes(String(type)) : type !== 'NOTE')),
		(delivery) =>
			!direction ||
			delivery.eventType !== 'MESSAGE_UPDATED' ||
			delivery.content.direction === direction,
		about('message', ({ origin }) => !options.boolean('ignoreApiMessages') || origin !== 'API'),
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
		aboutSession(oneOf(filters.ids('channelIds'), ({ channelId }) => [channelId])),
		aboutSession(oneOf(filters.ids('departmentIds'), ({ departmentId }) => [departmentId])),
		aboutSession(oneOf(filters.ids('userIds'), ({ userId }) => [userId])),
		aboutSession(oneOf(filters.ids('tagIds'), ({ contactDetails }) => tagsIn(contactDetails))),
		aboutSession(oneOf(phones, ({ contactDetails }) => numbersIn(contactDetails))),
		about('contact', oneOf(filters.ids('tagIds'), tagsIn)),
		about('contact', oneOf(phones, numbersIn)),
	];
	return chosen.filter((filter) => filter !== undefined);
}

type Test = (record: IDataObject) => boolean;

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

/**
 * The test, for sessions and for the sessions of messages. A message whose session cannot be read
 * passes: one execution too many is better than a message lost.
 */
function aboutSession(test: Test | undefined): Filter | undefined {
	return (
		test &&
		(async ({ subject, content }, readSession) => {
			if (subject === 'session') return test(content);
			if (subject !== 'message') return true;
			const session = await readSession();
			return session === undefined || test(session);
		})
	);
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
