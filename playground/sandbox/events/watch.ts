import type { components } from '../../../contract/types/core';
import type { Account } from '../account';
import {
	cardContent,
	cardNoteContent,
	contactContent,
	messageContent,
	sessionContent,
	templateContent,
	type Content,
} from './contents';

export type EventName = components['schemas']['WebhookEvent'];

/** An event as it is delivered. */
export interface Envelope {
	eventType: EventName;
	date: string;
	content: Content;
	changeMetadata: Content | null;
}

interface Stored {
	id: string;
}

/** Which events the records of one kind cause. */
interface Kind<Record extends Stored> {
	records(account: Account): Record[];
	content(account: Account, record: Record): Content;
	created(record: Record): EventName[];
	changed(before: Record, now: Record): EventName[];
}

function kind<Record extends Stored>(declared: Kind<Record>): Kind<Stored> {
	return declared as unknown as Kind<Stored>;
}

const kinds: Array<Kind<Stored>> = [
	kind({
		records: ({ contacts }) => contacts,
		content: contactContent,
		created: () => ['CONTACT_NEW'],
		changed: (before, { tagIds }) =>
			before.tagIds.join() === tagIds.join()
				? ['CONTACT_UPDATE']
				: ['CONTACT_TAG_UPDATE', 'CONTACT_UPDATE'],
	}),
	kind({
		records: ({ sessions }) => sessions,
		content: sessionContent,
		created: () => ['SESSION_NEW'],
		changed: (before, { status }) =>
			status === 'COMPLETED' && before.status !== 'COMPLETED'
				? ['SESSION_COMPLETE']
				: ['SESSION_UPDATE'],
	}),
	kind({
		// nothing tells of internal notes
		records: ({ messages }) => messages.filter(({ type }) => type !== 'NOTE'),
		content: messageContent,
		created: ({ direction }) => [direction === 'FROM_HUB' ? 'MESSAGE_RECEIVED' : 'MESSAGE_SENT'],
		changed: () => ['MESSAGE_UPDATED'],
	}),
	kind({
		records: ({ cards }) => cards,
		content: cardContent,
		created: () => ['PANEL_CARD_NEW'],
		changed: (before, { stepId }) =>
			before.stepId === stepId
				? ['PANEL_CARD_UPDATE']
				: ['PANEL_CARD_STEP_CHANGE', 'PANEL_CARD_UPDATE'],
	}),
	kind({
		records: ({ cardNotes }) => cardNotes,
		content: cardNoteContent,
		created: () => ['PANEL_CARD_NOTE_NEW'],
		changed: () => ['PANEL_CARD_NOTE_UPDATE'],
	}),
	kind({
		records: ({ templates }) => templates,
		content: templateContent,
		created: () => ['TEMPLATE_NEW'],
		changed: () => ['TEMPLATE_UPDATE'],
	}),
];

type Snapshot = Map<string, string>;

/** Finds out what has changed in an account since it was last asked. */
export class Watch {
	private snapshots: Snapshot[];

	constructor(private readonly account: Account) {
		this.snapshots = this.look();
	}

	/** The events of everything that has happened since the last time. */
	news(): Envelope[] {
		const before = this.snapshots;
		this.snapshots = this.look();
		return kinds.flatMap((each, n) => this.newsOf(each, before[n]!, this.snapshots[n]!));
	}

	private look(): Snapshot[] {
		return kinds.map(
			({ records }) =>
				new Map(records(this.account).map((record) => [record.id, JSON.stringify(record)])),
		);
	}

	private newsOf(
		{ records, content, created, changed }: Kind<Stored>,
		known: Snapshot,
		now: Snapshot,
	) {
		return records(this.account).flatMap((record) => {
			const before = known.get(record.id);
			if (before === now.get(record.id)) return [];
			const old = before === undefined ? undefined : (JSON.parse(before) as Stored);
			const names = old ? changed(old, record) : created(record);
			return names.map((eventType) => ({
				eventType,
				date: new Date().toISOString().replace('Z', '0000Z'),
				content: structuredClone(content(this.account, record)),
				changeMetadata: old ? metadataOf(old, record) : null,
			}));
		});
	}
}

/** What changed, with all values as texts. */
function metadataOf(before: Stored, now: Stored): Content {
	const [old, fresh] = [before, now] as unknown as [Content, Content];
	const changes = Object.keys(fresh)
		.filter((name) => name !== 'updatedAt')
		.filter((name) => JSON.stringify(old[name]) !== JSON.stringify(fresh[name]))
		.map((name) => ({
			property: name.charAt(0).toUpperCase() + name.slice(1),
			previousValue: asText(old[name]),
			currentValue: asText(fresh[name]),
		}));
	return { source: 'USER', userId: null, changes };
}

function asText(value: unknown): string {
	if (value === null || value === undefined) return '';
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
