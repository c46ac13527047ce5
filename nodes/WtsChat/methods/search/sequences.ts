import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { get } from '../../transport/contract';
import { listPage } from './list';

/**
 * Sequences whose name matches what the person typed; those that are switched off are marked.
 *
 * Source: GET /chat/v1/sequence
 */
export async function searchSequences(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const request = get('/chat/v1/sequence', { query: { Name: filter } });
	return await listPage(this, request, entry, paginationToken);
}

function entry({ id, name, enabled }: IDataObject): INodeListSearchItems {
	const shown = String(name ?? id);
	return { name: enabled === false ? `${shown} (Disabled)` : shown, value: String(id) };
}
