import type { components } from '../../../contract/types/chat';
import { momentOf } from '../values/moments';
import type { Session } from './records';

type Schemas = components['schemas'];

/** How long a window stays open after the contact's last message. */
export const WINDOW_MS = 86_400_000;

/** Channels that take free text at any time; there WTS Chat says that the window is open, always. */
const WITHOUT_WINDOW: Array<Schemas['ChannelTypeCode']> = [
	'ZAPI_WHATSAPP',
	'EVOLUTIONAPI_WHATSAPP',
	'WEBCHAT',
];

const OPEN: Record<string, boolean | undefined> = {
	ACTIVE: true,
	EXPIRED: false,
	NOT_STARTED: false,
} satisfies Record<Schemas['WindowStatus'], boolean>;

/** The 24 hours after the contact's last message, in which free text may be sent. */
export interface Window {
	/** Undefined when the session does not tell, or contradicts itself. */
	isOpen?: boolean;
	/** When an open window closes, in milliseconds; undefined when it does not, or it is not known. */
	closesAt?: number;
}

/** Whether a channel of this provider takes free text at any time, in either spelling of the API. */
export function isWithoutWindow(channelType: unknown): boolean {
	return WITHOUT_WINDOW.some((name) => name === String(channelType).toUpperCase());
}

/** The window of a session at the moment `now`, in milliseconds. */
export function windowOf(
	{ windowStatus, lastMessageIn, channelType }: Session,
	now: number,
): Window {
	if (isWithoutWindow(channelType)) return { isOpen: true };
	const said = OPEN[String(windowStatus)];
	const heardAt = momentOf(lastMessageIn);
	if (heardAt === undefined) return { isOpen: said };
	const closesAt = heardAt + WINDOW_MS;
	const isOpen = closesAt > now;
	if (said !== undefined && said !== isOpen) return {};
	return isOpen ? { isOpen, closesAt } : { isOpen };
}
