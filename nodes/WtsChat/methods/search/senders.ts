import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { connect } from '../../transport/api';
import { get } from '../../transport/contract';
import { readList } from '../../transport/pages';
import { isRecord } from '../../transport/records';
import { senderOf } from '../senders';
import { pageOf } from './list';

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
	const channels = await readList(await connect(this), get('/chat/v1/channel', {}), {
		paging: 'none',
	});
	const entries = channels.map(senderEntry).filter(({ value }) => value !== '');
	return pageOf(entries, paginationToken, filter);
}

function senderEntry(channel: IDataObject): INodeListSearchItems {
	const { displayName, humanId } = isRecord(channel.identity) ? channel.identity : {};
	const parts = [displayName, humanId].filter((part) => typeof part === 'string' && part !== '');
	const value = senderOf(channel) ?? '';
	const shown = parts.join(' · ') || value;
	return { name: channel.active === false ? `${shown} (Inactive)` : shown, value };
}
