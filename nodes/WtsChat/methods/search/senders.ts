import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { get } from '../../transport/contract';
import { isRecord } from '../../transport/records';
import { senderOf } from '../senders';
import { wholeList } from './list';

/**
 * The channels that a message can be sent through.
 *
 * Source: GET /chat/v1/channel
 */
export async function searchSenders(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const request = get('/chat/v1/channel', {});
	return await wholeList(this, request, senderEntry, paginationToken, filter);
}

function senderEntry(channel: IDataObject): INodeListSearchItems {
	const { displayName, humanId } = isRecord(channel.identity) ? channel.identity : {};
	const parts = [displayName, humanId].filter((part) => typeof part === 'string' && part !== '');
	const value = senderOf(channel) ?? '';
	const shown = parts.join(' · ') || value;
	return { name: channel.active === false ? `${shown} (Inactive)` : shown, value };
}
