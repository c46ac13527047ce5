import { NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';
import type { Api } from '../transport/api';
import { get } from '../transport/contract';
import { chosenId } from './chosen';

/** The panel chosen in the form, or else the panel of the chosen card; undefined without either. */
export async function chosenPanel(
	context: ILoadOptionsFunctions,
	api: Api,
): Promise<string | undefined> {
	const panelId = chosenId(context, 'panelId');
	const cardId = chosenId(context, 'cardId');
	if (panelId || !cardId) return panelId;
	return (await api.send(get('/crm/v2/panel/card/{id}', { path: { id: cardId } }))).panelId;
}

/** What a list says that cannot be filled because nothing is chosen that it depends on. */
export function panelMissing(context: ILoadOptionsFunctions): NodeOperationError {
	return new NodeOperationError(
		context.getNode(),
		"Choose a panel in 'Panel ID' to see this list; an ID works without it",
	);
}
