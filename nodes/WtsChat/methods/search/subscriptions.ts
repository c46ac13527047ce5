import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { connect } from '../../transport/api';
import { get } from '../../transport/contract';
import { readList } from '../../transport/pages';
import { pageOf } from './list';

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
	const subscriptions = await readList(
		await connect(this),
		get('/core/v1/webhook/subscription', {}),
		{ paging: 'none' },
	);
	return pageOf(subscriptions.map(entry), paginationToken, filter);
}

function entry({ id, name, url, enabled }: IDataObject): INodeListSearchItems {
	const shown = String(name ?? url ?? id);
	return { name: enabled === false ? `${shown} (Paused)` : shown, value: String(id) };
}
