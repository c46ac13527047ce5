import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { get } from '../../transport/contract';
import { listPage } from './list';

/**
 * The chatbots of the account, by the key that messages name them with.
 *
 * Source: GET /chat/v1/chatbot
 */
export async function searchChatbots(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const request = get('/chat/v1/chatbot', { query: { Name: filter } });
	return await listPage(this, request, chatbotEntry, paginationToken);
}

function chatbotEntry({ key, name }: IDataObject): INodeListSearchItems {
	return { name: String(name ?? key), value: String(key) };
}
