import type { IDataObject } from 'n8n-workflow';
import { readSession } from '../conversation/read';
import type { Session } from '../conversation/records';
import { isWithoutWindow, windowOf } from '../conversation/window';
import type { Api } from '../transport/api';
import { get } from '../transport/contract';
import { readList } from '../transport/pages';
import { isRecord } from '../transport/records';
import { comparable, phoneOfApi } from '../values/phones';
import { contactIdsOf } from './eitherForm';
import type { Target } from './target';

/** Whether only a template arrives at the target; false where WTS Chat does not tell. */
export async function isWindowClosed(api: Api, target: Target): Promise<boolean> {
	const { sessionId, from, to } = target;
	if (sessionId !== undefined) return isClosed(await readSession(api, sessionId));
	// there, windows are none of WhatsApp's
	if (to.startsWith('@')) return false;
	let hasSession = false;
	// an open window may be that of the same person as another contact, without the ninth digit
	for await (const contactId of contactIdsOf(api, to)) {
		const sessions = await sessionsOf(api, contactId, from);
		if (!sessions.every(isClosed)) return false;
		hasSession ||= sessions.length > 0;
	}
	return hasSession || !(await isWithoutWindows(api, from));
}

function isClosed(session: IDataObject | Session): boolean {
	return windowOf(session, Date.now()).isOpen === false;
}

/**
 * The sessions of the contact that may have an open window for the channel.
 *
 * Source: GET /chat/v2/session
 */
async function sessionsOf(api: Api, ContactId: string, from: string | undefined) {
	const query = { ContactId, IncludeDetails: ['ChannelDetails' as const] };
	const sessions = await readList(api, get('/chat/v2/session', { query }), { limit: 100 });
	return sessions.filter((session) => !from || isThrough(from, session));
}

/** Whether the session goes through the channel of this number, as far as it tells. */
function isThrough(from: string, { channelDetails }: IDataObject): boolean {
	const number = isRecord(channelDetails) ? channelDetails.humanId : undefined;
	return typeof number !== 'string' || isSame(from, number);
}

/**
 * Whether the channel takes free text at any time, also from a contact who has never written.
 *
 * Source: GET /chat/v1/channel
 */
async function isWithoutWindows(api: Api, from: string | undefined): Promise<boolean> {
	if (!from) return false;
	const channels = await readList(api, get('/chat/v1/channel', {}), { paging: 'none' });
	return channels.some(({ number, type }) => isSame(from, String(number)) && isWithoutWindow(type));
}

function isSame(from: string, number: string): boolean {
	return comparable(phoneOfApi(number) ?? number) === comparable(`+${from}`);
}
