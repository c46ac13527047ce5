import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import { editorContext, type Scenario } from './engine';
import { wtsChat } from './nodes';

type Account = Scenario['account'];

interface Asked {
	/** What the form holds. */
	parameters?: IDataObject;
	typed?: string;
	/** What the page before said. */
	token?: string;
	timezone?: string;
}

/** One page of a searchable list, as the editor loads it. */
export async function pageOfList(
	account: Account,
	method: string,
	{ parameters = {}, typed, token, timezone }: Asked = {},
): Promise<INodeListSearchResult> {
	const search = wtsChat.methods?.listSearch?.[method] as (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	) => Promise<INodeListSearchResult>;
	return await search.call(await editorContext({ parameters, account, timezone }), typed, token);
}

/** The entries of a dropdown, as the editor loads them. */
export async function dropdownOf(
	account: Account,
	method: string,
	parameters: IDataObject = {},
): Promise<INodePropertyOptions[]> {
	const load = wtsChat.methods?.loadOptions?.[method] as (
		this: ILoadOptionsFunctions,
	) => Promise<INodePropertyOptions[]>;
	return await load.call(await editorContext({ parameters, account }));
}
