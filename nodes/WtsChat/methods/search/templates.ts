import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import type { components } from '../../../../contract/types/chat';
import { connect } from '../../transport/api';
import { get } from '../../transport/contract';
import { chosen, isExpression } from '../chosen';
import { channelIdOf } from '../senders';
import { listPage } from './list';

/** Approved templates, of the chosen channel where one is chosen. */
export async function searchTemplates(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await approvedTemplates(this, filter, paginationToken);
}

/** Approved templates for one-time passwords. */
export async function searchOtpTemplates(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await approvedTemplates(this, filter, paginationToken, 'AUTHENTICATION');
}

/**
 * The API searches the name and the text of templates in separate requests; what is typed may be in
 * either.
 *
 * Source: GET /chat/v1/template
 */
async function approvedTemplates(
	context: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
	Type?: components['schemas']['TemplateTypeFilter'],
): Promise<INodeListSearchResult> {
	const ChannelId = await chosenChannelId(context);
	const searches = filter ? [{ Name: filter }, { SearchableText: filter }] : [{}];
	const pages = await Promise.all(
		searches.map(async (search) => {
			const query = { ApprovedOnly: true, Archived: false, ChannelId, Type, ...search };
			const request = get('/chat/v1/template', { query });
			return await listPage(context, request, templateEntry, paginationToken);
		}),
	);
	const entries = pages.flatMap(({ results }) => results);
	return {
		results: [...new Map(entries.map((entry) => [entry.value, entry])).values()],
		paginationToken: pages.find((page) => page.paginationToken)?.paginationToken,
	};
}

/** The channel whose number is chosen in the field `from` beside the template. */
async function chosenChannelId(context: ILoadOptionsFunctions): Promise<string | undefined> {
	const sender = chosen(context, 'from');
	if (sender === undefined || isExpression(sender)) return undefined;
	return await channelIdOf(await connect(context), sender);
}

function templateEntry({ id, name, internalName, text }: IDataObject): INodeListSearchItems {
	const shown = [internalName, name].find((part) => typeof part === 'string' && part !== '');
	return {
		name: String(shown ?? id),
		value: String(id),
		description: typeof text === 'string' ? text : undefined,
	};
}
