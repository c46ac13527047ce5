import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { get } from '../../transport/contract';
import { wholeList } from './list';

/**
 * The contact tags of the account. Names may repeat, so the color is told as well.
 *
 * Source: GET /core/v1/tag
 */
export async function searchTags(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await wholeList(this, get('/core/v1/tag', {}), tagEntry, paginationToken, filter);
}

function tagEntry({ id, name, color }: IDataObject): INodeListSearchItems {
	const parts = [name, color].filter((part) => typeof part === 'string' && part !== '');
	return { name: parts.join(' · ') || String(id), value: String(id) };
}
