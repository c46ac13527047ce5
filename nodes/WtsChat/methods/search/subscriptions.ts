import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { get } from '../../transport/contract';
import { wholeList } from './list';

/**
 * The webhook subscriptions of the account; those that are paused are marked.
 *
 * Source: GET /core/v1/webhook/subscription
 */
export async function searchSubscriptions(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const request = get('/core/v1/webhook/subscription', {});
	return await wholeList(this, request, entry, paginationToken, filter);
}

function entry({ id, name, url, enabled }: IDataObject): INodeListSearchItems {
	const shown = String(name ?? url ?? id);
	return { name: enabled === false ? `${shown} (Paused)` : shown, value: String(id) };
}
