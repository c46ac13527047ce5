import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../transport/api';
import { get } from '../transport/contract';
import { readList } from '../transport/pages';
import { isRecord } from '../transport/records';
import { comparable, phoneIn, phoneOfApi } from '../values/phones';

/**
 * What a message names its channel by: the number with its +, or Instagram's `@user`. A page of Messenger and a web chat have
 * neither; it can only be answered in its sessions.
 */
export function senderOf({ number, identity }: IDataObject): string | undefined {
	if (typeof number === 'string' && number !== '') return phoneOfApi(number) ?? number;
	const user = isRecord(identity) ? identity.humanId : undefined;
	return typeof user === 'string' && user.startsWith('@') ? user : undefined;
}

/** The ID of the channel that is named like this. */
export async function channelIdOf(api: Api, sender: string): Promise<string | undefined> {
	const wanted = phoneIn(sender);
	if (wanted === undefined) return undefined;
	const isWanted = (name = '') => comparable(name) === comparable(wanted);
	const channels = await readList(api, get('/chat/v1/channel', {}), { paging: 'none' });
	const channel = channels.find((record) => isWanted(senderOf(record)));
	return channel && String(channel.id);
}
