import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { get } from '../../transport/contract';
import { listPage } from './list';

/**
 * Portfolios. The API cannot search them, so what is typed chooses among the entries of each page.
 *
 * Source: GET /core/v1/portfolio
 */
export async function searchPortfolios(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const request = get('/core/v1/portfolio', {});
	return await listPage(this, request, entry, paginationToken, filter);
}

function entry({ id, name, active }: IDataObject): INodeListSearchItems {
	const shown = String(name ?? id);
	return { name: active === false ? `${shown} (Inactive)` : shown, value: String(id) };
}
