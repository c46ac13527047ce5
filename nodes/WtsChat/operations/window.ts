import type { IDataObject } from 'n8n-workflow';
import { readSession } from '../conversation/read';
import { isWithoutWindow, windowOf } from '../conversation/window';
import type { Api } from '../transport/api';
import { get } from '../transport/contract';
import { readList } from '../transport/pages';
import { isRecord } from '../transport/records';
import { comparable, phoneOfApi } from '../values/phones';
import { contactIdOf } from './eitherForm';
import type { Target } from './target';

/** Whether only a template arrives at the target; false where WTS Chat does not tell. */
export async function isWindowClosed(api: Api, target: Target): Promise<boolean> {
	const sessions = await sessionsAt(api, target);
	if (sessions.length === 0) return !(await isWithoutWindows(api, target.from));
	return sessions.every((session) => windowOf(session, Date.now()).isOpen === false);
}

/**
 * The sessions that may have an open window: that of the target, or those of the contact on its channel.
 *
 * Source: GET /chat/v2/session/{id}, or GET /core/v1/contact/phonenumber/{phone} and GET /chat/v2/session
 */
async function sessionsAt(api: Api, { sessionId, from, to }: Target) {
	if (sessionId !== undefined) return [await readSession(api, sessionId)];
	// there, windows are none of WhatsApp's
	if (to.startsWith('@')) return [{}];
	const ContactId = await contactIdOf(api, { phoneNumber: to });
	if (ContactId === undefined) return [];
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
