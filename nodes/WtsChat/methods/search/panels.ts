import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { get } from '../../transport/contract';
import { listPage } from './list';

/**
 * Panels, searched by title in the API; archived ones are marked.
 *
 * Source: GET /crm/v2/panel
 */
export async function searchPanels(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const request = get('/crm/v2/panel', { query: { Title: filter || undefined } });
	return await listPage(this, request, panelEntry, paginationToken);
}

function panelEntry({ id, title, archived }: IDataObject): INodeListSearchItems {
	const name = String(title || id);
	return { name: archived ? `${name} (Archived)` : name, value: String(id) };
}
