import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { connect, type Api } from '../transport/api';
import { get } from '../transport/contract';
import { nodeError } from '../transport/nodeError';
import { readList, readPage } from '../transport/pages';
import { inOneLine } from '../values/characters';
import { chosenCard, chosenId, chosenPanel } from './chosen';
import { contactSearches } from './contacts';
import { marked, paged, searched, shown, whole, type Entry } from './picker';
import * as sentences from './sentences';

/** Panels, searched by title; archived ones are marked. */
export const panels = paged({
	idsFrom: "'Panel: Get Many'",
	request: (Title) => get('/crm/v2/panel', { query: { Title } }),
	entry: ({ id, title, archived }) => marked(shown([title], id), archived === true && 'Archived'),
});

/** How many contacts are looked at for their cards. */
const MAX_CONTACTS = 5;

/**
 * The cards of the chosen panel, searched by their text and by the name or number of their contacts; the
 * API has no list of all. The status is shown of those that are not open.
 */
export const cards = searched({
	idsFrom: "'Card: Get Many'",
	async searches(typed, context) {
		const PanelId = chosenId(context, 'panelId');
		if (!PanelId) throw nodeError(context.getNode(), sentences.noPanelForList);
		// named, because archived cards may not come of themselves
		const Statuses = ['OPEN' as const, 'WON' as const, 'LOST' as const, 'ARCHIVED' as const];
		const queries: Array<{ TextFilter?: string; ContactId?: string }> = [{ TextFilter: typed }];
		if (typed) {
			const ids = await contactIdsOf(await connect(context), typed);
			queries.push(...ids.map((ContactId) => ({ ContactId })));
		}
		return queries.map((query) =>
			get('/crm/v2/panel/card', { query: { PanelId, Statuses, ...query } }),
		);
	},
	entry: ({ id, key, title, status }) => shown([key, title, status === 'OPEN' ? '' : status], id),
});

async function contactIdsOf(api: Api, typed: string): Promise<string[]> {
	const pages = await Promise.all(
		contactSearches(typed).map(async (request) => await readPage(api, request, 1)),
	);
	const ids = pages.flatMap(({ records }) => records.map(({ id }) => String(id)));
	return [...new Set(ids)].slice(0, MAX_CONTACTS);
}

const MAX_NAME = 80;

/** The notes of the chosen card, by their text, or by their files where they have none. */
export const cardNotes = paged({
	idsFrom: "'Card Note: Get Many'",
	request: (_typed, context) =>
		get('/crm/v1/panel/card/{cardId}/note', { path: { cardId: cardOf(context) } }),
	searchedHere: true,
	entry: noteEntry,
});

function cardOf(context: ILoadOptionsFunctions): string {
	const cardId = chosenCard(context);
	if (cardId) return cardId;
	throw nodeError(context.getNode(), sentences.noCardForNotes);
}

function noteEntry({ id, text, files }: IDataObject): Entry {
	const fileNames = (Array.isArray(files) ? (files as IDataObject[]) : [])
		.map(({ name }) => name)
		.filter(Boolean);
	return shown([inOneLine(text || fileNames.join(', '), MAX_NAME)], id);
}

/** The card tags of the form's panel or card. */
export const panelTags = whole({
	idsFrom: "'Panel: Get' with its tags",
	async records(api, context) {
		const id = await chosenPanel(context, api);
		if (!id) return undefined;
		const query = { IncludeDetails: ['Tags' as const] };
		const { tags } = await api.send(get('/crm/v1/panel/{id}', { path: { id }, query }));
		return (tags ?? []).filter((tag) => tag !== null);
	},
	entry: ({ id, name }) => shown([name], id),
	inOrder: true,
});

/**
 * The steps of the panel that is the target of the form, or else of its panel or card, from left to
 * right as on the board; archived ones are marked.
 */
export const steps = whole({
	idsFrom: "'Panel: Get Many Steps'",
	async records(api, context) {
		const id = chosenId(context, 'targetPanelId') ?? (await chosenPanel(context, api));
		if (!id) return undefined;
		const query = { IncludeDetails: ['Steps' as const] };
		const panel = await api.send(get('/crm/v1/panel/{id}', { path: { id }, query }));
		return (panel.steps ?? [])
			.filter((step) => step !== null)
			.sort((one, other) => (one.position ?? 0) - (other.position ?? 0));
	},
	entry: ({ id, title, archived }) => marked(shown([title], id), archived === true && 'Archived'),
	inOrder: true,
});

/** The lost reasons of the form's panel or card. */
export const lostReasons = whole({
	idsFrom: "'Panel: Get Many Lost Reasons'",
	async records(api, context) {
		const id = await chosenPanel(context, api);
		if (!id) return undefined;
		return await readList(api, get('/crm/v1/panel/{id}/lost-reason', { path: { id } }));
	},
	entry: ({ id, description }) => shown([description], id),
	inOrder: true,
});
