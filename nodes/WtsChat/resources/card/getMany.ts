import {
	cardReadOptions,
	cardShortForm,
	cardStatuses,
	responsibleUserId,
	type CardDetail,
	type CardStatus,
} from '../../fields/card';
import { filtersOf } from '../../fields/collections';
import { optionalContactId } from '../../fields/contact';
import type { ItemParameters } from '../../fields/itemParameters';
import {
	dateFilters,
	dateQueryFrom,
	listFields,
	sortField,
	sortQueryFrom,
} from '../../fields/list';
import { outputFields } from '../../fields/output';
import { panelId, stepDropdown } from '../../fields/panel';
import { get } from '../../transport/contract';
import type { ListOperation } from '../operation';

/**
 * Source: GET /crm/v2/panel/card
 *
 * The API lists the cards of one panel only. Which statuses it gives when none is asked for is not
 * documented.
 */
export const getMany: ListOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many cards',
	description: 'Read the cards of a panel, or those of them that pass the filters',
	shortForm: cardShortForm,
	fields: [
		panelId,
		...listFields,
		...outputFields,
		filtersOf([
			optionalContactId,
			...dateFilters.slice(0, 2),
			responsibleUserId,
			{
				displayName: 'Status',
				name: 'statuses',
				type: 'multiOptions',
				options: cardStatuses,
				default: ['OPEN'],
				description: 'Only cards in one of these statuses',
			},
			stepDropdown,
			{
				displayName: 'Text',
				name: 'text',
				type: 'string',
				default: '',
				placeholder: 'e.g. Padaria Estrela',
				description: 'Only cards whose texts, for example the title, contain this',
			},
			...dateFilters.slice(2),
		]),
		cardReadOptions,
		sortField,
	],
	list: (parameters) =>
		get('/crm/v2/panel/card', {
			query: {
				PanelId: parameters.requiredId('panelId'),
				...filtersFrom(parameters.group('filters')),
				...sortQueryFrom(parameters),
				IncludeDetails: parameters.group('options').choices<CardDetail>('includeDetails'),
			},
		}),
};

function filtersFrom(filters: ItemParameters) {
	return {
		...dateQueryFrom(filters),
		ContactId: filters.id('contactId'),
		ResponsibleUserId: filters.id('responsibleUserId'),
		Statuses: filters.choices<CardStatus>('statuses'),
		StepId: filters.id('stepId'),
		TextFilter: filters.text('text'),
	};
}
