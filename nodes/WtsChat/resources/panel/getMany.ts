import { filtersOf, includeDetailsOf, optionsOf } from '../../fields/collections';
import {
	dateFilters,
	dateQueryFrom,
	listFields,
	sortField,
	sortQueryFrom,
} from '../../fields/list';
import { outputFields } from '../../fields/output';
import {
	panelListDetails,
	panelShortForm,
	panelTypes,
	type PanelListDetail,
	type PanelType,
} from '../../fields/panel';
import { get } from '../../transport/contract';
import type { ListOperation } from '../operation';

/** Source: GET /crm/v2/panel */
export const getMany: ListOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many panels',
	description: 'Read the panels of the account, or those that pass the filters',
	shortForm: panelShortForm,
	fields: [
		...listFields,
		...outputFields,
		filtersOf([
			...dateFilters.slice(0, 2),
			{
				displayName: 'Title',
				name: 'title',
				type: 'string',
				default: '',
				placeholder: 'e.g. Vendas',
				description: 'Only panels whose title matches this text',
			},
			{
				displayName: 'Type',
				name: 'panelType',
				type: 'options',
				options: panelTypes,
				default: 'SALES',
				description: 'Only panels of this kind; cards are won and lost on sales panels',
			},
			...dateFilters.slice(2),
		]),
		optionsOf([
			includeDetailsOf(panelListDetails, 'Parts to fill in; they come out with Simplify off'),
		]),
		sortField,
	],
	list(parameters) {
		const filters = parameters.group('filters');
		return get('/crm/v2/panel', {
			query: {
				...dateQueryFrom(filters),
				...sortQueryFrom(parameters),
				Title: filters.text('title'),
				Type: filters.choice<PanelType>('panelType'),
				IncludeDetails: parameters.group('options').choices<PanelListDetail>('includeDetails'),
			},
		});
	},
};
