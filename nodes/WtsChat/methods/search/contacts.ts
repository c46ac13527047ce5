import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { post } from '../../transport/contract';
import { listPage } from './list';

/**
 * Contacts whose name, phone number or e-mail address holds what the person typed.
 *
 * Source: POST /core/v1/contact/filter
 */
export async function searchContacts(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const request = post('/core/v1/contact/filter', { body: { textFilter: filter } });
	return await listPage(this, { ...request, readOnly: true }, contactEntry, paginationToken);
}

function contactEntry({ id, name, phoneNumberFormatted }: IDataObject): INodeListSearchItems {
	const parts = [name, phoneNumberFormatted].filter(
		(part) => typeof part === 'string' && part !== '',
	);
	return { name: parts.join(' · ') || String(id), value: String(id) };
}
