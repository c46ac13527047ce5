import type { Message } from '../../../nodes/WtsChat/conversation/records';

export const NOON = Date.parse('2026-11-30T12:00:00Z');

/** The moment so many minutes after noon. */
export const after = (minutes: number) => NOON + minutes * 60_000;

type Maker = (minute: number, more?: Message) => Message;

/** A message of that minute after noon, whose ID tells the minute. */
const message =
	(kind: Message): Maker =>
	(minute, more) => ({
		id: `at ${minute}`,
		type: 'TEXT',
		status: 'DELIVERED',
		createdAt: new Date(after(minute)).toISOString(),
		text: `Said at ${minute}`,
		...kind,
		...more,
	});

const toContact = (origin: string, userId: string | null = null) =>
	message({ direction: 'TO_HUB', origin, userId });

export const contact = message({ direction: 'FROM_HUB', origin: 'GATEWAY' });
export const user = toContact('DEFAULT', 'ana');
export const bot = toContact('BOT');
export const api = toContact('API');
export const campaign = toContact('CAMPAIGN');
export const officeHours = toContact('OFFICE_HOURS');
export const stranger = toContact('TELEPATHY');
