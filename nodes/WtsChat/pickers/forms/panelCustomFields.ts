import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { connect } from '../../transport/api';
import { get } from '../../transport/contract';
import { readList } from '../../transport/pages';
import { chosenPanel } from '../chosen';
import * as sentences from '../sentences';
import { customFieldsForm } from './customFields';
import { instead } from './shown';

/**
 * The custom fields of the form's panel, or else of its card's panel.
 *
 * Source: GET /crm/v1/panel/{id}/custom-fields
 */
export async function getPanelCustomFields(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const api = await connect(this);
	const panelId = await chosenPanel(this, api);
	if (!panelId) {
		return instead(sentences.noPanelForFields);
	}
	const definitions = await readList(
		api,
		get('/crm/v1/panel/{id}/custom-fields', { path: { id: panelId } }),
		{ paging: 'none' },
	);
	return customFieldsForm(definitions, sentences.noFieldsOfPanel);
}
