import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { connect } from '../../transport/api';
import type { ApiRequest } from '../../transport/contract';
import { readList, readPage } from '../../transport/pages';

/**
 * One page of a searchable list. The editor asks for the next one while the person scrolls.
 *
 * @param request the list; what the person typed is already in it where the API can search
 * @param entry how a record shows in the list
 * @param typed what the person typed, where the API cannot search: entries are then chosen by name here
 */
export async function listPage(
	context: ILoadOptionsFunctions,
	request: ApiRequest,
	entry: (record: IDataObject) => INodeListSearchItems,
	paginationToken?: string,
	typed?: string,
): Promise<INodeListSearchResult> {
	const number = Number(paginationToken ?? 1);
	const page = await readPage(await connect(context), request, number);
	return {
		results: named(typed, page.records.map(entry)),
		paginationToken: page.hasMore ? String(number + 1) : undefined,
	};
}

/** A searchable list that the API gives as a plain array; the parameters are those of {@link listPage}. */
export async function wholeList(
	context: ILoadOptionsFunctions,
	request: ApiRequest,
	entry: (record: IDataObject) => INodeListSearchItems,
	typed?: string,
): Promise<INodeListSearchResult> {
	const records = await readList(await connect(context), request, { paging: 'none' });
	return { results: named(typed, records.map(entry)) };
}

/** The entries whose name holds what the person typed; all of them when nothing is typed. */
function named(typed: string | undefined, entries: INodeListSearchItems[]): INodeListSearchItems[] {
	const wanted = typed?.toLocaleLowerCase('pt-BR');
	return wanted
		? entries.filter(({ name }) => name.toLocaleLowerCase('pt-BR').includes(wanted))
		: entries;
}
