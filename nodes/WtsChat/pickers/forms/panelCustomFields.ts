import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { connect } from '../../transport/api';
import { get } from '../../transport/contract';
import { readList } from '../../transport/pages';
import { chosenPanel } from '../chosen';
import { customFieldsForm } from './customFields';

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
		return {
			fields: [],
			emptyFieldsNotice:
				"Choose a panel to see its custom fields. Where an expression gives it, set 'Custom Fields' to 'Using JSON'.",
		};
	}
	const definitions = await readList(
		api,
		get('/crm/v1/panel/{id}/custom-fields', { path: { id: panelId } }),
		{ paging: 'none' },
	);
	return customFieldsForm(definitions, 'This panel has no custom fields.');
}
