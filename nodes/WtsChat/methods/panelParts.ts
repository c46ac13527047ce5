import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { connect } from '../transport/api';
import { get } from '../transport/contract';
import { readList } from '../transport/pages';
import { choosable } from './choosable';
import { chosenId } from './chosen';
import { chosenPanel } from './chosenPanel';

/** Shown where nothing is chosen that the list depends on; its value is that of an empty field. */
const CHOOSE_A_PANEL: INodePropertyOptions[] = [
	{ name: "Choose a Panel in 'Panel ID' to See This List", value: '' },
];

export async function getPanelSteps(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return (await panelSteps.call(this)) ?? CHOOSE_A_PANEL;
}

export async function getPanelLostReasons(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return (await panelLostReasons.call(this)) ?? CHOOSE_A_PANEL;
}

/**
 * The card tags of the form's panel or card, as the API orders them.
 *
 * Source: GET /crm/v1/panel/{id}
 */
export async function getPanelTags(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const api = await connect(this);
	const panelId = await chosenPanel(this, api);
	if (!panelId) return CHOOSE_A_PANEL;
	const { tags } = await api.send(
		get('/crm/v1/panel/{id}', { path: { id: panelId }, query: { IncludeDetails: ['Tags'] } }),
	);
	return choosable(
		(tags ?? []).filter((tag) => tag !== null).map(({ id, name }) => option(id, name)),
	);
}

/**
 * The steps of the panel that is the target of the form, or else of its panel or card, from left to
 * right as on the board; undefined without any. Archived ones are marked.
 *
 * Source: GET /crm/v1/panel/{id}
 */
export async function panelSteps(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[] | undefined> {
	const api = await connect(this);
	const panelId = chosenId(this, 'targetPanelId') ?? (await chosenPanel(this, api));
	if (!panelId) return undefined;
	const { steps } = await api.send(
		get('/crm/v1/panel/{id}', { path: { id: panelId }, query: { IncludeDetails: ['Steps'] } }),
	);
	const inOrder = (steps ?? [])
		.filter((step) => step !== null)
		.sort((one, other) => (one.position ?? 0) - (other.position ?? 0))
		.map(({ id, title, archived }) => {
			const { name, value } = option(id, title);
			return { name: archived ? `${name} (Archived)` : name, value };
		});
	return choosable(inOrder);
}

/**
 * The lost reasons of the form's panel or card, as the API orders them; undefined without either.
 *
 * Source: GET /crm/v1/panel/{id}/lost-reason
 */
export async function panelLostReasons(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[] | undefined> {
	const api = await connect(this);
	const panelId = await chosenPanel(this, api);
	if (!panelId) return undefined;
	const reasons = await readList(
		api,
		get('/crm/v1/panel/{id}/lost-reason', { path: { id: panelId } }),
	);
	return choosable(reasons.map(({ id, description }) => option(id, description)));
}

function option(id: IDataObject[string], name: IDataObject[string]): INodePropertyOptions {
	return { name: String(name || id), value: String(id) };
}
