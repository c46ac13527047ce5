import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { get } from '../../transport/contract';
import { isRecord } from '../../transport/records';
import { listPage } from './list';

/**
 * Sessions, the latest first. The API cannot search them by text, so what is typed chooses among
 * the entries of each page.
 *
 * Source: GET /chat/v2/session
 */
export async function searchSessions(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const request = get('/chat/v2/session', {
		query: {
			IncludeDetails: ['ContactDetails'],
			OrderBy: 'createdAt',
			OrderDirection: 'DESCENDING',
		},
	});
	return await listPage(this, request, sessionEntry, paginationToken, filter);
}

function sessionEntry({ id, number, status, contactDetails }: IDataObject): INodeListSearchItems {
	const contact = isRecord(contactDetails) ? contactDetails.name : undefined;
	const parts = [contact, number, status].filter((part) => typeof part === 'string' && part !== '');
	return { name: parts.join(' · ') || String(id), value: String(id) };
}
