import type { IDataObject } from 'n8n-workflow';
import { assigneeOf } from '../conversation/assignee';
import type { Delivery } from '../events/delivery';
import { isAudio } from '../events/transcription';
import { isRecord } from '../transport/records';
import { comparable, phoneOfApi } from '../values/phones';
import { matchesAny } from '../values/textMatch';
import type { ChoosingValues } from './form';

type Test = (record: IDataObject) => boolean;

/** One chosen filter: whether the event passes it. Events that have nothing to do with it pass. */
type Filter = (delivery: Delivery) => boolean;

interface Filters {
	/** What the event itself tells. */
	ofEvent: Filter[];
	/** What the session of a message has to be; messages themselves name neither contact nor department. */
	ofSession: Test[];
	/** Whether the text of a message passes; what was said in an audio may be known only later. */
	ofText: Test;
}

/** The chosen filters. */
export function filtersOf({
	panelId,
	filters,
	options: { ignoreApiMessages, useTranscription },
}: Omit<ChoosingValues, 'events'>): Filters {
	const { messageTypes, direction, textMatches, textMatchesAs = 'word' } = filters;
	const types: string[] | undefined = messageTypes;
	const changed = filters.changedProperties?.map((name) => name.toLowerCase());
	const phones = filters.phones?.map(keyOf);
	const ofText: Test = ({ text }) =>
		!textMatches || matchesAny(typeof text === 'string' ? text : '', textMatches, textMatchesAs);

	const ofSession = [
		oneOf(filters.channelIds, ({ channelId }) => [channelId]),
		oneOf(filters.departmentIds, ({ departmentId }) => [departmentId]),
		oneOf(filters.userIds, ({ userId }) => [userId]),
		oneOf(filters.tagIds, ({ contactDetails }) => tagsIn(contactDetails)),
		oneOf(phones, ({ contactDetails }) => numbersIn(contactDetails)),
	];
	const ofEvent: Array<Filter | undefined> = [
		about('message', ({ type }) => (types ? types.includes(String(type)) : type !== 'NOTE')),
		(delivery) =>
			!direction ||
			delivery.eventType !== 'MESSAGE_UPDATED' ||
			delivery.content.direction === direction,
		about('message', ({ origin }) => !ignoreApiMessages || origin !== 'API'),
		about('message', (message) => (useTranscription && isAudio(message)) || ofText(message)),
		({ changed: names }) =>
			!changed || !names || names.some((name) => changed.includes(name.toLowerCase())),

		about('card', (card) => !panelId || card.panelId === panelId),
		about('cardNote', (note) => !panelId || note.panelId === panelId),
		about(
			'card',
			oneOf(filters.stepIds, ({ stepId }) => [stepId]),
		),
		about(
			'card',
			oneOf(filters.cardTagIds, ({ tags }) => idsIn(tags)),
		),
		about(
			'card',
			oneOf(filters.userIds, ({ responsibleUserId }) => [responsibleUserId]),
		),
		about(
			'cardNote',
			oneOf(filters.userIds, ({ userId }) => [userId]),
		),

		about(
			'template',
			oneOf(filters.channelIds, ({ channelId }) => [channelId]),
		),
		...ofSession.map((test) => about('session', test)),
		about('session', filters.onlyUnassigned ? (session) => !assigneeOf(session) : undefined),
		about('contact', oneOf(filters.tagIds, tagsIn)),
		about('contact', oneOf(phones, numbersIn)),
	];
	return { ofEvent: ofEvent.filter(isChosen), ofSession: ofSession.filter(isChosen), ofText };
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
