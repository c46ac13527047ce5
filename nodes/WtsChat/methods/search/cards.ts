import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { get } from '../../transport/contract';
import { chosenId } from '../chosen';
import { panelMissing } from '../chosenPanel';
import { listPage } from './list';

/**
 * The cards of the chosen panel, searched by text in the API; it has no list of all cards. The
 * status is shown of those that are not open.
 *
 * Source: GET /crm/v2/panel/card
 */
export async function searchCards(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const panelId = chosenId(this, 'panelId');
	if (!panelId) throw panelMissing(this);
	const request = get('/crm/v2/panel/card', {
		query: {
			PanelId: panelId,
			// named, because archived cards may not come of themselves
			Statuses: ['OPEN', 'WON', 'LOST', 'ARCHIVED'],
			TextFilter: filter || undefined,
		},
	});
	return await listPage(this, request, cardEntry, paginationToken);
}

function cardEntry({ id, key, title, status }: IDataObject): INodeListSearchItems {
	const parts = [key, title, status === 'OPEN' ? undefined : status];
	return { name: parts.filter(Boolean).join(' · ') || String(id), value: String(id) };
}
