import type { ILoadOptionsFunctions } from 'n8n-workflow';
import type { Api } from '../transport/api';
import { get } from '../transport/contract';
import { isRecord } from '../transport/records';

/** What a field of the form holds in the editor now, as text; an expression comes unresolved. */
export function chosen(context: ILoadOptionsFunctions, field: string): string | undefined {
	const parameter: unknown = context.getCurrentNodeParameter(field);
	const value = isRecord(parameter) ? parameter.value : parameter;
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The ID that a field of the form holds; undefined when it is empty or an expression that has no value yet. */
export function chosenId(context: ILoadOptionsFunctions, field: string): string | undefined {
	const id = chosen(context, field);
	return id && !isExpression(id) ? id : undefined;
}

/** The card that is chosen by its ID; a contact may lead to it only when the node runs. */
export function chosenCard(context: ILoadOptionsFunctions): string | undefined {
	const parameter: unknown = context.getCurrentNodeParameter('cardId');
	const isByContact = isRecord(parameter) && parameter.mode === 'contact';
	return isByContact ? undefined : chosenId(context, 'cardId');
}

/** In the editor a field gives the text of its expression, which begins with an equals sign. */
export function isExpression(text: string): boolean {
	return text.startsWith('=');
}

/** The panel chosen in the form, or else the panel of the chosen card; undefined without either. */
export async function chosenPanel(
	context: ILoadOptionsFunctions,
	api: Api,
): Promise<string | undefined> {
	const panelId = chosenId(context, 'panelId');
	const cardId = chosenCard(context);
	if (panelId || !cardId) return panelId;
	return (await api.send(get('/crm/v2/panel/card/{id}', { path: { id: cardId } }))).panelId;
}
