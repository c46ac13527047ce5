import {
	NodeOperationError,
	type IDataObject,
	type ILoadOptionsFunctions,
	type INodeListSearchItems,
	type INodeListSearchResult,
} from 'n8n-workflow';
import { get } from '../../transport/contract';
import { chosenId } from '../chosen';
import { listPage } from './list';

const LONGEST_NAME = 80;

/**
 * The notes of the chosen card. The API cannot search them by text, so what is typed chooses among
 * the entries of each page.
 *
 * Source: GET /crm/v1/panel/card/{cardId}/note
 */
export async function searchCardNotes(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const cardId = chosenId(this, 'cardId');
	if (!cardId) {
		throw new NodeOperationError(
			this.getNode(),
			"Choose a card in 'Card ID' to see its notes; an ID works without it",
		);
	}
	const request = get('/crm/v1/panel/card/{cardId}/note', { path: { cardId } });
	return await listPage(this, request, noteEntry, paginationToken, filter);
}

/** A note by its text, or by its files when it has no text. */
function noteEntry({ id, text, files }: IDataObject): INodeListSearchItems {
	const fileNames = (Array.isArray(files) ? (files as IDataObject[]) : [])
		.map(({ name }) => name)
		.filter(Boolean);
	const name = String(text || fileNames.join(', ') || id);
	return {
		name: name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name,
		value: String(id),
	};
}
